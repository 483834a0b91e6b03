import type { states as vi } from '../vi/states.ts';

export const states: typeof vi = {
  names: {
    doneOnTime: 'Done on time',
    doneLate: 'Done late',
    openInTime: 'In time',
    dueSoon: 'Due soon',
    openOverdue: 'Overdue',
    noDue: 'No deadline',
  },
  dueToday: 'Due today',
  soon: (days) => (days === '1' ? 'Due soon (1 working day left)' : `Due soon (${days} working days left)`),
  overdue: (days) => (days === '1' ? 'Overdue by 1 working day' : `Overdue by ${days} working days`),
  bar: 'By state',
  counted: (name, count) => `${name}: ${count}`,
};
