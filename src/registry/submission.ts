import { z } from 'zod';
import { Tier } from '../values/finding.ts';
import { PeriodCode, ReportingCalendar } from '../values/period.ts';
import { PlainDate } from '../values/plain-date.ts';
import { dutyStates } from './duty-state.ts';
import { Named } from './named.ts';
import { OutlineSection } from './outline.ts';
import { Asks, RegimeContent } from './regime.ts';
import { Sending } from './round-measures.ts';
import { SubmissionStage, SubmissionVerb } from './submission-stage.ts';

/** Báo cáo của một cơ quan trong đợt: what one agency owes in a round, and how far it is. */

const Said = z.object({ at: z.iso.datetime(), by: Named });

export const SubmissionRecord = z.object({
  id: z.uuid(),
  roundId: z.uuid(),
  /** What is urged, counted and moved by reorganisations. */
  dutyId: z.uuid(),
  /** Who owes it today, under its name of today. */
  agency: Named,
  /** Who was asked. */
  asked: Named,
  tier: Tier,
  firstDue: PlainDate.nullable(),
  due: PlainDate.nullable(),
  stage: SubmissionStage,
  /** Where its duty stands today; null: dropped. */
  state: z.enum(dutyStates).nullable(),
  daysLeft: z.int().nullable(),
  /** How many figures it was asked for, and of how many it has said something. */
  cells: z.int(),
  filled: z.int(),
  /** Keys of the sections that it owes, and how many of them are written. */
  sections: z.array(z.string()),
  written: z.int(),
  begunAt: z.iso.datetime().nullable(),
  submitted: Said.nullable(),
  /** The first time that it was sent, by which it is on time or late. */
  firstSentAt: z.iso.datetime().nullable(),
  sending: Sending,
  sent: Said.nullable(),
  /** The last time that it was given back; it may have gone on since. */
  returned: Said.extend({
    /** Empty for others, where it was the agency's own head. */
    because: z.string(),
    inside: z.boolean(),
  }).nullable(),
  approved: Said.nullable(),
  version: z.int(),
});
export type SubmissionRecord = z.infer<typeof SubmissionRecord>;

/** The round that a submission is a part of, as its page needs it. */
const RoundOfSubmission = z.object({
  id: z.uuid(),
  title: z.string(),
  regime: Named,
  period: PeriodCode,
  calendar: ReportingCalendar,
  from: PlainDate,
  to: PlainDate,
  content: RegimeContent,
  asks: Asks,
  guide: z.string(),
  closedAt: z.iso.datetime().nullable(),
});

/** Everything the frame of a submission's page shows; its parts are asked for by themselves. */
export const SubmissionPage = z.object({
  submission: SubmissionRecord,
  round: RoundOfSubmission,
  /** What it owes of the outline, with the headings above, each with the number that it has in the whole report. */
  outline: z.array(OutlineSection.extend({ number: z.string() })),
  /** What whoever asks may do with it now. */
  may: z.array(SubmissionVerb),
});
export type SubmissionPage = z.infer<typeof SubmissionPage>;

/** Which submissions of a round: at any of these stages, sent so, of these tiers, of agencies whose name says this. */
export type SubmissionFilter = {
  q?: string | undefined;
  stage: SubmissionStage[];
  sending: Sending[];
  tier: Tier[];
};
