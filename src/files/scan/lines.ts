import type { Component } from './components.ts';
import type { Box } from './regions.ts';

/** A line of text in the picture: what belongs to it, its base line, and the height of its type (em). */
export type TextLine = { box: Box; components: Component[]; base: number; size: number; from: number; to: number };

/** Of the height of type: small letters, and letters that rise as high as capitals do. */
const smallShare = 0.45;
const tallShare = 0.67;

/**
 * The lines of a region from top to bottom. The recognition's own way of finding them gives marks over capitals to the
 * line above where lines are close, and loses them; so each line is shown to it alone, with all its marks.
 */
export function textLinesOf(all: readonly Component[], dpi: number): TextLine[] {
  const letters = all.filter((one) => heightOf(one) >= dpi / 28 && heightOf(one) <= dpi / 2);
  const small = median(letters.map(heightOf));
  if (letters.length === 0 || small === 0) return all.length === 0 ? [] : [lineOf(all, dpi / 6)];
  const bodies = letters.filter((one) => heightOf(one) >= 0.6 * small);
  const middles = middlesOf(bodies, small);
  // Stamps and signatures go over several lines in every direction.
  const step = Math.min(...middles.slice(1).map((middle, at) => middle - (middles[at] ?? 0)), 6 * small);
  const fitting = new Set(all.filter((one) => heightOf(one) < 2.6 * step || one.right - one.left < 1.5 * step));
  const own: Component[][] = middles.map(() => []);
  for (const one of bodies.filter((body) => fitting.has(body))) {
    const line = nearest(middles, middleOf(one));
    own[line]?.push(one);
    // Letters of two lines that touch: each line takes its rows of them.
    if (heightOf(one) > 1.2 * step)
      for (const [at, middle] of middles.entries())
        if (at !== line && middle > one.top && middle < one.bottom) own[at]?.push(one);
  }
  const types = own.map((line, at) => ({
    base: baseOf(line, middles[at] ?? 0),
    size: sizeOf(line, small / smallShare),
  }));
  const letter = new Set(bodies);
  for (const one of fitting) if (!letter.has(one)) own[lineOfMark(one, types, fitting)]?.push(one);
  return own.flatMap((components, at) => {
    if (components.length === 0) return [];
    const from = at === 0 ? Number.NEGATIVE_INFINITY : ((middles[at - 1] ?? 0) + (middles[at] ?? 0)) / 2 - 0.25 * small;
    const to =
      at === middles.length - 1
        ? Number.POSITIVE_INFINITY
        : ((middles[at] ?? 0) + (middles[at + 1] ?? 0)) / 2 + 0.25 * small;
    return [lineOf(components, small / smallShare, from, to)];
  });
}

const heightOf = ({ top, bottom }: Component): number => bottom - top;
const middleOf = ({ top, bottom }: Component): number => (top + bottom) / 2;

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Where the letters of a line have their middles: the peaks of their widths, at least a line apart. */
function middlesOf(bodies: readonly Component[], small: number): number[] {
  const top = Math.floor(Math.min(...bodies.map(middleOf)));
  const counts = new Float64Array(Math.ceil(Math.max(...bodies.map(middleOf))) - top + 2);
  const reach = Math.max(1, Math.round(0.45 * small));
  for (const one of bodies) {
    const at = Math.round(middleOf(one)) - top;
    for (let y = Math.max(0, at - reach); y <= Math.min(counts.length - 1, at + reach); y++)
      counts[y] = (counts[y] ?? 0) + Math.min(one.right - one.left, 3 * small) * (1 - Math.abs(y - at) / (reach + 1));
  }
  const order = [...counts.keys()].sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  const peaks: number[] = [];
  for (const at of order) {
    if ((counts[at] ?? 0) <= 0) break;
    const isPeak = (counts[at] ?? 0) >= (counts[at - 1] ?? 0) && (counts[at] ?? 0) >= (counts[at + 1] ?? 0);
    if (isPeak && peaks.every((peak) => Math.abs(peak - at) >= 1.25 * small)) peaks.push(at);
  }
  return peaks.map((at) => at + top).sort((a, b) => a - b);
}

function nearest(middles: readonly number[], y: number): number {
  let best = 0;
  for (const [at, middle] of middles.entries())
    if (Math.abs(middle - y) < Math.abs((middles[best] ?? 0) - y)) best = at;
  return best;
}

type Type = { base: number; size: number };

/**
 * In heights of type over the base line: where only marks over letters stand, and where only dots under the line above.
 * Between the two, what stands nearer tells.
 */
const surelyOver = 0.75;
const surelyUnder = 1.05;

/** Nothing hangs lower than this under the base line. */
const lowest = 0.35;

/** The line that a mark or dot belongs to. */
function lineOfMark(mark: Component, lines: readonly Type[], all: Iterable<Component>): number {
  const y = middleOf(mark);
  const below = lines.findIndex(({ base }) => base >= y);
  if (below === -1) return lines.length - 1;
  const { base, size } = lines[below] ?? { base: 0, size: 0 };
  if (below === 0 || base - y < surelyOver * size) return below;
  const above = lines[below - 1] ?? { base: 0, size: 0 };
  if (y - above.base > lowest * above.size) return below;
  return base - y < surelyUnder * size && !isDot(mark, size) && !hangs(mark, all) ? below : below - 1;
}

/** Dots stand under letters; over them they stand only on i, which is lower. */
const isDot = ({ left, right, top, bottom }: Component, size: number): boolean =>
  right - left < 0.145 * size && bottom - top < 0.145 * size && Math.abs(right - left - bottom + top) <= 2;

/** True where ink stands nearer above it than below it. */
function hangs(mark: Component, all: Iterable<Component>): boolean {
  let [over, under] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const one of all) {
    if (one === mark || one.right < mark.left || one.left > mark.right) continue;
    if (middleOf(one) < middleOf(mark)) over = Math.min(over, Math.max(0, mark.top - one.bottom));
    else under = Math.min(under, Math.max(0, one.top - mark.bottom));
  }
  return over < under;
}

const baseOf = (bodies: readonly Component[], middle: number): number =>
  bodies.length === 0 ? middle : median(bodies.map(({ bottom }) => bottom));

/** A few letters do not tell how high the type is: they may be all small or all capitals. */
function sizeOf(bodies: readonly Component[], usual: number): number {
  const heights = bodies.map(heightOf).sort((a, b) => a - b);
  const own = (heights[Math.floor(0.85 * heights.length)] ?? 0) / tallShare;
  return bodies.length >= 6 ? own : Math.min(Math.max(own, 0.8 * usual), 1.6 * usual);
}

function lineOf(
  components: readonly Component[],
  usual: number,
  from = Number.NEGATIVE_INFINITY,
  to = Number.POSITIVE_INFINITY,
): TextLine {
  const tall = components.map(heightOf).sort((a, b) => a - b);
  const bodies = components.filter((one) => heightOf(one) > 0.5 * (tall[Math.floor(0.8 * tall.length)] ?? 0));
  return {
    box: {
      left: Math.min(...components.map(({ left }) => left)),
      right: Math.max(...components.map(({ right }) => right)),
      top: Math.max(from, Math.min(...components.map(({ top }) => top))),
      bottom: Math.min(to, Math.max(...components.map(({ bottom }) => bottom))),
    },
    components: [...components],
    base: median(bodies.map(({ bottom }) => Math.min(bottom, to))),
    size: sizeOf(bodies, usual),
    from,
    to,
  };
}
