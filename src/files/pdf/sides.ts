import { standsAlone } from './centred.ts';
import type { PdfCell, PdfParagraph, PdfRow, PdfTable, Region } from './drafts.ts';
import type { Line } from './page.ts';
import { paragraphsOf } from './paragraphs.ts';

/** Lines of one height, from left to right. */
export type Strip = Line[];

/** The lines of a page by height; lines on one base line stand side by side. */
export function stripsOf(lines: readonly Line[]): Strip[] {
  const strips: Strip[] = [];
  for (const line of [...lines].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const strip = strips.at(-1);
    if (strip?.[0] && Math.abs(strip[0].y - line.y) < 0.35 * line.size) strip.push(line);
    else strips.push([line]);
  }
  for (const strip of strips) strip.sort((a, b) => a.x - b.x);
  return strips;
}

/**
 * A letterhead, a signature beside the recipients, or columns without ruling lines, from strip `at` on: a table without
 * lines, and the number of the first strip after it.
 */
export function sidesAt(
  strips: readonly Strip[],
  at: number,
  page: Region,
): { table: PdfTable; next: number } | undefined {
  const first = strips[at];
  if (!first || first.length < 2) return undefined;
  const columns: Line[][] = first.map((line) => [line]);
  let next = at + 1;
  for (; next < strips.length; next++) {
    const strip = strips[next] ?? [];
    const before = strips[next - 1]?.[0];
    const step = (strip[0]?.y ?? 0) - (before?.y ?? 0);
    if (strip.length === 1 && strip[0] && standsAlone(strip[0], page)) break;
    const places = strip.map((line) => sideOf(line, columns));
    if (step > 3.2 * (strip[0]?.size ?? 0) || strip.length > columns.length || places.includes(-1)) break;
    for (const [i, line] of strip.entries()) columns[places[i] ?? 0]?.push(line);
  }
  return { table: tableOf(columns, next - at), next };
}

/** The column in whose line a piece stands: it begins where the column does or shares its middle. */
function sideOf(line: Line, columns: readonly Line[][]): number {
  return columns.findIndex((column) =>
    column.some((one) => {
      const overlap = Math.min(one.right, line.right) - Math.max(one.x, line.x);
      const sameMiddle = Math.abs(one.x + one.right - line.x - line.right) < 20;
      return overlap > 0 && (Math.abs(one.x - line.x) < 3 || sameMiddle) && isFree(line, columns, column);
    }),
  );
}

/** It does not reach into the neighbours. */
const isFree = (line: Line, columns: readonly Line[][], own: readonly Line[]): boolean =>
  columns.every(
    (column) => column === own || column.every((one) => line.right <= one.x + 2 || line.x >= one.right - 2),
  );

function tableOf(columns: readonly Line[][], strips: number): PdfTable {
  const xs = [...columns.map((column) => Math.min(...column.map(({ x }) => x))), endOf(columns)];
  const rows = columns.length > 2 && strips > 2 ? aligned(columns, xs) : [rowOf(columns, xs)];
  return { kind: 'table', xs, rows, borderless: true };
}

const endOf = (columns: readonly Line[][]): number => Math.max(...columns.flat().map(({ right }) => right));

function rowOf(columns: readonly (readonly Line[])[], xs: readonly number[]): PdfRow {
  return {
    cells: columns.map((lines, column): PdfCell => {
      const left = Math.min(...lines.map(({ x }) => x), xs[column + 1] ?? 0);
      const region = {
        left,
        right: Math.max(...lines.map(({ right }) => right), left) + 12,
        isCell: true,
        indents: [],
      };
      return { column, columns: 1, rows: 1, region, paragraphs: sideParagraphs(lines, region) };
    }),
  };
}

/**
 * Centred lines of a letterhead or over a signature each stand for themselves, also where two of them happen to be of one
 * width; only lines that begin below one another can go together.
 */
function sideParagraphs(lines: readonly Line[], region: Region): PdfParagraph[] {
  const middles = lines.map(({ x, right }) => (x + right) / 2);
  const isCentred =
    Math.max(...middles) - Math.min(...middles) < 4 && lines.some((line) => Math.abs(line.x - (lines[0]?.x ?? 0)) > 4);
  const stacks: Line[][] = [];
  for (const line of lines) {
    const last = stacks.at(-1)?.at(-1);
    const isOwn = isCentred && !/^\p{Ll}/u.test(line.text);
    if (last && !isOwn && Math.abs(last.x - line.x) <= 3) stacks.at(-1)?.push(line);
    else stacks.push([line]);
  }
  return stacks.flatMap((stack) => paragraphsOf(stack, region));
}

/** Without ruling lines a row begins where its first column has a line. */
function aligned(columns: readonly Line[][], xs: readonly number[]): PdfRow[] {
  const starts = (columns[0] ?? []).map(({ y, size }) => y - 0.5 * size);
  return starts.map((from, at) => {
    const to = starts[at + 1] ?? Number.POSITIVE_INFINITY;
    return rowOf(
      columns.map((lines) => lines.filter(({ y }) => (at === 0 || y >= from) && y < to)),
      xs,
    );
  });
}
