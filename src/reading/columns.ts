import type { Cell, Table } from '../values/block.ts';
import type { Tier } from '../values/finding.ts';
import { squeeze } from '../values/vietnamese.ts';
import { joinViews, paragraphView, type View } from './view.ts';

/** What a column of a task or target table holds. */
export type ColumnRole =
  | 'ordinal'
  | 'task'
  | 'target'
  | 'unit'
  | 'value'
  | 'agency'
  | 'lead'
  | 'coord'
  | 'monitor'
  | 'time'
  | 'product'
  | 'funding'
  | 'note'
  | 'past'
  | 'unknown';

export type Column = { role: ColumnRole; header: string; tier: Tier | undefined; year: number | undefined };

export type Sheet = {
  kind: 'tasks' | 'targets' | undefined;
  columns: Column[];
  /** Data rows: for each column the cell that covers it; a cell merged down stands in every row it covers. */
  rows: GridRow[];
};

export type GridCell = { cell: Cell; own: boolean };
export type GridRow = (GridCell | undefined)[];

/** What was reached, and what is worked out from it ("So với kế hoạch", "So sánh KH 2026/ƯTH 2025"). */
const past =
  /^(?:(?:thực hiện|hiện trạng|kết quả thực hiện|số liệu)\s.*|ước (?:thực hiện|đạt|th)(?:\s.*)?|hiện trạng|so (?:với|sánh)(?:\s.*)?|%\s*so (?:với|sánh).*)$/u;

const rules: [RegExp, ColumnRole][] = [
  [/^(?:tt|stt|số tt|số thứ tự|t\s*t)$/u, 'ordinal'],
  [/ghi chú/u, 'note'],
  [/kinh phí|nguồn vốn|nguồn lực|kinh phi/u, 'funding'],
  [/thời (?:gian|hạn|điểm)|tiến độ|hạn hoàn thành|^hoàn thành/u, 'time'],
  [/^(?:đvt|đ\.v\.t|đơn vị(?: tính)?|đv tính|đơn vị đo)$/u, 'unit'],
  [/đầu mối/u, 'lead'],
  [/phối hợp/u, 'coord'],
  [/^cơ quan chủ trì,? theo dõi|chủ trì theo dõi, đánh giá/u, 'agency'],
  [/theo dõi|đôn đốc|tổng hợp|giám sát/u, 'monitor'],
  [
    /chủ trì|cơ quan thực hiện|đơn vị thực hiện|người thực hiện|(?:cơ quan|đơn vị|bộ phận)(?:,\s*\p{L}+)* (?:thực hiện|chịu trách nhiệm|phụ trách)|^phân công|^thực hiện$|^cơ quan$/u,
    'lead',
  ],
  [
    /sản phẩm|cấp trình|hình thức văn bản|kết quả (?:thực hiện|đầu ra|đạt được|dự kiến|hoàn thành)|^kết quả$|yêu cầu kết quả|cấp (?:ban hành|phê duyệt|có thẩm quyền)/u,
    'product',
  ],
  [past, 'past'],
  [
    /^(?:tên |nội dung |danh mục |các |một số )?(?:nhiệm vụ|công việc|nội dung|hoạt động|đề án|văn bản|dự án|chương trình)/u,
    'task',
  ],
  [
    /^(?:tên |danh mục |nội dung |các |hệ thống )?(?:chỉ tiêu|chỉ số|tiêu chí|mục tiêu)(?: chủ yếu| cụ thể)?$/u,
    'target',
  ],
  [/chỉ tiêu|kế hoạch|mục tiêu|năm|giai đoạn|giá trị|số lượng|cả nước|dự toán|\d{4}/u, 'value'],
];

/** @param parts the words of the header's cells above the column, uppermost first */
function columnOf(parts: string[]): Column {
  const header = parts.join(' ');
  const [text = '', ...lines] = [header, ...parts].map((words) =>
    squeeze(words)
      .toLowerCase()
      .replace(/[*.:]+$/u, ''),
  );
  const found = rules.find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown';
  // "Năm 2024" above "Ước thực hiện": the line below says what the column holds.
  const role = (found === 'value' || found === 'unknown') && lines.some((line) => past.test(line)) ? 'past' : found;
  const year = [...text.matchAll(/(?:19|20)\d{2}/gu)].at(-1)?.[0];
  return {
    role,
    header: squeeze(header),
    tier: /cả nước|quốc gia|toàn quốc/u.test(text) ? 'national' : /tỉnh/u.test(text) ? 'province' : undefined,
    year: year === undefined ? undefined : Number(year),
  };
}

/** A table with its columns named and its header taken off. */
export function sheetOf(table: Table, text: string): Sheet {
  const grid = gridOf(table);
  const headers = headerRows(table, grid, text);
  const width = Math.max(0, ...grid.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, at) => columnOf(headerTexts(grid.slice(0, headers), at, text)));
  const rows = grid.slice(headers);
  const named = withTargetValues(withFigures(columns, rows, text));
  return { kind: kindOf(named), columns: named, rows };
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
    .filter((words) => words !== '');
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

/** The row "(1) (2) (3)" or "A B 1 2" under a header. */
const isNumbering = (row: GridRow, text: string): boolean =>
  row.length > 2 &&
  row.every(
    (one, i) =>
      one !== undefined && (cellText(one.cell, text) === `(${i + 1})` || cellText(one.cell, text) === String(i + 1)),
  );

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
