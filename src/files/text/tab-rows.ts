import type { Cell, Row } from '../../values/block.ts';
import { type Found, markedParagraph, type TextLine } from './line.ts';
import { goesOnBelow, withHeaderSpans, withMergedHeader } from './merged-header.ts';
import { roleOf } from './stacked-header.ts';

/** A cell's lines: what stands between two TABs, and lines below it that go on in it. */
type RawCell = TextLine[];

/**
 * Tables pasted from Word or from a workbook: a line a row, TABs between its cells. A line break inside a cell breaks the
 * row, too: a row that is still too short goes on in the next line unless that begins a row of its own.
 */
export function readTabRows(lines: TextLine[], at: number): Found | undefined {
  const head = lines[at];
  if (!head || !isHeader(head, lines.slice(at + 1, at + 3))) return undefined;
  const width = Math.max(cellsOf(head).length, widestBelow(lines, at));
  const raw: RawCell[][] = [];
  let next = at;
  for (let line = lines[next]; line && line.text.trim() !== ''; line = lines[++next]) {
    const cells = cellsOf(line);
    const open = raw.at(-1);
    const joins = open && raw.length > 1 && open.length < width && open.length + cells.length - 1 <= width;
    if (joins && !beginsRow(cells)) open.push(...goingOn(open, cells));
    else if (cells.length > 1 || isGroup(line, lines[next + 1])) raw.push(cells);
    else break;
  }
  const rows = withHeader(raw.map((cells) => rowOf(cells, width)));
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || rows.length < 2) return undefined;
  return { block: { kind: 'table', span: { start: first.span.start, end: last.span.end }, rows }, next };
}

/** Other lines with TABs are no tables: a header has three headings or more, its first or two of them known, or rows of as many cells below it. */
function isHeader(line: TextLine, below: TextLine[]): boolean {
  const count = line.text.split('\t').length;
  if (count < 3 || line.text.startsWith('\t') || !below.some(({ text }) => text.includes('\t'))) return false;
  const roles = line.text.split('\t').map((words) => roleOf(words.trim()));
  const known = roles[0] === 'ordinal' || roles.filter((role) => role !== undefined).length > 1;
  return known || (below.length > 1 && below.every(({ text }) => text.split('\t').length === count));
}

/** The header's second row may be wider than its first, where Word merged cells of the first. */
const widestBelow = (lines: TextLine[], at: number): number =>
  Math.max(...lines.slice(at + 1, at + 3).map((line) => line.text.split('\t').length));

function cellsOf(line: TextLine): RawCell[] {
  let start = line.start;
  return line.text.split('\t').map((text) => {
    const cell = [{ start, end: start + text.length, text }];
    start += text.length + 1;
    return cell;
  });
}

const ordinal = /^\s*(?:(?:\d{1,3}|[IVX]{1,5}|[A-HĐ])(?:\.\d{1,2})*[.)]?|[-–+])?\s*$/u;

const beginsRow = (cells: RawCell[]): boolean => cells.length > 1 && ordinal.test(cells[0]?.[0]?.text ?? '');

/** "II. Phát triển thị trường" in one cell across the table, or words alone above a row. */
const isGroup = (line: TextLine, next: TextLine | undefined): boolean =>
  next?.text.includes('\t') === true &&
  (/^(?:[IVX]{1,5}|[A-HĐ]|\d{1,2})[.)]\s*\p{Lu}/u.test(line.text) || beginsRow(cellsOf(next)));

/** The row's last cell takes the first of the next line; the others are new. */
function goingOn(open: RawCell[], [first = [], ...more]: RawCell[]): RawCell[] {
  open.at(-1)?.push(...first);
  return more;
}

function withHeader(rows: Row[]): Row[] {
  const [top, below, ...rest] = rows;
  if (!top || !below) return rows;
  if (goesOnBelow(rows)) {
    const flagged = [{ ...top, header: true }, { ...below, header: true }, ...rest];
    return withMergedHeader(flagged, 2);
  }
  return withHeaderSpans([{ ...top, header: true }, below, ...rest]);
}

/** A lone cell goes across the table. */
function rowOf(raw: RawCell[], width: number): Row {
  const cells = raw.map((lines, column): Cell => {
    const span = { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
    const paragraphs = lines.flatMap((line) => markedParagraph(line.text, line.start) ?? []);
    return { span, paragraphs, column, columns: raw.length === 1 ? width : 1, rows: 1 };
  });
  return { span: { start: cells[0]?.span.start ?? 0, end: cells.at(-1)?.span.end ?? 0 }, cells };
}
