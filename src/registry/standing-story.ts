import { z } from 'zod';
import { PeriodCode, parsePeriod } from '../values/period.ts';
import { endOfMonth, PlainDate } from '../values/plain-date.ts';
import { type Expected, expectedAt, type Path } from './expected-path.ts';
import { FigureBasis } from './figure-basis.ts';
import { type StandingFacts, throughYears, type Way, wayOf } from './standing.ts';
import { monthsReported, type Reporters, reportersOf } from './target-figures.ts';
import { type Forecast, forecastYear } from './trend.ts';

/** A target through time: what was expected month by month, what was reached, and what the year may end with. */

const End = z.object({ low: z.number().nullable(), high: z.number().nullable() });

export const StandingStory = z.object({
  /** The last days before and of its time. */
  from: PlainDate,
  to: PlainDate,
  aim: End,
  /** At the end of each month of its time; `slack` is how far off still is on the path. */
  expected: z.array(End.extend({ day: PlainDate, slack: z.number() })),
  actual: z.array(
    z.object({ period: PeriodCode, day: PlainDate, value: z.number(), basis: FigureBasis, computed: z.boolean() }),
  ),
  /** Apart from what was reported. */
  forecast: z
    .object({ day: PlainDate, value: z.number(), method: z.enum(['sameShare', 'evenPace', 'straightLine']) })
    .nullable(),
});
export type StandingStory = z.infer<typeof StandingStory>;

const dayAt = (at: number): PlainDate => {
  const year = Math.ceil(at / 12) - 1;
  return endOfMonth(year, at - year * 12);
};

/** Null where no way to the target is known. */
export function storyOf(facts: StandingFacts, day: PlainDate): StandingStory | null {
  const reporters = reportersOf(facts.figures, day);
  const way = wayOf(facts, reporters, Number(day.slice(0, 4)));
  if (typeof way === 'string') return null;
  const { path } = way;
  const known = reachedIn(reporters, way);
  return {
    ...{ from: dayAt(path.from), to: dayAt(path.to), aim: { low: path.aim.low, high: path.aim.high } },
    expected: expectedIn(way, facts.rules.slight),
    actual: known.map(({ at, ...point }) => ({ ...point, day: dayAt(at) })),
    forecast: forecastOf(reporters, way, known),
  };
}

function expectedIn({ path, start }: Way, slight: number): StandingStory['expected'] {
  const months = Array.from({ length: path.to - path.from + 1 }, (_, past) => path.from + past);
  return months.flatMap((at) => {
    const expected = expectedAt(path, at);
    return expected
      ? [{ ...expected, day: dayAt(at), slack: slackOf(expected, path, start !== null) * (slight / 100) }]
      : [];
  });
}

/** What a gap is a share of: as registry/standing.ts counts it. */
function slackOf({ low, high }: Expected, { start, aim }: Path, fromStart: boolean): number {
  const end = aim.low ?? aim.high ?? 0;
  const way = fromStart && start !== null ? Math.abs(end - start) : 0;
  return way || Math.abs(low ?? high ?? 0);
}

type Reached = Omit<StandingStory['actual'][number], 'day'> & { at: number };

/** From the year before its time on, oldest first. */
function reachedIn(reporters: Reporters, { path, years, rule }: Way): Reached[] {
  return monthsReported(reporters)
    .filter((at) => at >= path.from - (rule.summed ? 0 : 12) && at <= path.to && at > (rule.summed ? path.from : 0))
    .toReversed()
    .flatMap((at) => {
      const found = throughYears(reporters, at, years, rule);
      const latest = typeof found === 'string' ? undefined : found.figures.at(-1);
      if (typeof found === 'string' || !latest) return [];
      return [{ at, period: latest.period, value: found.value, basis: latest.basis, computed: found.computed }];
    });
}

function forecastOf(
  reporters: Reporters,
  { path, years, rule }: Way,
  known: readonly Reached[],
): StandingStory['forecast'] {
  const last = known.at(-1);
  if (!last || (rule.summed && years.from !== years.to)) return null;
  const kind = parsePeriod(last.period)?.kind;
  const history = known.filter(({ period }) => parsePeriod(period)?.kind === kind).slice(0, -1);
  const before = (at: number) => {
    const found = throughYears(reporters, at, { from: 0, to: 0, each: true }, rule);
    return typeof found === 'string' ? undefined : found.value;
  };
  const [toDate, whole] = [before(last.at - 12), before(path.from)];
  const found: Forecast | undefined = forecastYear({
    ...{ period: last.period, value: last.value, summed: rule.summed, history },
    lastYear: rule.summed && toDate !== undefined && whole !== undefined ? { toDate, whole } : undefined,
  });
  return found ? { ...found, day: dayAt(Math.ceil(last.at / 12) * 12) } : null;
}
