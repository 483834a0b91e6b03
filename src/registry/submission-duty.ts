import { z } from 'zod';
import { PlainDate } from '../values/plain-date.ts';
import { DutyStage } from './duty-stage.ts';
import { dutyStates } from './duty-state.ts';

/** A duty of the agency, with what was sent on it in the days that a round counts: progress is not typed a second time. */
export const SubmissionDuty = z.object({
  id: z.uuid(),
  /** The first words of it. */
  what: z.string(),
  stage: DutyStage,
  state: z.enum(dutyStates).nullable(),
  daysLeft: z.int().nullable(),
  due: PlainDate.nullable(),
  share: z.int().nullable(),
  /** The last thing said in these days; null: nothing was. */
  said: z.object({ at: z.iso.datetime(), words: z.string(), share: z.int().nullable() }).nullable(),
});
export type SubmissionDuty = z.infer<typeof SubmissionDuty>;

export const SubmissionDuties = z.object({
  rows: z.array(SubmissionDuty),
  total: z.int(),
  /** Of all, not only of those on this page. */
  silent: z.int(),
  /** From the period's first day to the day by which the report is due. */
  from: PlainDate,
  to: PlainDate,
});
export type SubmissionDuties = z.infer<typeof SubmissionDuties>;
