import { rowsOf } from './bars.ts';
import { spreadOf } from './header-spread.ts';
import type { Found, TextLine } from './line.ts';
import { isOrdinal, type RawCell } from './raw-cell.ts';
import { mergedDown } from './short-rows.ts';
import { roleOf } from './stacked-header.ts';

/**
 * Tables as other portals' text shows them: a line a row, a bar behind each cell and none before the first. A cell of
 * several paragraphs breaks the row, which goes on to the next bar at a line's end. Merged cells stand once, so that the
 * header's first row and rows beside a cell merged down are shorter.
 */
export function readBarRows(lines: TextLine[], at: number, text: string): Found | undefined {
  if (!isHeader(lines[at], lines.slice(at + 1, at + 3))) return undefined;
  const rows: RawCell[][] = [];
  let next = at;
  while (next < lines.length) {
    const end = rowEnd(lines, next);
    if (end === undefined) break;
    rows.push(cellsOf(lines.slice(next, end)));
    next = end;
  }
  const [top = [], below = []] = rows;
  if (rows.length < 2) return undefined;
  const width = commonest(
    rows
      .slice(1)
      .map((row) => row.length)
      .filter((count) => count > 2),
  );
  const spans =
    top.length < width && (!isOrdinal(below[0]) || below.every((cell) => isOrdinal(cell)))
      ? spreadOf(top, below, width)
      : undefined;
  const found = mergedDown(rowsOf(rows, Math.max(width, top.length), spans, text), rows, {
    width,
    header: spans ? 2 : 1,
  });
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last) return undefined;
  return { block: { kind: 'table', span: { start: first.span.start, end: last.span.end }, rows: found }, next };
}

const endsRow = (line: TextLine): boolean => /\|\s*$/u.test(line.text);

/** Three headings or more, the first or two of them known, or as many cells in each of the rows below it. */
function isHeader(line: TextLine | undefined, below: TextLine[]): boolean {
  if (!line || line.text.trimStart().startsWith('|') || !endsRow(line)) return false;
  const roles = line.text
    .split('|')
    .slice(0, -1)
    .map((words) => roleOf(words));
  const known = roles[0] === 'ordinal' || roles.filter((role) => role !== undefined).length > 1;
  const even =
    below.length > 1 && below.every((row) => endsRow(row) && row.text.split('|').length === roles.length + 1);
  return roles.length > 2 && (known || even);
}

/** A row of more lines than this is none. */
const longestRow = 40;

/** The line behind the row that begins at `from`. */
function rowEnd(lines: TextLine[], from: number): number | undefined {
  for (let at = from; at < Math.min(lines.length, from + longestRow); at++) {
    const line = lines[at];
    if (!line || line.text.trim() === '') return undefined;
    if (endsRow(line)) return at + 1;
    // Without a bar at its end a row has at least one bar in its first line, or it is the text behind the table.
    if (at === from && !line.text.includes('|')) return undefined;
  }
  return undefined;
}

function cellsOf(lines: TextLine[]): RawCell[] {
  const cells: RawCell[] = [{ lines: [], place: lines[0]?.start ?? 0 }];
  for (const line of lines) {
    let start = line.start;
    for (const [i, text] of line.text.split('|').entries()) {
      if (i > 0) cells.push({ lines: [], place: start });
      if (text.trim() !== '') cells.at(-1)?.lines.push({ start, end: start + text.trimEnd().length, text });
      start += text.length + 1;
    }
  }
  return cells.slice(0, -1);
}

function commonest(counts: number[]): number {
  const times = Map.groupBy(counts, (count) => count);
  return [...times].toSorted(([a, x], [b, y]) => y.length - x.length || b - a)[0]?.[0] ?? 0;
}
