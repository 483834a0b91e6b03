import { z } from 'zod';
import { Tier } from '../values/finding.ts';
import { PeriodCode, ReportingCalendar } from '../values/period.ts';
import { PlainDate } from '../values/plain-date.ts';
import { FigureBasis, FigureSpan } from './figure-basis.ts';
import { Named } from './named.ts';

/** Số liệu: what was reported of one line of an indicator, and how its four states of being there are told apart. */

/** Không phát sinh; chưa có số liệu. A blank is neither. */
export const Missing = z.enum(['notApplicable', 'notYet']);
export type Missing = z.infer<typeof Missing>;

/** A value (zero is one), a word in its place, or neither: blank. */
export const FigureValue = z.object({ value: z.number().nullable(), missing: Missing.nullable() });
export type FigureValue = z.infer<typeof FigureValue>;

export const blank: FigureValue = { value: null, missing: null };
export const isBlank = ({ value, missing }: FigureValue): boolean => value === null && missing === null;
export const sameValue = (one: FigureValue, other: FigureValue): boolean =>
  one.value === other.value && one.missing === other.missing;

/** What is counted: which part ('' is the whole) of which indicator, over which days of the period, on what basis. */
export const FigureKey = z.object({
  indicatorId: z.string().max(200),
  line: z.string().max(300),
  span: FigureSpan,
  basis: FigureBasis,
});
export type FigureKey = z.infer<typeof FigureKey>;

export const figureKey = ({ indicatorId, line, span, basis }: FigureKey): string =>
  [indicatorId, line, span, basis].join('\t');

/** One row of what was approved. It never changes: a correction ends it and makes another. */
export const Figure = FigureKey.extend(FigureValue.shape).extend({
  id: z.int(),
  agency: Named,
  tier: Tier,
  period: PeriodCode,
  calendar: ReportingCalendar,
  periodTo: PlainDate,
  reason: z.string(),
  submissionId: z.uuid().nullable(),
  setAt: z.iso.datetime(),
  setBy: Named.nullable(),
  /** Null: it is the one that counts. */
  endedAt: z.iso.datetime().nullable(),
});
export type Figure = z.infer<typeof Figure>;
