import type { Words } from '../vi.ts';

export const ownerHealth: Words['ownerHealth'] = {
  title: 'Work that nobody looks after',
  open: 'Owner health',
  lead: 'Open work that nobody is responsible for, that was not updated, or whose agency does not use the system. Best set right before a round opens.',
  count: (any, open) => `${any} of ${open} open tasks need a look`,
  faults: 'What is wrong',
  any: 'All',
  agency: 'Agency with all below it',
  columns: {
    what: 'Task',
    agency: 'Agency',
    officer: 'Responsible',
    due: 'Due',
    said: 'Last update',
    faults: 'What is wrong',
  },
  given: (day) => `given ${day}`,
  never: 'never',
  none: 'Nothing needs a look',
  noneText: 'All open work has a responsible person and is updated.',
  noneOfFault: 'There is nothing of this kind',
  noneOfFaultText: 'Choose another kind.',
  more: 'Show more',
  beforeRound: (officer, idle) =>
    `Before the round: ${officer} tasks have no responsible person, ${idle} had no update for more than 30 days.`,
  look: 'See the list',
};
