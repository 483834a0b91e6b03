import type { Verb } from '../../../src/registry/may.ts';

/** The pages below /quan-tri in their groups, each with what a person must be allowed to do, one of these, to see it: the one list, in its order. */
export const groups = [
  {
    name: 'accounts',
    sections: [
      { to: '/quan-tri/nguoi-dung', name: 'people', verbs: ['manageUsers'] },
      { to: '/quan-tri/ra-soat', name: 'accountReviews', verbs: ['manageUsers'] },
      { to: '/quan-tri/dang-nhap', name: 'signIns', verbs: ['readAudit'] },
    ],
  },
  {
    name: 'settings',
    sections: [
      { to: '/quan-tri/lich', name: 'calendar', verbs: ['changeCalendar'] },
      { to: '/quan-tri/don-doc', name: 'urgingSettings', verbs: ['assignWork', 'changeSettings'] },
      { to: '/quan-tri/mau-van-ban', name: 'templates', verbs: ['changeTemplates'] },
      { to: '/quan-tri/ranh-gioi', name: 'boundaries', verbs: ['changeSettings'] },
    ],
  },
  {
    name: 'system',
    sections: [
      { to: '/quan-tri/van-hanh', name: 'operation', verbs: ['manageJobs'] },
      { to: '/quan-tri/tac-vu', name: 'jobs', verbs: ['manageJobs'] },
      { to: '/quan-tri/nhat-ky', name: 'audit', verbs: ['readAudit'] },
    ],
  },
] as const satisfies readonly {
  name: string;
  sections: readonly { to: string; name: string; verbs: readonly Verb[] }[];
}[];

export const sections = groups.flatMap((group): readonly (typeof group)['sections'][number][] => group.sections);
