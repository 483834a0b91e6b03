import type { PeriodCode, PeriodKind } from '../values/period.ts';
import { lastMonthOf, parsePeriod } from '../values/period.ts';
import { endOfMonth, type PlainDate } from '../values/plain-date.ts';
import { aggregate, type Contribution } from './aggregate.ts';
import type { Missing } from './figure.ts';
import { isBlank } from './figure.ts';
import type { FigureBasis, FigureSpan } from './figure-basis.ts';
import type { Aggregation } from './indicator.ts';
import { computeSpan, type Reported } from './span-values.ts';

/** What the agencies of one target have reported, made one number for each month by the indicator's rule. */

export type TargetFigure = {
  agencyId: string;
  period: PeriodCode;
  span: FigureSpan;
  basis: FigureBasis;
  value: number | null;
  missing: Missing | null;
  periodTo: PlainDate;
  /** The days on which it began and ceased to count. */
  setOn: PlainDate;
  endedOn: PlainDate | null;
  /** The day on which its agency ceased to be. */
  agencyUntil: PlainDate | null;
};

/** One number by the end of a month. */
export type ValueThen = {
  value: number;
  /** Of the figures that it rests on. */
  figures: TargetFigure[];
  /** It was not reported so, but follows from what was. */
  computed: boolean;
  agencyIds: string[];
};

/** `summed` over its period; else it stands at the end of it. */
export type FigureRule = { aggregation: Aggregation; summed: boolean };

/** How far off is, of what is known of a line: best first. */
const bases: readonly FigureBasis[] = ['final', 'preliminary', 'estimated'];

const countsOn = ({ setOn, endedOn }: TargetFigure, day: PlainDate): boolean =>
  setOn <= day && (endedOn === null || endedOn > day);

/** What each agency reported: for each period and span one figure, the best basis there is. */
export type Reporters = ReadonlyMap<string, readonly Reported<TargetFigure>[]>;

/** A plan is judged on two days, and between them few of its figures changed. */
const ofAll = new WeakMap<readonly TargetFigure[], Reporters>();

export function reportersOf(figures: readonly TargetFigure[], day: PlainDate): Reporters {
  const counting = figures.filter((figure) => countsOn(figure, day));
  if (counting.length < figures.length) return byAgency(counting);
  const known = ofAll.get(figures) ?? byAgency(figures);
  ofAll.set(figures, known);
  return known;
}

function byAgency(figures: readonly TargetFigure[]): Reporters {
  const best = new Map<string, TargetFigure>();
  for (const figure of figures) {
    if (figure.basis === 'planned' || isBlank(figure)) continue;
    const key = `${figure.agencyId}\t${figure.period}\t${figure.span}`;
    const other = best.get(key);
    if (!other || bases.indexOf(figure.basis) < bases.indexOf(other.basis)) best.set(key, figure);
  }
  const reported = [...best.values()].map((figure) => ({ period: figure.period, span: figure.span, figure }));
  return Map.groupBy(reported, ({ figure }) => figure.agencyId);
}

export const monthAt = (code: PeriodCode): number => {
  const { year, month } = lastMonthOf(code);
  return year * 12 + month;
};

/** 2026-M03 for the months that are over by the end of March 2026. */
export const codeOf = (at: number): PeriodCode => {
  const month = ((at - 1) % 12) + 1;
  return `${(at - month) / 12}-M${String(month).padStart(2, '0')}`;
};

/** The months at whose end something was reported, latest first. */
export const monthsReported = (reporters: Reporters): number[] =>
  [...new Set([...reporters.values()].flat().flatMap(({ period }) => (isFree(period) ? [] : [monthAt(period)])))].sort(
    (a, b) => b - a,
  );

const isFree = (period: PeriodCode): boolean => parsePeriod(period)?.kind === 'free';

export type Whole = { kind: 'whole'; by: ValueThen } | { kind: 'lacking' } | { kind: 'apart' };

/** Since the year began, or as it stood at the end of a month; of all who report the line, or it is not whole. */
export function valueOn(reporters: Reporters, at: number, { aggregation, summed }: FigureRule): Whole {
  const found = [...reporters].flatMap(([agencyId, own]) => {
    const then = ofAgency(own, at, summed);
    return then || isAwaited(own, at) ? [{ agencyId, then }] : [];
  });
  const known = found.filter(({ then }) => then !== undefined);
  if (known.length === 0) return { kind: 'lacking' };
  if (found.length > 1 && (aggregation === 'none' || aggregation === 'weightedMean')) return { kind: 'apart' };
  const contributions = found.map(
    ({ agencyId, then }): Contribution => ({
      agencyId,
      figure: then?.figure ?? { value: null, missing: null },
      at:
        then?.from
          .map(({ setOn }) => setOn)
          .sort()
          .at(-1) ?? '',
    }),
  );
  const whole = aggregate(found.length > 1 ? aggregation : 'sum', contributions);
  const value = whole?.figure.value;
  if (!whole || value === undefined || value === null) return { kind: 'lacking' };
  if (whole.lacking.length > 0 && aggregation !== 'latest') return { kind: 'lacking' };
  const counted = known.filter(({ agencyId }) => whole.counted.includes(agencyId));
  const figures = counted.flatMap(({ then }) => then?.from ?? []);
  const computed = counted.some(({ then }) => then?.computed);
  return { kind: 'whole', by: { value, figures, computed, agencyIds: whole.counted } };
}

const awaitedMonths = 12;

/** Whoever reported the line within a year before or after, and was still there. */
const isAwaited = (own: readonly Reported<TargetFigure>[], at: number): boolean =>
  own.some(
    ({ period, figure: { agencyUntil } }) =>
      Math.abs(monthAt(period) - at) <= awaitedMonths && (agencyUntil === null || agencyUntil > lastDayOf(at)),
  );

const lastDayOf = (at: number): PlainDate => {
  const year = Math.ceil(at / 12) - 1;
  return endOfMonth(year, at - year * 12);
};

type OfAgency = { figure: { value: number | null; missing: Missing | null }; from: TargetFigure[]; computed: boolean };

function ofAgency(own: readonly Reported<TargetFigure>[], at: number, summed: boolean): OfAgency | undefined {
  const asked = { period: codeOf(at), span: summed ? ('toDate' as const) : ('period' as const) };
  const found = computeSpan(asked, own, summed);
  if (!found) return undefined;
  const from = found.from.map(({ figure }) => figure);
  const sinceJanuary = from.length === 1 && from[0]?.span === 'toDate';
  const computed = summed && !(sinceJanuary || isWholeYear(from));
  return { figure: { value: found.figure.value, missing: found.figure.missing }, from, computed };
}

const isWholeYear = (from: readonly TargetFigure[]): boolean =>
  from.length === 1 && from[0] !== undefined && parsePeriod(from[0].period)?.from.month === 1;

/** How many months a period of a kind has: the next one of the kind is due when so many more are over. */
export const monthsIn: Record<Exclude<PeriodKind, 'free'>, number> = {
  month: 1,
  quarter: 3,
  half: 6,
  nineMonths: 12,
  year: 12,
  fiveYears: 60,
  schoolYear: 12,
};
