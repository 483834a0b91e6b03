import type { Verb } from '../../../src/registry/may.ts';

/** The pages below /quan-tri, each with what a person must be allowed to do to see it: the one list, in the order of the tabs. */
export const sections = [
  { to: '/quan-tri/lich', name: 'calendar', verb: 'changeCalendar' },
  { to: '/quan-tri/tac-vu', name: 'jobs', verb: 'manageJobs' },
  { to: '/quan-tri/nhat-ky', name: 'audit', verb: 'readAudit' },
] as const satisfies readonly {
  to: string;
  name: string;
  verb: Verb;
}[];
