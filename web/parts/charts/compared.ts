import type { Sparkline } from '../../../src/registry/sparkline.ts';
import { dayNumber, type PlainDate } from '../../../src/values/plain-date.ts';

/** Two lines set beside one another: as things were known on two days, or as two years went. */

export type Forecast = { day: PlainDate; value: number; method: 'sameShare' | 'evenPace' | 'straightLine' };
/** No finer than what it is: a guess. */
export const forecastValue = ({ value }: Forecast): number => Number(value.toPrecision(4));

export type Line = { name: string; points: Sparkline; forecast: Forecast | null };
/** A line of days lies where its days lie; a line of a year where its months do. */
export type By = 'day' | 'month';

export const placeOf = (day: PlainDate, by: By): number => (by === 'day' ? dayNumber(day) : Number(day.slice(5, 7)));

/** The months of one year alone. */
export const ofYear = (points: Sparkline, year: number): Sparkline =>
  points.filter(({ day }) => Number(day.slice(0, 4)) === year);

export type ComparedRow = { at: number; day: PlainDate; first: number | null; second: number | null };

/** Every place that one of them has a value at, in order. */
export function comparedRows(first: Line, second: Line, by: By): ComparedRow[] {
  const rows = new Map<number, ComparedRow>();
  for (const [side, { points }] of [['first', first] as const, ['second', second] as const])
    for (const { day, value } of points) {
      const at = placeOf(day, by);
      const row = rows.get(at) ?? { at, day, first: null, second: null };
      rows.set(at, { ...row, [side]: value });
    }
  return [...rows.values()].sort((a, b) => a.at - b.at);
}

export const differenceOf = ({ first, second }: ComparedRow): number | null =>
  first === null || second === null ? null : Number((first - second).toPrecision(10));
