import { z } from 'zod';
import { endOfMonth, PlainDate, plainDate } from './plain-date.ts';

/** Kỳ báo cáo: what a report or a figure is about. */

/**
 * By which days a period is counted: from the 15th to the 14th (NĐ 09/2019/NĐ-CP, Điều 12), calendar months
 * (NĐ 60/2018/NĐ-CP), or the school year.
 */
export const ReportingCalendar = z.enum(['administrative', 'statistical', 'school']);
export type ReportingCalendar = z.infer<typeof ReportingCalendar>;

const periodKinds = ['month', 'quarter', 'half', 'nineMonths', 'year', 'fiveYears', 'schoolYear', 'free'] as const;
export const PeriodKind = z.enum(periodKinds);
export type PeriodKind = z.infer<typeof PeriodKind>;

/** "2026-M03", "2026-Q1", "2026-H2", "2026-9M", "2026", "2026-2030", "SY2026" (2026-2027), "2026-01-05/2026-02-10". */
export const PeriodCode = z.string().refine((text) => parsePeriod(text) !== undefined);
export type PeriodCode = z.infer<typeof PeriodCode>;

/** Which months of which years: both ends inclusive; `free` has days instead. */
export type Period = { kind: PeriodKind; code: PeriodCode; year: number; from: YearMonth; to: YearMonth; days?: Days };
type YearMonth = { year: number; month: number };
/** Both inclusive. */
export type Days = { from: PlainDate; to: PlainDate };

const form =
  /^(?<year>(?:19|20)\d{2})(?:-(?:M(?<month>0[1-9]|1[0-2])|Q(?<quarter>[1-4])|H(?<half>[12])|(?<nine>9M)|(?<last>(?:19|20)\d{2})))?$/;
const schoolForm = /^SY(?<year>(?:19|20)\d{2})$/;
const freeForm = /^(?<from>\d{4}-\d{2}-\d{2})\/(?<to>\d{4}-\d{2}-\d{2})$/;

/** There are some hundred in use, and judging one plan asks for them a hundred thousand times. */
const parsed = new Map<string, Period>();
const mostKept = 5000;

/** undefined where there is no such period. */
export function parsePeriod(code: string): Readonly<Period> | undefined {
  const known = parsed.get(code);
  if (known) return known;
  const period = parseNew(code);
  if (period && parsed.size < mostKept) parsed.set(code, period);
  return period;
}

function parseNew(code: string): Period | undefined {
  const school = schoolForm.exec(code)?.groups?.year;
  if (school !== undefined) {
    const year = Number(school);
    return { kind: 'schoolYear', code, year, from: { year, month: 9 }, to: { year: year + 1, month: 8 } };
  }
  const free = freeForm.exec(code)?.groups;
  if (free) return freePeriod(code, free.from ?? '', free.to ?? '');
  const groups = form.exec(code)?.groups;
  if (!groups) return undefined;
  const year = Number(groups.year);
  const of = (kind: PeriodKind, first: number, last: number): Period => ({
    kind,
    code,
    year,
    from: { year, month: first },
    to: { year, month: last },
  });
  if (groups.month) return of('month', Number(groups.month), Number(groups.month));
  if (groups.quarter) return of('quarter', Number(groups.quarter) * 3 - 2, Number(groups.quarter) * 3);
  if (groups.half) return of('half', Number(groups.half) * 6 - 5, Number(groups.half) * 6);
  if (groups.nine) return of('nineMonths', 1, 9);
  if (groups.last === undefined) return of('year', 1, 12);
  const last = Number(groups.last);
  if (last <= year || last - year > 10) return undefined;
  return { kind: 'fiveYears', code, year, from: { year, month: 1 }, to: { year: last, month: 12 } };
}

function freePeriod(code: string, from: string, to: string): Period | undefined {
  if (!PlainDate.safeParse(from).success || !PlainDate.safeParse(to).success || from > to) return undefined;
  const monthOf = (day: string): YearMonth => ({ year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) });
  return { kind: 'free', code, year: monthOf(from).year, from: monthOf(from), to: monthOf(to), days: { from, to } };
}

