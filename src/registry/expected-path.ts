import { z } from 'zod';
import type { Aim } from './target-aim.ts';

/**
 * Where a value should be by a month on its way to a target. Months are counted through the years; `at` is the number of months that
 * are over, so that the end of 2026 is 2026 * 12 + 12 and the beginning of 2027 the same number.
 */

/**
 * `linear`: the same step every month. `seasonal`: as large a part of the year as the same months were of past years. `trajectory`: values
 * that the coordinator has set. `steady`: the target itself all the time, where nothing is known to begin from or nothing adds up.
 */
const pathMethods = ['linear', 'seasonal', 'trajectory', 'steady'] as const;
export const PathMethod = z.enum(pathMethods);
export type PathMethod = z.infer<typeof PathMethod>;

/** What the way begins with and goes by. */
export type Path = {
  method: PathMethod;
  /** Exclusive and inclusive months: nothing is over, all is over. */
  from: number;
  to: number;
  start: number | null;
  aim: Aim;
  /** Of the year that is over by the end of each month, where past years tell (1 to 12). */
  shareBy: (month: number) => number | undefined;
  /** Set values, in the order of their months. */
  points: readonly PathPoint[];
};
export type PathPoint = { at: number; value: number };

/** The ends that a value should keep within by then; null: none on that side. */
export type Expected = { low: number | null; high: number | null };

const rounded = (value: number): number => Number(value.toPrecision(12));

/** Undefined where past years do not tell of this month. Before the way begins it is at its start, after its end at the target. */
export function expectedAt(path: Path, at: number): Expected | undefined {
  const { aim } = path;
  const way = (end: number | null): number | null | undefined => (end === null ? null : valueAt(path, end, at));
  const [low, high] = [way(aim.low), way(aim.high)];
  return low === undefined || high === undefined ? undefined : { low, high };
}

function valueAt(path: Path, end: number, at: number): number | undefined {
  const { method, from, to, start } = path;
  if (at >= to || method === 'steady') return end;
  if (method === 'trajectory') return onPoints(path, end, at);
  const begin = start ?? 0;
  if (at <= from) return begin;
  if (method === 'linear') return rounded(begin + ((end - begin) * (at - from)) / (to - from));
  const share = path.shareBy(((at - 1) % 12) + 1);
  return share === undefined ? undefined : rounded(end * share);
}

/** Straight from one set value to the next; before the first from the start, where it is known; after the last to the target. */
function onPoints({ from, to, start, points }: Path, end: number, at: number): number {
  const first: PathPoint[] = start === null ? [] : [{ at: from, value: start }];
  const way = [...first, ...points.filter((point) => point.at > from && point.at < to), { at: to, value: end }];
  const next = way.find((point) => point.at >= at) ?? { at: to, value: end };
  const before = way.findLast((point) => point.at <= at) ?? next;
  if (next.at === before.at) return before.value;
  return rounded(before.value + ((next.value - before.value) * (at - before.at)) / (next.at - before.at));
}

export type YearSoFar = { toDate: number; whole: number };

/** Past years that tell of a month: its share is their mean. One year alone may have been an odd one. */
const fewestYears = 2;

export function shareOf(years: readonly YearSoFar[]): number | undefined {
  const good = years.filter(({ toDate, whole }) => whole > 0 && toDate >= 0 && toDate <= whole);
  if (good.length < fewestYears) return undefined;
  return rounded(good.reduce((sum, { toDate, whole }) => sum + toDate / whole, 0) / good.length);
}

/** How far a value is off its expectation, in the value's own unit; 0: nowhere beyond. */
export const shortOf = (value: number, { low, high }: Expected): number =>
  Math.max(low === null ? 0 : low - value, high === null ? 0 : value - high, 0);

/** Whether a value keeps within the target itself. */
export function satisfies(value: number, { low, high, open }: Aim): boolean {
  const above = low === null || (open ? value > low : value >= low);
  return above && (high === null || (open ? value < high : value <= high));
}
