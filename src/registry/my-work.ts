import { z } from 'zod';
import { PlainDate } from '../values/plain-date.ts';
import { DutyKind } from './duty.ts';
import { DutyStage } from './duty-stage.ts';
import { dutyStates } from './duty-state.ts';
import { Named } from './named.ts';

/** Việc của tôi: what waits for one person today, what is coming, what came back. Each item is finished by one act. */

export const workTasks = [
  // what needs a decision
  'decideReturned',
  'decideDue',
  'answerObstacle',
  'judge',
  'judgeSubmission',
  'escalated',
  // what waits for the head
  'approve',
  'approveSubmission',
  // what came back
  'redoProgress',
  'redoSubmission',
  'redoResult',
  // what is to be done today
  'accept',
  'answerQuestion',
  'overdue',
  'dueToday',
  'finishDraft',
  // what is coming
  'coming',
  // what was asked by this person, and its answer
  'asked',
] as const;
export const WorkTask = z.enum(workTasks);
export type WorkTask = z.infer<typeof WorkTask>;

const workSections = ['decide', 'approve', 'back', 'today', 'coming', 'asked'] as const;
export const WorkSection = z.enum(workSections);
export type WorkSection = z.infer<typeof WorkSection>;

export const sectionOf: Record<WorkTask, WorkSection> = {
  decideReturned: 'decide',
  decideDue: 'decide',
  answerObstacle: 'decide',
  judge: 'decide',
  judgeSubmission: 'decide',
  escalated: 'decide',
  approve: 'approve',
  approveSubmission: 'approve',
  redoProgress: 'back',
  redoSubmission: 'back',
  redoResult: 'back',
  accept: 'today',
  answerQuestion: 'today',
  overdue: 'today',
  dueToday: 'today',
  finishDraft: 'today',
  coming: 'coming',
  asked: 'asked',
};

/** What finishes an item. */
export const finishingVerbs: Record<WorkTask, readonly string[]> = {
  decideReturned: ['insist', 'reassign', 'drop'],
  decideDue: ['grant', 'refuse'],
  answerObstacle: ['answer'],
  judge: ['confirm', 'sendBack'],
  judgeSubmission: ['approve', 'sendBack'],
  escalated: ['urge'],
  approve: ['approve', 'return'],
  approveSubmission: ['send', 'return'],
  redoProgress: ['save', 'submit'],
  redoSubmission: ['submit', 'send'],
  redoResult: ['save', 'submit'],
  accept: ['accept', 'return'],
  answerQuestion: ['draftAnswer', 'answer'],
  overdue: ['save', 'submit'],
  dueToday: ['save', 'submit'],
  finishDraft: ['save', 'submit', 'drop'],
  coming: ['save', 'submit'],
  asked: [],
};

export const WorkItem = z.object({
  task: WorkTask,
  duty: z.object({
    id: z.uuid(),
    kind: DutyKind,
    /** The first words of it. */
    what: z.string(),
    agency: Named,
    officer: Named.nullable(),
    stage: DutyStage,
    state: z.enum(dutyStates).nullable(),
    due: PlainDate.nullable(),
    /** Working days left, or negative: past it by. */
    daysLeft: z.int().nullable(),
    share: z.int().nullable(),
    version: z.int(),
    /** Of a report: what answers it. */
    submissionId: z.uuid().nullable(),
  }),
  /** The progress, due change, obstacle or question that it is about; null where it is the duty itself. */
  about: z
    .object({
      id: z.uuid(),
      version: z.int(),
      by: Named.nullable(),
      at: z.iso.datetime(),
      /** The first words of it. */
      words: z.string(),
      /** By which day it is wanted, or which is proposed. */
      until: PlainDate.nullable(),
      /** A question that was answered. */
      answered: z.boolean(),
      /** Of a question: what the agency's people have drafted as its answer. */
      draft: z.object({ version: z.int(), text: z.string() }).nullable(),
    })
    .nullable(),
});
export type WorkItem = z.infer<typeof WorkItem>;

/** No more than these are counted: more is more than a person looks through. */
export const mostCounted = 999;

/** Where a page of one task's items ends. */
export const WorkCursor = z.string().regex(/^[\dTZ:.-]{1,30}_[0-9a-f-]{36}$|^infinity_[0-9a-f-]{36}$/);
export type WorkCursor = z.infer<typeof WorkCursor>;

export const WorkList = z.object({
  task: WorkTask,
  section: WorkSection,
  /** What finishes one of its items: the verb of the endpoint of its duty, progress, obstacle, due change or question. */
  verbs: z.array(z.string()),
  total: z.int(),
  items: z.array(WorkItem),
  next: WorkCursor.nullable(),
});
export type WorkList = z.infer<typeof WorkList>;
