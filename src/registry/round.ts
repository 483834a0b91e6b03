import { z } from 'zod';
import { PeriodCode, ReportingCalendar } from '../values/period.ts';
import { PlainDate } from '../values/plain-date.ts';
import { Named } from './named.ts';
import { OutlineSection } from './outline.ts';
import { Asks, RegimeContent } from './regime.ts';
import { RoundMeasures } from './round-measures.ts';
import { SubmissionStage } from './submission-stage.ts';

/** Đợt báo cáo: one period of a regime, asked of many agencies. */

export const RoundRecord = z.object({
  id: z.uuid(),
  regime: Named,
  period: PeriodCode,
  calendar: ReportingCalendar,
  /** First and last day that count; the last is the closing day. */
  from: PlainDate,
  to: PlainDate,
  title: z.string(),
  content: RegimeContent,
  openedAt: z.iso.datetime(),
  /** Null: it opened by itself. */
  openedBy: Named.nullable(),
  closedAt: z.iso.datetime().nullable(),
  /** How many submissions there are, and at which stages. */
  submissions: z.int(),
  stages: z.partialRecord(SubmissionStage, z.int()),
  /** The first and the last deadline among them. */
  firstDue: PlainDate.nullable(),
  lastDue: PlainDate.nullable(),
  version: z.int(),
});
export type RoundRecord = z.infer<typeof RoundRecord>;

export const RoundPage = z.object({
  round: RoundRecord,
  asks: Asks,
  guide: z.string(),
  outline: z.array(OutlineSection),
  receiver: Named,
  measures: RoundMeasures,
  may: z.object({ close: z.boolean(), reopen: z.boolean() }),
});
export type RoundPage = z.infer<typeof RoundPage>;

/** Where a page of the list of rounds ends: the latest closing day comes first. */
export const RoundCursor = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}_[0-9a-f-]{36}$/)
  .brand<'RoundCursor'>();
export type RoundCursor = z.infer<typeof RoundCursor>;

/** Closed, it takes nothing more. */
export const RoundAction = z.object({
  verb: z.enum(['close', 'reopen']),
  version: z.int(),
  words: z.string().trim().max(2000).optional(),
});
export type RoundAction = z.infer<typeof RoundAction>;
