import { dayNumber, type PlainDate } from './plain-date.ts';

/** Where values and days lie in a drawing. */

export type Box = { left: number; right: number; top: number; bottom: number };

const rounds = [1, 2, 2.5, 5, 10];

/** Round numbers from below the least to above the most, about so many. */
export function ticksOf(least: number, most: number, about = 5): number[] {
  const spread = most - least || Math.abs(most) || 1;
  const rough = spread / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (rounds.find((one) => one * power >= rough) ?? 10) * power;
  const first = Math.floor(least / step) * step;
  const ticks: number[] = [];
  for (let at = first; ticks.length < 20; at += step) {
    ticks.push(Number(at.toPrecision(12)));
    if (at >= most) break;
  }
  return ticks;
}

export const lineScale = (from: number, to: number, start: number, end: number) => (value: number) =>
  to === from ? (start + end) / 2 : start + ((value - from) / (to - from)) * (end - start);

export const dayScale = (from: PlainDate, to: PlainDate, box: Box) => {
  const scale = lineScale(dayNumber(from), dayNumber(to), box.left, box.right);
  return (day: PlainDate) => scale(dayNumber(day));
};

export const pathOf = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)},${y.toFixed(1)}`).join('');
