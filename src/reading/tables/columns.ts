import type { Cell, Table } from '../../values/block.ts';
import { type Column, type ColumnRole, columnOf, plans } from './column-roles.ts';
import { cellText, type GridRow, gridOf } from './grid.ts';
import { type RowsAre, withKey } from './keyed.ts';
import { named, settled } from './settled-columns.ts';

export type Sheet = {
  /** 'shares': figures handed out to places or years, of which only the words above the table tell that they are to be reached. */
  kind: 'tasks' | 'targets' | 'shares' | undefined;
  columns: Column[];
  /** What the rows are, where they are no tasks or targets by themselves but what a target is set for. */
  rowsAre: RowsAre | undefined;
  /** Data rows: for each column the cell that covers it; a cell merged down stands in every row it covers. */
  rows: GridRow[];
};

/** A table with its columns named and its header taken off. */
export function sheetOf(table: Table, text: string): Sheet {
  const grid = gridOf(table, text);
  const top = titleRows(grid, text);
  const headers = headerRows(table, grid, text, top);
  const header = grid.slice(top, headers);
  const width = Math.max(0, ...grid.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, at) => columnOf(headerTexts(header, at, text)));
  const rows = withoutHeader(grid.slice(headers), header, text).filter((row) => !isHeaderAgain(row, columns, text));
  const keyed = withKey(columns, rows, text);
  const planned = settled(keyed ? keyed.columns : named(columns, rows, text));
  return { kind: kindOf(planned, keyed?.rowsAre), columns: planned, rowsAre: keyed?.rowsAre, rows };
}

const filledCells = (row: GridRow, text: string): string[] =>
  row.flatMap((one) => (one?.own && cellText(one.cell, text) !== '' ? [cellText(one.cell, text)] : []));

/** The table's own title in rows across it, above the row that names its columns. */
function titleRows(grid: GridRow[], text: string): number {
  const first = grid.findIndex((row) => filledCells(row, text).length > 1);
  if (first < 1 || first > 2 || (grid[0]?.length ?? 0) < 3) return 0;
  const roles = (grid[first] ?? []).flatMap((one) => (one?.own ? [columnOf([cellText(one.cell, text)]).role] : []));
  return roles.filter((role) => role !== 'unknown').length >= 2 ? first : 0;
}

/** Rows that say word for word what the header's rows say: the header stands again at the top of a page. */
function withoutHeader(rows: GridRow[], header: GridRow[], text: string): GridRow[] {
  const words = header.map((row) => filledCells(row, text).join('\t'));
  let next = 0;
  return rows.filter((row) => {
    const own = filledCells(row, text);
    const line = own.join('\t');
    if (line === words[0] && own.length > 1) next = 1;
    else if (next > 0 && line === words[next] && line !== '') next += 1;
    else next = 0;
    return next === 0;
  });
}

/** The header repeated at a new page or part: three cells or more that name their own columns. */
function isHeaderAgain(row: GridRow, columns: Column[], text: string): boolean {
  const filled = row.flatMap((one, at) => (one?.own && cellText(one.cell, text) !== '' ? [{ one, at }] : []));
  const naming = filled.filter(({ one, at }) => {
    const { role } = columnOf([cellText(one.cell, text)]);
    return role !== 'unknown' && role === columns[at]?.role && cellText(one.cell, text).length < 60;
  });
  return naming.length > 2 && naming.length >= filled.length - 1;
}

function kindOf(columns: Column[], rowsAre: RowsAre | undefined): Sheet['kind'] {
  const has = (...roles: ColumnRole[]): boolean => columns.some((column) => roles.includes(column.role));
  // What something costs by the piece is an estimate, nothing to reach.
  if (columns.some(({ header }) => /^(?:đơn giá|thành tiền)/iu.test(header)) && !has('lead', 'doers')) return undefined;
  if (rowsAre && !columns.some(({ role, header }) => role === 'value' && plans.test(header.toLowerCase())))
    return 'shares';
  if (has('target') && has('value', 'agency', 'unit')) return 'targets';
  if (has('task') && has('lead', 'doers', 'when', 'coord', 'monitor', 'time', 'product')) return 'tasks';
  return undefined;
}

/** Header rows end where the first ordinal or group row begins. */
function headerRows(table: Table, grid: GridRow[], text: string, top: number): number {
  let count = top;
  for (const [r, row] of grid.entries()) {
    if (r < top) continue;
    const first = row[0];
    const words = first ? cellText(first.cell, text) : '';
    const flagged = table.rows[r]?.header === true;
    const merged = first !== undefined && !first.own;
    const ordinal = /^(?:\d{1,3}|[IVXLC]+|[A-ZĐ])(?:\.\d+)*[.)]?$/u.test(words);
    if (r === top || flagged || (merged && count === r) || isNumbering(row, text)) count = r + 1;
    else if (ordinal || count < r || r > top + 2) break;
    else break;
  }
  return count;
}

/** The row "(1) (2) (3)" or "A B 1 2=3+4" under a header: letters in order, then numbers in order. */
function isNumbering(row: GridRow, text: string): boolean {
  const labels = row.flatMap((one) => {
    const words = one?.own ? cellText(one.cell, text).replace(/[()[\]*\s]|=.*$/gu, '') : '';
    return words === '' ? [] : [words];
  });
  const numbers = labels.filter((words) => /^\d{1,2}$/u.test(words)).map(Number);
  const letters = labels.filter((words) => /^[A-ZĐ]$/u.test(words));
  return (
    labels.length > 2 &&
    letters.length + numbers.length === labels.length &&
    numbers.length > 1 &&
    (numbers[0] ?? 0) <= 3 &&
    numbers.every((number, i) => i === 0 || number === (numbers[i - 1] ?? 0) + 1)
  );
}

function headerTexts(rows: GridRow[], at: number, text: string): string[] {
  const seen = new Set<Cell>();
  const parts: string[] = [];
  for (const row of rows) {
    const cell = row[at]?.cell;
    const months = /^(?:các )?tháng(?!\p{L})|\(tháng\)/iu.test(parts.at(-1) ?? '');
    if (!cell || seen.has(cell) || (!months && isNumbering(row, text))) continue;
    seen.add(cell);
    parts.push(cellText(cell, text));
  }
  return parts;
}