/** @throws Error where there is no such period: codes are checked at the door */
function periodOfCode(code: PeriodCode): Period {
  const period = parsePeriod(code);
  if (!period) throw new Error(`no such period: ${code}`);
  return period;
}

/** The days that count in a period; the last is the closing day. */
export function daysOfPeriod(code: PeriodCode, calendar: ReportingCalendar): Days {
  const { from, to, days } = periodOfCode(code);
  if (days) return days;
  if (calendar !== 'administrative') {
    return { from: dayOf(from, 1), to: endOfMonth(to.year, to.month) };
  }
  // NĐ 09/2019/NĐ-CP, Điều 12: from the 15th of the month before to the 14th of the last month.
  const before = from.month === 1 ? { year: from.year - 1, month: 12 } : { year: from.year, month: from.month - 1 };
  return { from: dayOf(before, 15), to: dayOf(to, 14) };
}

const dayOf = ({ year, month }: YearMonth, day: number): PlainDate =>
  plainDate(year, month, day) ?? endOfMonth(year, month);

/** Cùng kỳ: the same period of the year before; of five years the five before, of free days none. */
export function samePeriodBefore(code: PeriodCode): PeriodCode | undefined {
  const { kind, year, to } = periodOfCode(code);
  if (kind === 'free') return undefined;
  if (kind === 'schoolYear') return `SY${year - 1}`;
  if (kind === 'fiveYears') {
    const length = to.year - year + 1;
    return `${year - length}-${to.year - length}`;
  }
  return code.replace(/^\d{4}/, String(year - 1));
}

const turns: Partial<Record<PeriodKind, { letter: string; count: number; width: number }>> = {
  month: { letter: 'M', count: 12, width: 2 },
  quarter: { letter: 'Q', count: 4, width: 1 },
  half: { letter: 'H', count: 2, width: 1 },
};

/** The period just before it, of the same kind. */
export function periodBefore(code: PeriodCode): PeriodCode | undefined {
  const { kind, year, from } = periodOfCode(code);
  const turn = turns[kind];
  if (!turn) return samePeriodBefore(code);
  const at = Math.ceil((from.month * turn.count) / 12) - 1;
  const number = at === 0 ? turn.count : at;
  return `${at === 0 ? year - 1 : year}-${turn.letter}${String(number).padStart(turn.width, '0')}`;
}

/** Those of its kind before it in the same year: "2026-M03" has two. */
export function earlierInYear(code: PeriodCode): PeriodCode[] {
  const before = periodBefore(code);
  if (before === undefined || parsePeriod(before)?.year !== parsePeriod(code)?.year) return [];
  return [...earlierInYear(before), before];
}

/** The months of a period in their order, as codes: what a period is the sum of. */
export function monthsOf(code: PeriodCode): PeriodCode[] {
  const { from, to } = periodOfCode(code);
  const count = (to.year - from.year) * 12 + to.month - from.month + 1;
  return Array.from({ length: count }, (_, at) => {
    const month = from.month - 1 + at;
    return `${from.year + Math.floor(month / 12)}-M${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

/** The last month that belongs to a period. */
export const lastMonthOf = (code: PeriodCode): { year: number; month: number } => periodOfCode(code).to;

/** All periods of a kind that begin in a year, in their order; free ones are named, never counted. */
export function periodsOfYear(kind: PeriodKind, year: number): PeriodCode[] {
  const turn = turns[kind];
  if (turn)
    return Array.from(
      { length: turn.count },
      (_, at) => `${year}-${turn.letter}${String(at + 1).padStart(turn.width, '0')}`,
    );
  if (kind === 'nineMonths') return [`${year}-9M`];
  if (kind === 'year') return [String(year)];
  if (kind === 'schoolYear') return [`SY${year}`];
  // Plans of five years go from a 1 or a 6 on: 2021-2025, 2026-2030.
  return kind === 'fiveYears' && year % 5 === 1 ? [`${year}-${year + 4}`] : [];
}
