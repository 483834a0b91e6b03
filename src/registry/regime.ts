import { z } from 'zod';
import { Tier } from '../values/finding.ts';
import {
  type Days,
  daysOfPeriod,
  lastMonthOf,
  type PeriodCode,
  PeriodKind,
  ReportingCalendar,
} from '../values/period.ts';
import { endOfMonth, PlainDate, plainDate } from '../values/plain-date.ts';
import { FigureBasis, FigureSpan } from './figure-basis.ts';
import { Outline } from './outline.ts';

/** Chế độ báo cáo: what is reported by whom to whom, and how often. Its fields are those of Điều 8, NĐ 09/2019/NĐ-CP. */

/** Định kỳ, chuyên đề, đột xuất (Điều 4). */
export const RegimeKind = z.enum(['periodic', 'thematic', 'adHoc']);
export const RegimeContent = z.enum(['text', 'figures', 'both']);
export type RegimeContent = z.infer<typeof RegimeContent>;

/** The last day that counts: that of the calendar, or a day of the period's last month. */
export const Closing = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('calendar') }),
  z.object({ kind: z.literal('day'), day: z.int().min(1).max(31) }),
]);
export type Closing = z.infer<typeof Closing>;

/** Working days after the closing day for each tier, the lowest first: at least one (Điều 8 khoản 5 điểm b). */
export const Deadlines = z.partialRecord(Tier, z.int().min(1).max(60));
export type Deadlines = z.infer<typeof Deadlines>;

/** What each reporter is asked beside the lines: as what the figures of its targets, null for none; whether its duties' progress. */
export const Asks = z.object({ targets: FigureBasis.nullable(), duties: z.boolean() });
export type Asks = z.infer<typeof Asks>;

const agencyId = z.string().min(1).max(200);

/** A figure that is asked of every reporter, or of the one named, whether or not a document set a target for it. */
export const RegimeLine = z.object({
  indicatorId: z.string().min(1).max(200),
  line: z.string().trim().max(300),
  span: FigureSpan,
  basis: FigureBasis,
  agencyId: agencyId.nullable(),
});
export type RegimeLine = z.infer<typeof RegimeLine>;

/** An agency, or each member of a group on the day that a round opens. */
export const Reporter = z.union([z.object({ agencyId }), z.object({ groupId: z.string().min(1).max(200) })]);
export type Reporter = z.infer<typeof Reporter>;

export const RegimeFields = z.object({
  name: z.string().trim().min(1).max(300),
  kind: RegimeKind,
  content: RegimeContent,
  legalBasis: z.string().max(2000),
  every: PeriodKind,
  calendar: ReportingCalendar,
  receiverId: agencyId,
  /** How it is sent beside this system. */
  method: z.string().max(2000),
  guide: z.string().max(20_000),
  closing: Closing,
  deadlines: Deadlines,
  asks: Asks,
  outline: Outline,
  /** Rounds open by themselves so many days before the closing day; null: by hand. */
  opensBefore: z.int().min(0).max(400).nullable(),
  validFrom: PlainDate,
  /** Exclusive; null: still. */
  validUntil: PlainDate.nullable(),
  reporters: z.array(Reporter).min(1).max(500),
  lines: z.array(RegimeLine).max(2000),
});
export type RegimeFields = z.infer<typeof RegimeFields>;

export const RegimeRecord = RegimeFields.extend({
  id: z.uuid(),
  version: z.int(),
  /** Names of the agencies, groups and indicators that appear, by id. */
  names: z.record(z.string(), z.string()),
});
export type RegimeRecord = z.infer<typeof RegimeRecord>;

/** One of the list of regimes. */
export const RegimeSummary = RegimeRecord.pick({
  id: true,
  name: true,
  kind: true,
  content: true,
  every: true,
  calendar: true,
  opensBefore: true,
  validFrom: true,
  validUntil: true,
  version: true,
}).extend({ receiver: z.object({ id: z.string(), name: z.string() }), rounds: z.int() });
export type RegimeSummary = z.infer<typeof RegimeSummary>;

/** The days that count in a period of a regime; the last is its closing day. */
export function daysOfRound({ calendar, closing }: Pick<RegimeFields, 'calendar' | 'closing'>, code: PeriodCode): Days {
  const days = daysOfPeriod(code, calendar);
  if (closing.kind === 'calendar') return days;
  const { year, month } = lastMonthOf(code);
  const to = plainDate(year, month, closing.day) ?? endOfMonth(year, month);
  return to < days.from ? days : { from: days.from, to };
}

export const isRegimeInForce = (
  { validFrom, validUntil }: Pick<RegimeFields, 'validFrom' | 'validUntil'>,
  day: PlainDate,
): boolean => validFrom <= day && (validUntil === null || validUntil > day);
