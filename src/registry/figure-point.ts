import { z } from 'zod';
import { Tier } from '../values/finding.ts';
import { PeriodCode, ReportingCalendar } from '../values/period.ts';
import { PlainDate } from '../values/plain-date.ts';
import { aggregate, type Contribution } from './aggregate.ts';
import { type Figure, FigureKey, FigureValue } from './figure.ts';
import type { Aggregation } from './indicator.ts';
import { Named } from './named.ts';

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
    /** Several agencies' figures that are not to be made one: each stands for itself. */
    apart: z.boolean(),
    /** Where it rests on one agency's: whose, and in which submission. */
    only: z.object({ agency: Named, submissionId: z.uuid().nullable() }).nullable(),
  });
export type FigurePoint = z.infer<typeof FigurePoint>;

const keyOf = ({ tier, line, period, calendar, span, basis }: Figure): string =>
  [tier, line, period, calendar, span, basis].join('\t');

/** By which figure one is weighed: of the same agency, days and part; else of the whole. */
function weighing(weights: readonly Figure[]): (figure: Figure) => FigureValue | undefined {
  const keyed = new Map(
    weights.map((one) => [[one.agency.id, one.line, one.period, one.calendar].join('\t'), one] as const),
  );
  return ({ agency, line, period, calendar }) =>
    keyed.get([agency.id, line, period, calendar].join('\t')) ??
    keyed.get([agency.id, '', period, calendar].join('\t'));
}

/** Latest periods first. */
export function figurePoints(
  figures: readonly Figure[],
  rule: Aggregation,
  weights: readonly Figure[] = [],
): FigurePoint[] {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = keyOf(figure);
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  const weightOf = weighing(weights);
  return [...groups.values()].flatMap((group) => pointOf(group, rule, weightOf) ?? []).sort(byPeriod);
}

const byPeriod = (a: FigurePoint, b: FigurePoint): number => (a.periodTo < b.periodTo ? 1 : -1);

function pointOf(
  group: readonly Figure[],
  rule: Aggregation,
  weightOf: (figure: Figure) => FigureValue | undefined,
): FigurePoint | undefined {
  const [first] = group;
  if (!first) return undefined;
  const { tier, line, period, calendar, periodTo, span, basis } = first;
  const of = { tier, line, period, calendar, periodTo, span, basis };
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
