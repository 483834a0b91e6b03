import type { Component } from './components.ts';
import type { Ink } from './grey.ts';
import type { Box } from './regions.ts';

/**
 * Roman numerals are what the recognition reads worst ("IH", "1L", "Hị" for III), and headings hang on them. Where it
 * read nothing but uprights, they are counted as they are drawn: an I looks the same upside down, other letters do not.
 */
const uprights = /^([VX]{0,3})([I1lTHLMÌÍỊìíịi|]{1,4})([.,)]?)$/;

/** How much of an I and of its upside-down picture is the same. What was read as a figure must be an I beyond doubt. */
const same = { letter: 0.75, figure: 0.9 };

/** The numeral that stands where `text` was read; undefined where it is none, or was read as it is. */
export function numeralAt(
  text: string,
  components: readonly Component[],
  ink: Ink,
  isFirst: boolean,
): string | undefined {
  const [, lead = '', bars, end = ''] = uprights.exec(text) ?? [];
  // "i)" and "ii)" count, too.
  if (bars === undefined || /^[il]+$/.test(bars)) return undefined;
  const tallest = Math.max(0, ...components.map(heightOf));
  const tall = components.filter((one) => heightOf(one) > 0.75 * tallest).sort((a, b) => a.left - b.left);
  const own = tall.slice(lead.length);
  if (own.length === 0) return undefined;
  const box = {
    left: Math.min(...own.map(({ left }) => left)),
    right: Math.max(...own.map(({ right }) => right)),
    top: Math.min(...own.map(({ top }) => top)),
    bottom: Math.max(...own.map(({ bottom }) => bottom)),
  };
  const count = barsIn(ink, box);
  const isFigure = /^\d+$/.test(bars);
  // Within a line figures are figures: "Điều 1."
  if (isFigure && !isFirst) return undefined;
  const least = isFigure ? same.figure : same.letter;
  if (count === 0 || count > 3 || likeness(ink, box) < least) return undefined;
  const dot = components.some((one) => isDot(one, box));
  const numeral = `${lead}${'I'.repeat(count)}${end || (dot ? '.' : '')}`;
  return numeral === text ? undefined : numeral;
}

const heightOf = ({ top, bottom }: Component): number => bottom - top;

/** On the base line, close behind. */
const isDot = (one: Component, { right, top, bottom }: Box): boolean =>
  one.left >= right - 1 &&
  heightOf(one) < 0.3 * (bottom - top) &&
  Math.abs(one.bottom - bottom) < 0.15 * (bottom - top);

/** How many bars go through the box from top to bottom; 0 where anything else is in it. */
function barsIn(ink: Ink, box: Box): number {
  const height = box.bottom - box.top;
  const counts = [0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7].map((share) =>
    runsAt(ink, box, Math.round(box.top + share * height)),
  );
  const [first] = counts;
  const isBars = first !== undefined && counts.every((runs) => runs.length === first.length);
  return isBars && counts.flat().every((width) => width < 0.4 * height) ? first.length : 0;
}

function runsAt({ width, dots }: Ink, { left, right }: Box, row: number): number[] {
  const runs: number[] = [];
  let length = 0;
  for (let x = left; x <= right; x++) {
    if (x < right && dots[row * width + x] === 1) length += 1;
    else if (length > 0) {
      runs.push(length);
      length = 0;
    }
  }
  return runs;
}

/** Share of the ink that is ink upside down, too. */
function likeness({ width, dots }: Ink, { left, right, top, bottom }: Box): number {
  let [both, any] = [0, 0];
  for (let y = top; y < bottom; y++) {
    const other = bottom - 1 - (y - top);
    for (let x = left; x < right; x++) {
      const [one, two] = [dots[y * width + x] ?? 0, dots[other * width + x] ?? 0];
      both += one & two;
      any += one | two;
    }
  }
  return any === 0 ? 0 : both / any;
}
