import type { Cell, Row } from '../../values/block.ts';
import { spreadWays } from './header-spread.ts';
import { type Found, paragraphOfLines, type TextLine } from './line.ts';
import { isOrdinal, type RawCell, textOf } from './raw-cell.ts';
import { mergedDown } from './short-rows.ts';
import { roleOf } from './stacked-header.ts';

/**
 * Tables as some portals' text shows them: a bar on a line of its own before each cell and at the row's end, so that two
 * bars stand between rows, but also on both sides of an empty cell. The header's width tells the two apart.
 */
export function readBarTable(lines: TextLine[], at: number, text: string): Found | undefined {
  if (!isBar(lines[at]) || roleOf(lines[at + 1]?.text ?? '') !== 'ordinal') return undefined;
  const first = firstWidth(lines, at);
  if (first < 3 || first > widest) return undefined;
  const next = tableEnd(lines, at);
  const cells = cellsOf(lines.slice(at, next).filter((line) => !isEmpty(line)));
  const second = first + 1 + rowEnd(cells.slice(first + 1), 0);
  const below = cells.slice(first + 1, second);
  const top = cells.slice(0, first);
  const ways = isOrdinal(below[0]) ? [] : [...spreadWays(top, below), ...headerSpans(top, below)];
  const tried = [undefined, ...ways].map((spans) => ({ spans, ...rowCounts(cells, first, widthOf(spans) ?? first) }));
  // A second header row makes a table wider than its first one: only then do its rows fit.
  const { spans, counts } = tried.reduce((best, one) => (one.cost < best.cost ? one : best));
  const width = widthOf(spans) ?? first;
  const raw = rawRows(cells, counts);
  const rows = mergedDown(rowsOf(raw, width, spans, text), raw, {
    width,
    header: spans ? 2 : 1,
  });
  const [head] = rows;
  const last = rows.at(-1);
  if (!head || !last || rows.length < 2) return undefined;
  return { block: { kind: 'table', span: { start: head.span.start, end: last.span.end }, rows }, next };
}

/** Empty lines end a table, but where a row follows that begins no table of its own, they stand for the page's end. */
function tableEnd(lines: TextLine[], at: number): number {
  let end = at;
  while (end < lines.length) {
    let next = end;
    while (next < lines.length && isEmpty(lines[next])) next += 1;
    if (next > end && (!isBar(lines[next]) || roleOf(lines[next + 1]?.text ?? '') === 'ordinal')) return end;
    end = next + 1;
  }
  return Math.min(end, lines.length);
}

const isEmpty = (line: TextLine | undefined): boolean => (line?.text ?? '').trim() === '';

const isBar = (line: TextLine | undefined): boolean => line?.text.trim() === '|';

function cellsOf(lines: TextLine[]): RawCell[] {
  const cells: RawCell[] = [];
  for (const line of lines) {
    if (isBar(line)) cells.push({ lines: [], place: line.end });
    else cells.at(-1)?.lines.push(line);
  }
  // The last bar ends the last row.
  return cells.at(-1)?.lines.length === 0 ? cells.slice(0, -1) : cells;
}

/** No header has more columns than this. */
const widest = 60;

/** The cells up to the first two bars behind one another. */
function firstWidth(lines: TextLine[], at: number): number {
  let count = 0;
  for (let i = at; count <= widest && lines[i] !== undefined && lines[i]?.text.trim() !== ''; i++) {
    if (!isBar(lines[i])) continue;
    if (isBar(lines[i + 1]) || (lines[i + 1]?.text ?? '').trim() === '') return count;
    count += 1;
  }
  return count;
}

function rowEnd(cells: RawCell[], from: number): number {
  let end = from;
  while (end < cells.length && cells[end]?.lines.length !== 0) end += 1;
  return end;
}

const widthOf = (spans: number[] | undefined): number | undefined => spans?.reduce((sum, one) => sum + one, 0);

/**
 * The ways in which a header's second row can stand under the first: under one of the cells that name no column by
 * themselves, or shared out among all of them. The likeliest come first.
 */
function headerSpans(top: RawCell[], below: RawCell[]): number[][] {
  const open = top.flatMap((cell, i) => {
    const role = roleOf(textOf(cell));
    return role === undefined || role === 'value' ? [i] : [];
  });
  if (below.length < 2 || below.length > widest) return [];
  const years = /(?:19|20)\d{2}/u.test(textOf(below[0]));
  const oneYear = (i: number): boolean => /^\D*(?:19|20)\d{2}\D*$/u.test(textOf(top[i]));
  // Years stand under a stretch of years, not under a year.
  const single = years ? open.toSorted((a, b) => Number(oneYear(a)) - Number(oneYear(b))) : open;
  const ways = single.map((i) => top.map((_, column) => (column === i ? below.length : 1)));
  const each = below.length / open.length;
  return Number.isInteger(each) && each > 1
    ? [...ways, top.map((_, column) => (open.includes(column) ? each : 1))]
    : ways;
}

