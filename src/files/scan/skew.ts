import type { Grey, Ink } from './grey.ts';

/** A page that lies more askew than this, in degrees, was not meant to be straight. */
const most = 6;

/** Less than this cannot be seen, and turning blurs the letters. */
const least = 0.12;

/** Degrees by which the lines of a page rise to the right (negative: fall); 0 where that cannot be seen or told. */
export function skewOf(ink: Ink): number {
  const points = pointsOf(ink);
  if (points.xs.length < 200) return 0;
  let best = 0;
  for (const [reach, step] of [
    [most, 0.5],
    [0.5, 0.1],
    [0.1, 0.02],
  ] as const) {
    const angles = Array.from({ length: 2 * Math.round(reach / step) + 1 }, (_, at) => best + at * step - reach);
    const scores = angles.map((angle) => sharpness(points, angle));
    best = angles[scores.indexOf(Math.max(...scores))] ?? best;
  }
  return Math.abs(best) < least || Math.abs(best) > most ? 0 : best;
}

type Points = { xs: Int32Array; ys: Int32Array; height: number; width: number };

/** Lower edges of ink on every third column: lines of text are sharpest where their letters stand. */
function pointsOf({ width, height, dots }: Ink): Points {
  const [xs, ys]: [number[], number[]] = [[], []];
  for (let y = 0; y < height - 1; y++)
    for (let x = y % 3; x < width; x += 3)
      if (dots[y * width + x] === 1 && dots[(y + 1) * width + x] === 0) {
        xs.push(x);
        ys.push(y);
      }
  return { xs: Int32Array.from(xs), ys: Int32Array.from(ys), height, width };
}

/** How unevenly the points fall on lines of that slope. */
function sharpness({ xs, ys, height, width }: Points, angle: number): number {
  const slope = Math.tan((angle * Math.PI) / 180);
  const offset = Math.ceil(Math.abs(slope) * width);
  const counts = new Uint32Array(Math.ceil((height + 2 * offset) / 2) + 1);
  for (let at = 0; at < xs.length; at++) {
    const line = Math.round(((ys[at] ?? 0) + slope * (xs[at] ?? 0) + offset) / 2);
    counts[line] = (counts[line] ?? 0) + 1;
  }
  return counts.reduce((sum, count) => sum + count * count, 0);
}

/**
 * Turns about the picture's middle, to the right by so many degrees; what comes in from outside is white. Dots between
 * dots come from sixteen around them (Catmull-Rom): the mean of four blurs a hook over a letter into a stroke.
 */
export function turned({ width, height, dots }: Grey, degrees: number): Grey {
  const other = new Uint8Array(width * height).fill(255);
  const { sin, cos, middleX, middleY } = turning(width, height, degrees);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const fromX = middleX + cos * (x - middleX) + sin * (y - middleY);
      const fromY = middleY - sin * (x - middleX) + cos * (y - middleY);
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
      if (left < 1 || top < 1 || left >= width - 2 || top >= height - 2) continue;
      const start = (top - 1) * width + left - 1;
      if (isPaper(dots, start, width)) continue;
      const [right, down] = [fromX - left, fromY - top];
      let tone = 0;
      for (let row = 0; row < 4; row++) {
        const at = start + row * width;
        let line = 0;
        for (let column = 0; column < 4; column++) line += share(column, right) * (dots[at + column] ?? 255);
        tone += share(row, down) * line;
      }
      other[y * width + x] = Math.max(0, Math.min(255, Math.round(tone)));
    }
  }
  return { width, height, dots: other };
}

/** Most of a page is paper, of which nothing needs to be reckoned. */
const isPaper = (dots: Uint8Array, start: number, width: number): boolean =>
  dots[start + width + 1] === 255 &&
  dots[start + width + 2] === 255 &&
  dots[start + 2 * width + 1] === 255 &&
  dots[start + 2 * width + 2] === 255;

/** What each of four dots in a row gives to a place between the middle two. */
function share(dot: number, one: number): number {
  if (dot === 0) return ((2 - one) * one - 1) * one * 0.5;
  if (dot === 1) return ((3 * one - 5) * one * one + 2) * 0.5;
  if (dot === 2) return ((4 - 3 * one) * one + 1) * one * 0.5;
  return (one - 1) * one * one * 0.5;
}

const turning = (width: number, height: number, degrees: number) => ({
  sin: Math.sin((degrees * Math.PI) / 180),
  cos: Math.cos((degrees * Math.PI) / 180),
  middleX: (width - 1) / 2,
  middleY: (height - 1) / 2,
});

/** Where a place of the turned picture stood before it was turned. */
export function turnedBack(
  { width, height }: { width: number; height: number },
  degrees: number,
  [x, y]: readonly [number, number],
): [number, number] {
  const { sin, cos, middleX, middleY } = turning(width, height, degrees);
  return [middleX + cos * (x - middleX) + sin * (y - middleY), middleY - sin * (x - middleX) + cos * (y - middleY)];
}
