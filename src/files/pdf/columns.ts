import type { PdfParagraph, Region } from './drafts.ts';
import { fewest } from './gutters.ts';
import type { Gutter } from './lines.ts';
import type { Line } from './page.ts';
import { begins, paragraphsOf } from './paragraphs.ts';
import { regionOf } from './region.ts';
import { type Strip, stripsOf } from './sides.ts';

/**
 * Running text set in columns, as in newsletters and old gazettes: what stands in one column is read before the next.
 * Letterheads, signatures and tables stand side by side as well, but their lines are few or short; those of running text
 * fill their column.
 */

/** A stretch of a page, from top to bottom: lines over the whole width, or columns of running text. */
export type Stretch = { lines: Line[]; columns?: undefined } | { columns: Line[][] };

/** The gutters at which lines of running text part. */
export const guttersBetween = (lines: readonly Line[], gutters: readonly Gutter[]): readonly Gutter[] =>
  gutters.length > 0 && runsOf(stripsOf(lines), gutters).some(({ columns }) => isRunning(columns, fewest))
    ? gutters
    : [];

/** @param gutters from `guttersBetween` */
export function stretchesOf(lines: readonly Line[], gutters: readonly Gutter[]): Stretch[] {
  if (gutters.length === 0) return [{ lines: [...lines] }];
  const stretches: Stretch[] = [];
  for (const { strips, columns } of runsOf(stripsOf(lines), gutters)) {
    const last = stretches.at(-1);
    // Below a heading a few lines may be all that is left of the columns.
    if (isRunning(columns, 2)) stretches.push({ columns });
    else if (last && !last.columns) last.lines.push(...strips.flat());
    else stretches.push({ lines: strips.flat() });
  }
  return stretches;
}

type Run = { strips: Strip[]; columns: Line[][]; isOver: boolean };

/** Strips that leave the gutters free, and those with a line over one, each as many as follow one another. */
function runsOf(strips: readonly Strip[], gutters: readonly Gutter[]): Run[] {
  const isAcross = (line: Line): boolean => gutters.some(({ from, to }) => line.x < from && line.right > to);
  const runs: Run[] = [];
  for (const strip of strips) {
    const isOver = strip.some(isAcross);
    const last = runs.at(-1);
    if (last && last.isOver === isOver) last.strips.push(strip);
    else runs.push({ strips: [strip], columns: [], isOver });
  }
  return runs.map((run) => ({ ...run, columns: run.isOver ? [] : columnsOf(run.strips.flat(), gutters) }));
}

const columnsOf = (lines: readonly Line[], gutters: readonly Gutter[]): Line[][] =>
  [...Map.groupBy(lines, ({ x }) => gutters.filter(({ from }) => from <= x).length)]
    .sort(([a], [b]) => a - b)
    .map(([, column]) => column);

/** Most lines of every column fill it and hold several words. */
function isRunning(columns: readonly Line[][], least: number): boolean {
  return (
    columns.length > 1 &&
    columns.every((lines) => {
      const left = Math.min(...lines.map(({ x }) => x));
      const right = Math.max(...lines.map((line) => line.right));
      const full = lines.filter(
        (line) => line.right - left > 0.8 * (right - left) && line.x - left < 0.25 * (right - left),
      );
      const wordy = full.filter(({ text }) => text.length >= 15 && /\p{Ll}{2}/u.test(text));
      return lines.length >= least && wordy.length >= 0.55 * lines.length;
    })
  );
}

/** The paragraphs of columns, one column after the other; what the end of a column cuts is whole again. */
export function paragraphsOfColumns(columns: readonly Line[][], page: Region): PdfParagraph[] {
  const paragraphs: PdfParagraph[] = [];
  let before: Region | undefined;
  for (const column of columns) {
    const lines = [...column].sort((a, b) => a.y - b.y || a.x - b.x);
    const region = regionOf(lines, [], page.right);
    const [first, ...rest] = paragraphsOf(lines, region);
    const last = paragraphs.at(-1);
    if (first && last && before && goesOn(last, first, region, region.left - before.left))
      last.lines.push(...first.lines);
    else if (first) paragraphs.push(first);
    paragraphs.push(...rest);
    before = region;
  }
  return paragraphs;
}

/** @param aside how far the next column stands to the right of the one before */
function goesOn(last: PdfParagraph, next: PdfParagraph, region: Region, aside: number): boolean {
  const [end, start] = [last.lines.at(-1), next.lines[0]];
  if (!end || !start || /[.!?:;]\/?\.?$/.test(end.text)) return false;
  return !begins({ ...end, x: end.x + aside, right: end.right + aside }, start, region);
}
