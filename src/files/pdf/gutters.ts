import { type Gutter, narrowest, rowsOf } from './lines.ts';
import type { Letter } from './page.ts';

/** Lines that a column of running text has at least. */
export const fewest = 7;
/** Points in which a page is looked at. */
const step = 2;

/**
 * Where columns of text may part: places that so many lines below one another leave free, with text on both sides. Between
 * words lines have gaps as well, but hardly ever the same one line after line.
 */
export function guttersOf(letters: readonly Letter[], width: number): Gutter[] {
  const rows = rowsOf(letters).map(({ letters: own }) => inkOf(own));
  const bins = Math.min(Math.ceil(width / step), 2000);
  if (rows.length < fewest) return [];
  const gutters: Gutter[] = [];
  for (let bin = 1; bin < bins; bin++) {
    if (!isFree(rows, bin)) continue;
    const [from, to] = [bin * step, (bin + 1) * step];
    const last = gutters.at(-1);
    if (last && last.to >= from) last.to = to;
    else gutters.push({ from, to });
  }
  return gutters.filter(({ from, to }) => to - from >= narrowest);
}

type Ink = { from: number; to: number; taken: Set<number> };

function inkOf(letters: readonly Letter[]): Ink {
  const ink: Ink = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY, taken: new Set() };
  for (const { text, x, width } of letters) {
    if (text.trim() === '') continue;
    ink.from = Math.min(ink.from, Math.floor(x / step));
    ink.to = Math.max(ink.to, Math.floor((x + width) / step));
    for (let bin = Math.floor(x / step); bin <= (x + width) / step && ink.taken.size < 4000; bin++) ink.taken.add(bin);
  }
  return ink;
}

/** True where enough rows that follow one another leave the place free, enough with ink before it and enough behind. */
function isFree(rows: readonly Ink[], bin: number): boolean {
  let [before, behind] = [0, 0];
  for (const { from, to, taken } of rows) {
    if (taken.has(bin)) [before, behind] = [0, 0];
    else {
      if (from < bin) before += 1;
      if (to > bin) behind += 1;
    }
    if (before >= fewest && behind >= fewest) return true;
  }
  return false;
}
