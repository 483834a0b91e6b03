import type { Cell, Table } from '../../values/block.ts';
import { joinViews, paragraphView, type View } from '../text/view.ts';
import { type Column, type ColumnRole, columnOf, plans } from './column-roles.ts';

export type Sheet = {
  kind: 'tasks' | 'targets' | undefined;
  columns: Column[];
  /** Data rows: for each column the cell that covers it; a cell merged down stands in every row it covers. */
  rows: GridRow[];
};

export type GridCell = { cell: Cell; own: boolean };
export type GridRow = (GridCell | undefined)[];

/** A table with its columns named and its header taken off. */
export function sheetOf(table: Table, text: string): Sheet {
  const grid = gridOf(table);
  const headers = headerRows(table, grid, text);
  const width = Math.max(0, ...grid.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, at) => columnOf(headerTexts(grid.slice(0, headers), at, text)));
  const rows = grid.slice(headers).filter((row) => !isHeaderAgain(row, columns, text));
  const named = withTargetValues(withFigures(withNames(withAssigned(columns), rows, text), rows, text));
  const planned = withoutReported(named);
  return { kind: kindOf(planned), columns: planned, rows };
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

/**
 * In an assignment table without another column for who leads, "Đơn vị" is a body and no unit; and where a product has a
 * column of its own, the level that approves it is none.
 */
function withAssigned(columns: Column[]): Column[] {
  const has = (...roles: ColumnRole[]): boolean => columns.some((column) => roles.includes(column.role));
  if (!has('task') || has('target', 'value')) return columns;
  const leads = !has('lead') && has('coord', 'time');
  const isOutcome = ({ role, header }: Column): boolean => role === 'product' && /sản phẩm|kết quả/iu.test(header);
  const outcome = columns.some(isOutcome);
  return columns.map((column) => {
    if (leads && column.role === 'unit' && /^đơn vị$/iu.test(column.header)) return { ...column, role: 'lead' };
    return outcome && column.role === 'product' && !isOutcome(column) ? { ...column, role: 'unknown' } : column;
  });
}

/** Where nobody is assigned anything, the words beside columns of planned figures name what is to be reached ("Sản phẩm"). */
function withNames(columns: Column[], rows: GridRow[], text: string): Column[] {
  const assigns = columns.some(({ role }) => ['target', 'lead', 'coord', 'monitor', 'time'].includes(role));
  const figures = columns.some(
    ({ role, header }, at) => role === 'value' && plans.test(header.toLowerCase()) && isNumeric(rows, at, text),
  );
  if (assigns || !figures) return columns;
  const name = columns.findIndex(
    ({ role, header }, at) =>
      ['task', 'product', 'unknown'].includes(role) && header !== '' && !isNumeric(rows, at, text),
  );
  return columns.map((column, at) => (at === name ? { ...column, role: 'target' } : column));
}

/** Beside "Ước thực hiện năm 2025" the plan of 2025, or of a year before, is what was to be reached, not what is. */
function withoutReported(columns: Column[]): Column[] {
  const reported = columns.flatMap(({ role, year, header }) =>
    role === 'past' && year !== undefined && !/tháng|quý/iu.test(header) ? [year] : [],
  );
  const last = Math.max(0, ...reported);
  return columns.map((column) =>
    column.role === 'value' && column.year !== undefined && column.year <= last ? { ...column, role: 'past' } : column,
  );
}

/** A column of figures holds values whatever its heading ("Tỉnh Lam Hà"); "Nội dung" beside unit and values names targets. */
function withFigures(columns: Column[], rows: GridRow[], text: string): Column[] {
  const has = (role: ColumnRole): boolean => columns.some((column) => column.role === role);
  const targets = has('target') || (has('task') && has('unit') && has('value') && !has('lead') && !has('time'));
  if (!targets) return columns;
  return columns.map((column, at) => {
    if (column.role === 'task' && !has('target')) return { ...column, role: 'target' };
    return column.role === 'unknown' && column.header !== '' && isNumeric(rows, at, text)
      ? { ...column, role: 'value' }
      : column;
  });
}

function isNumeric(rows: GridRow[], at: number, text: string): boolean {
  const filled = rows
    .flatMap((row) => (row[at]?.own ? [cellText(row[at].cell, text)] : []))
    .filter((words) => /[\p{L}\p{N}]/u.test(words));
  const figures = filled.filter((words) => /^(?:[<>≤≥~]|khoảng|trên|dưới)?\s*\d[\d.,%\s–-]*$/iu.test(words));
  return filled.length > 0 && figures.length >= filled.length * 0.6;
}

/** In a table of targets the "Kết quả" column holds the value to reach; in a table of tasks it is the product. */
function withTargetValues(columns: Column[]): Column[] {
  const targets =
    columns.some((column) => column.role === 'target') && !columns.some((column) => column.role === 'task');
  if (!targets) return columns;
  const hasValue = columns.some((column) => column.role === 'value');
  return columns.map((column) => {
    if (column.role === 'product' && !hasValue) return { ...column, role: 'value' };
    return column.role === 'lead' || column.role === 'monitor' ? { ...column, role: 'agency' } : column;
  });
}

function kindOf(columns: Column[]): Sheet['kind'] {
  const has = (...roles: ColumnRole[]): boolean => columns.some((column) => roles.includes(column.role));
  if (has('target') && has('value', 'agency', 'unit')) return 'targets';
  if (has('task') && has('lead', 'coord', 'monitor', 'time', 'product')) return 'tasks';
  return undefined;
}

function gridOf(table: Table): GridRow[] {
  const grid: GridRow[] = table.rows.map(() => []);
  for (const [r, row] of table.rows.entries()) {
    for (const cell of row.cells) {
      for (let down = 0; down < cell.rows && r + down < grid.length; down++) {
        for (let across = 0; across < cell.columns; across++) {
          const line = grid[r + down];
          if (line) line[cell.column + across] = { cell, own: down === 0 && across === 0 };
        }
      }
    }
  }
  return grid.map((row) => Array.from(row));
}

/** Header rows end where the first ordinal or group row begins. */
function headerRows(table: Table, grid: GridRow[], text: string): number {
  let count = 0;
  for (const [r, row] of grid.entries()) {
    const first = row[0];
    const words = first ? cellText(first.cell, text) : '';
    const flagged = table.rows[r]?.header === true;
    const merged = first !== undefined && !first.own;
    const ordinal = /^(?:\d{1,3}|[IVXLC]+|[A-ZĐ])(?:\.\d+)*[.)]?$/u.test(words);
    if (r === 0 || flagged || (merged && count === r) || isNumbering(row, text)) count = r + 1;
    else if (ordinal || count < r || r > 2) break;
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
    if (!cell || seen.has(cell) || isNumbering(row, text)) continue;
    seen.add(cell);
    parts.push(cellText(cell, text));
  }
  return parts;
}

export const cellView = (cell: Cell, text: string): View =>
  joinViews(cell.paragraphs.map((paragraph) => paragraphView(paragraph, text)));

export const cellText = (cell: Cell, text: string): string =>
  cell.paragraphs
    .map((paragraph) => paragraphView(paragraph, text).text)
    .join(' ')
    .trim();

/** The cell's paragraphs; what a page break cut off from one goes on in it. */
export function cellParagraphs(cell: Cell, text: string): string[] {
  const parts: string[] = [];
  for (const paragraph of cell.paragraphs) {
    const words = paragraphView(paragraph, text).text;
    const before = paragraph.pageBreak ? parts.pop() : undefined;
    parts.push(before === undefined ? words : `${before} ${words}`);
  }
  return parts.filter((one) => one !== '');
}
