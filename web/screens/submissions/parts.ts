import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { SubmissionPage } from '../../../src/registry/submission.ts';

type Part = {
  /** As the address has it. */
  key: string;
  name: 'figures' | 'tasks' | 'sections';
  isAsked: (page: SubmissionPage) => boolean;
  Part: LazyExoticComponent<ComponentType<{ page: SubmissionPage }>>;
};

/** The parts of a submission in the order of their tabs, each loaded when it is looked at. */
const parts: readonly Part[] = [
  {
    key: 'so-lieu',
    name: 'figures',
    isAsked: ({ round }) => round.content !== 'text',
    Part: lazy(async () => ({ default: (await import('./figures.tsx')).SubmissionFigures })),
  },
  {
    key: 'nhiem-vu',
    name: 'tasks',
    isAsked: ({ round }) => round.asks.duties,
    Part: lazy(async () => ({ default: (await import('./tasks.tsx')).SubmissionTasks })),
  },
  {
    key: 'noi-dung',
    name: 'sections',
    isAsked: ({ submission }) => submission.sections.length > 0,
    Part: lazy(async () => ({ default: (await import('./sections.tsx')).SubmissionSections })),
  },
];

/** Those that this submission was asked for. */
export const partsOf = (page: SubmissionPage): Part[] => parts.filter(({ isAsked }) => isAsked(page));
