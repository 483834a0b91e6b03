import { type PeriodCode, parsePeriod } from '../values/period.ts';

/** What stands beside a reported number and is not one: shares, changes and what the year may end with, each with how it was found. */

const rounded = (value: number): number => Number(value.toPrecision(12));

/** In percent; undefined without a plan to divide by. */
export const shareOfPlan = (value: number | null, plan: number | null): number | undefined =>
  value === null || plan === null || plan === 0 ? undefined : rounded((value / plan) * 100);

/** Growth over another period in percent, or the difference in points where the numbers are percents themselves. */
export function changeSince(
  value: number | null,
  earlier: number | null,
  inPoints: boolean,
): { by: number; inPoints: boolean } | undefined {
  if (value === null || earlier === null) return undefined;
  if (inPoints) return { by: rounded(value - earlier), inPoints };
  return earlier <= 0 ? undefined : { by: rounded((value / earlier - 1) * 100), inPoints };
}

/**
 * `sameShare`: as large a part of the year as the same months were of the last one. `evenPace`: as much in each month to come as on
 * average so far. `straightLine`: on the line that runs closest to what was reported before.
 */
export type ForecastMethod = 'sameShare' | 'evenPace' | 'straightLine';
export type Forecast = { value: number; method: ForecastMethod };

/** Values of earlier periods of the same kind, oldest first, as years and parts of years. */
export type Reading = { period: PeriodCode; value: number };

export type ForecastFacts = {
  period: PeriodCode;
  /** What there is since the year began, or as things stand. */
  value: number | null;
  /** It is summed over the year. */
  summed: boolean;
  /** Of the year before, of what is summed: to the same month, and the whole. */
  lastYear: { toDate: number; whole: number } | undefined;
  history: readonly Reading[];
};

/** What the year may end with. undefined at its end, and where too little is known. */
export function forecastYear(facts: ForecastFacts): Forecast | undefined {
  const month = monthOf(facts.period);
  if (facts.value === null || month === undefined || month >= 12) return undefined;
  if (!facts.summed) return straightLine([...facts.history, { period: facts.period, value: facts.value }]);
  const { lastYear, value } = facts;
  if (lastYear && lastYear.toDate > 0 && lastYear.whole >= lastYear.toDate)
    return { value: rounded((value * lastYear.whole) / lastYear.toDate), method: 'sameShare' };
  return month < 3 ? undefined : { value: rounded((value / month) * 12), method: 'evenPace' };
}

/** The last month of a part of one year. */
function monthOf(period: PeriodCode): number | undefined {
  const parsed = parsePeriod(period);
  if (!parsed || parsed.from.year !== parsed.to.year || parsed.kind === 'free') return undefined;
  return parsed.to.month;
}

const fewest = 4;

function straightLine(readings: readonly Reading[]): Forecast | undefined {
  const points = readings.flatMap(({ period, value }) => {
    const to = parsePeriod(period)?.to;
    return to ? [{ at: to.year * 12 + to.month, value }] : [];
  });
  const last = points.at(-1);
  if (!last || points.length < fewest) return undefined;
  const mean = (of: (point: (typeof points)[number]) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [at, value] = [mean((point) => point.at), mean((point) => point.value)];
  const spread = mean((point) => (point.at - at) ** 2);
  if (spread === 0) return undefined;
  const slope = mean((point) => (point.at - at) * (point.value - value)) / spread;
  const december = Math.ceil(last.at / 12) * 12;
  return { value: rounded(value + slope * (december - at)), method: 'straightLine' };
}
