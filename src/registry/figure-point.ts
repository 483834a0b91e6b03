import { z } from 'zod';
import { Tier } from '../values/finding.ts';
import { PeriodCode, ReportingCalendar } from '../values/period.ts';
import { PlainDate } from '../values/plain-date.ts';
import { aggregate, type Contribution } from './aggregate.ts';
import { type Figure, FigureKey, FigureValue } from './figure.ts';
import type { Aggregation } from './indicator.ts';
import { Named } from './named.ts';
import { computeSpan } from './span-values.ts';

/** What was reported of one line for one period, by all agencies of one tier together. */
export const FigurePoint = FigureKey.omit({ indicatorId: true })
  .extend(FigureValue.shape)
  .extend({
    tier: Tier,
    period: PeriodCode,
    calendar: ReportingCalendar,
    periodTo: PlainDate,
    /** In how many agencies' figures it rests, and how many gave none yet. */
    counted: z.int(),
    lacking: z.int(),
    /** The other span was reported, and this follows from it. */
    computed: z.boolean(),
    /** Nobody reported it: it follows by formula from what was reported of others. */
    formula: z.boolean(),
    /** Several agencies' figures that are not to be made one: each stands for itself. */
    apart: z.boolean(),
    /** Where it rests on one agency's: whose, and in which submission. */
    only: z.object({ agency: Named, submissionId: z.uuid().nullable() }).nullable(),
  });
export type FigurePoint = z.infer<typeof FigurePoint>;

/** With whose figures it rests on. */
export type RestingPoint = FigurePoint & { agencies: readonly string[] };

/** A figure as it was reported, or as it follows from others of its agency. */
export type Reckoned = Figure & { computed?: boolean };

/** What is summed over its period: in the period alone and since the year began, where only one of them was reported. */
export function withOtherSpans(figures: readonly Figure[]): Reckoned[] {
  const series = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = [figure.agency.id, figure.line, figure.calendar, figure.basis].join('\t');
    series.set(key, [...(series.get(key) ?? []), figure]);
  }
  return [...figures, ...[...series.values()].flatMap(otherSpans)];
}

function otherSpans(series: readonly Figure[]): Reckoned[] {
  const reported = series.map(({ period, span, value, missing }) => ({ period, span, figure: { value, missing } }));
  const there = new Set(reported.map(({ period, span }) => `${period} ${span}`));
  return series.flatMap((one) => {
    const span = one.span === 'toDate' ? 'period' : 'toDate';
    const computed = there.has(`${one.period} ${span}`) || computeSpan({ period: one.period, span }, reported, true);
    return computed && computed !== true ? [{ ...one, span, ...computed.figure, computed: true }] : [];
  });
}

export type Place = Pick<FigurePoint, 'tier' | 'line' | 'period' | 'calendar' | 'span' | 'basis'>;

/** Figures under one key are of the same. */
export const pointKey = ({ tier, line, period, calendar, span, basis }: Place): string =>
  [tier, line, period, calendar, span, basis].join('\t');

/** Latest periods first. */
export function figurePoints(
  figures: readonly Reckoned[],
  rule: Aggregation,
  weightOf: (figure: Figure) => FigureValue | undefined = () => undefined,
): RestingPoint[] {
  const groups = new Map<string, Reckoned[]>();
  for (const figure of figures) {
    const key = pointKey(figure);
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.values()].flatMap((group) => pointOf(group, rule, weightOf) ?? []).sort(byPeriod);
}

export const byPeriod = (a: FigurePoint, b: FigurePoint): number =>
  a.periodTo === b.periodTo ? 0 : a.periodTo < b.periodTo ? 1 : -1;

function pointOf(
  group: readonly Reckoned[],
  rule: Aggregation,
  weightOf: (figure: Figure) => FigureValue | undefined,
): RestingPoint | undefined {
  const [first] = group;
  if (!first) return undefined;
  const { tier, line, period, calendar, periodTo, span, basis } = first;
  const computed = group.some((one) => one.computed === true);
  const agencies = group.map(({ agency }) => agency.id);
  const of = { tier, line, period, calendar, periodTo, span, basis, computed, formula: false, agencies };
  const only = group.length === 1 ? { agency: first.agency, submissionId: first.submissionId } : null;
  if (only) return { ...of, value: first.value, missing: first.missing, counted: 1, lacking: 0, apart: false, only };
  const whole = aggregate(
    rule,
    group.map((figure) => contributionOf(figure, weightOf(figure))),
  );
  if (!whole) return { ...of, value: null, missing: null, counted: group.length, lacking: 0, apart: true, only };
  return { ...of, ...whole.figure, counted: whole.counted.length, lacking: whole.lacking.length, apart: false, only };
}

const contributionOf = (figure: Figure, weight: FigureValue | undefined): Contribution => ({
  agencyId: figure.agency.id,
  figure,
  at: figure.setAt,
  ...(weight && { weight }),
});
