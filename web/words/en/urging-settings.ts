import type { urgingSettings as inVietnamese } from '../vi/urging-settings.ts';

export const urgingSettings: typeof inVietnamese = {
  title: 'Urging',
  openLadder: 'Steps of urging',
  ladder: {
    title: 'Steps of urging',
    lead: 'Counted in working days, from the next run on. A step already taken for a deadline is not taken again.',
    of: 'For',
    usual: 'All documents without steps of their own',
    backToUsual: 'Back to the usual steps',
    noDocument: 'No issued document found',
    asUsual: 'This document follows the usual steps. Saving here gives it steps of its own.',
    ownSteps: 'This document has steps of its own; changing the usual ones leaves it alone.',
    whoChanges: 'Coordinators set these steps; your roles may look at them.',
    steps: {
      dueSoon: { name: 'Remind before the deadline', who: 'Officer in charge' },
      dueToday: { name: 'Remind on the day of the deadline', who: 'Officer in charge' },
      overdue: { name: 'Remind after the deadline', who: 'Officer in charge' },
      toHead: { name: 'Tell the head of the agency', who: 'Head of the lead agency' },
      toLeader: { name: 'Put on the leaders’ list', who: 'Leaders above the agency' },
    },
    when: (before: boolean) => (before ? 'working days before' : 'working days after'),
    theirs: (how: string | null) => (how ? `Somebody else made it: ${how}` : 'Somebody else switched this step off'),
    save: 'Save the steps',
    undo: 'Undo changes',
    saved: 'The steps of urging are saved',
    notSaved: 'Not saved',
  },
};