/** The number of cells of each row, at the lowest cost: rows are as wide as the header, and begin with their ordinal. */
function rowCounts(cells: RawCell[], first: number, width: number): { counts: number[]; cost: number } {
  const costs: { cost: number; count: number }[] = [];
  costs[cells.length] = costs[cells.length + 1] = { cost: 0, count: 0 };
  for (let at = cells.length - 1; at >= 0; at--) {
    let best = { cost: Number.POSITIVE_INFINITY, count: 1 };
    for (let count = 1; count <= Math.min(Math.max(width, first), cells.length - at); count++) {
      if (at + count < cells.length && cells[at + count]?.lines.length !== 0) continue;
      const cost = rowCost(cells, at, count, width) + (costs[at + count + 1]?.cost ?? 0);
      if (cost <= best.cost) best = { cost, count };
    }
    costs[at] = best.cost < Number.POSITIVE_INFINITY ? best : tooWide(cells, at, costs);
  }
  const counts: number[] = [];
  for (let at = 0; at < cells.length; at += (counts.at(-1) ?? 0) + 1)
    counts.push(at === 0 ? first : (costs[at]?.count ?? 1));
  return { counts, cost: costs[first + 1]?.cost ?? 0 };
}

/** A row of more cells than the table has columns: its damage must not reach the rows around it. */
function tooWide(cells: RawCell[], at: number, costs: readonly { cost: number }[]): { cost: number; count: number } {
  const count = rowEnd(cells, at) - at;
  return { cost: 20 + (costs[at + count + 1]?.cost ?? 0), count };
}

function rowCost(cells: RawCell[], at: number, count: number, width: number): number {
  let cost = count === width ? 0 : 2;
  if (!isOrdinal(cells[at])) cost += cells[at]?.lines.length === 0 ? 1 : 2;
  for (let i = at + 1; i < at + count; i++) {
    if (cells[i]?.lines.length !== 0) continue;
    if (count < width) cost += 1;
    // A roman number or letter behind an empty cell begins a row; a figure may be a value.
    if (isOrdinal(cells[i + 1]) && i + 1 < at + count) cost += /^\d/.test(textOf(cells[i + 1])) ? 2 : 5;
  }
  return cost;
}

function rawRows(cells: RawCell[], counts: number[]): RawCell[][] {
  let at = 0;
  return counts.map((count) => {
    const own = cells.slice(at, at + count);
    at += count + 1;
    return own;
  });
}

export function rowsOf(raw: RawCell[][], width: number, spans: number[] | undefined, text: string): Row[] {
  const rows: Row[] = [];
  for (const [r, own] of raw.entries()) {
    const columns = spansOf(own.length, r, width, spans);
    const below = spans && r === 1 ? columnsBelow(spans) : [];
    let column = firstColumn(own, width, r);
    const placed = own.map((cell, i) => {
      const one = cellOf(cell, below[i] ?? column, columns[i] ?? 1, text);
      column += one.columns;
      return one;
    });
    const [start, end] = [placed[0]?.span.start ?? 0, placed.at(-1)?.span.end ?? 0];
    rows.push({ span: { start, end }, cells: placed, ...(r < (spans ? 2 : 1) && { header: true }) });
  }
  return rows;
}

/** The columns that stand below the cells of a header's first row that go over several. */
function columnsBelow(spans: number[]): number[] {
  let column = 0;
  return spans.flatMap((span) => {
    const from = column;
    column += span;
    return span > 1 ? Array.from({ length: span }, (_, i) => from + i) : [];
  });
}

/** A row that lacks only its ordinal stands beside a cell merged down from above. */
const firstColumn = (cells: RawCell[], width: number, row: number): number =>
  row > 0 && cells.length === width - 1 && width > 3 && cells[0]?.lines.length !== 0 && !isOrdinal(cells[0]) ? 1 : 0;

/** The last cell of a row that is too short goes on to the table's edge. */
function spansOf(count: number, row: number, width: number, spans: number[] | undefined): number[] {
  if (spans && row === 0) return spans;
  if (spans && row === 1) return Array.from({ length: count }, () => 1);
  return Array.from({ length: count }, (_, i) => (i === count - 1 ? Math.max(1, width - i) : 1));
}

function cellOf({ lines, place }: RawCell, column: number, columns: number, text: string): Cell {
  const parts: TextLine[][] = [];
  for (const line of lines) {
    if (parts.length === 0 || /^\s*[-–+•]\s/u.test(line.text)) parts.push([line]);
    else parts.at(-1)?.push(line);
  }
  const paragraphs = parts.flatMap((part) => paragraphOfLines(part, text) ?? []);
  const span = { start: lines[0]?.start ?? place, end: lines.at(-1)?.end ?? place };
  return { span, paragraphs, column, columns, rows: 1 };
}
