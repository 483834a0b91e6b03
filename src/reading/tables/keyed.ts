import { beginsBody } from '../tasks/bodies.ts';
import { type Column, isTotal } from './column-roles.ts';
import { cellText, type GridRow } from './grid.ts';
import { isNumeric } from './numeric.ts';

/** Rows that are what figures are set for; the columns say what is measured. */
export type RowsAre = 'places' | 'years';

const place =
  /^(?:(?:Xã|Phường|Thị trấn|Thị xã|Huyện|Quận|Thành phố|TP\.?|Đặc khu|Tỉnh|Thôn|Ấp|Bản|Khóm|Làng|Khu phố|Tổ dân phố|Khối phố)\s+(?:\p{Lu}|\d)|(?:XÃ|PHƯỜNG|THỊ TRẤN|THỊ XÃ|HUYỆN|QUẬN|THÀNH PHỐ|ĐẶC KHU)\s)/u;
const year = /^(?:năm\s+)?20\d{2}$/iu;
const ofPlaces =
  /^(?:tên )?(?:xã|phường|huyện|địa phương|địa bàn|đơn vị hành chính|thôn|ấp)(?:[,/ -]+(?:xã|phường|thị trấn|thị xã|huyện|thành phố|quận|đặc khu|thôn|ấp|đơn vị))*$/iu;

/**
 * A table turned round: its rows are communes, other bodies, or years, and each column of figures names a target. The rows'
 * column takes the place of the targets' names.
 */
export function withKey(
  columns: Column[],
  rows: GridRow[],
  text: string,
): { columns: Column[]; rowsAre: RowsAre } | undefined {
  if (columns.some(({ role }) => ['task', 'lead', 'doers', 'coord', 'time'].includes(role))) return undefined;
  const key = columns.findIndex(({ role }) => role !== 'ordinal' && role !== 'note');
  const rowsAre = key === -1 ? undefined : rowsAreOf(columns[key], wordsOf(rows, key, text));
  const isFigures = (column: Column, at: number): boolean =>
    at !== key && ['unknown', 'value', 'target', 'unit'].includes(column.role) && isNumeric(rows, at, text);
  const names = columns.some(({ role }, at) => at !== key && role === 'target' && !isNumeric(rows, at, text));
  if (!rowsAre || names || !columns.some((column, at) => column.role === 'past' || isFigures(column, at)))
    return undefined;
  return {
    rowsAre,
    columns: columns.map((column, at) => {
      if (at === key) return { ...column, role: 'target' };
      return isFigures(column, at) ? { ...column, role: 'value' } : column;
    }),
  };
}

const wordsOf = (rows: GridRow[], at: number, text: string): string[] =>
  rows.flatMap((row) => (row[at]?.own ? [cellText(row[at].cell, text)] : [])).filter((words) => words !== '');

function rowsAreOf(column: Column | undefined, all: string[]): RowsAre | undefined {
  const cells = all.filter((words) => !isTotal(words));
  const most = (is: (words: string) => boolean): boolean =>
    cells.length > 1 && cells.filter(is).length >= cells.length * 0.7;
  if (most((words) => year.test(words))) return 'years';
  const named = column !== undefined && ofPlaces.test(column.header);
  return most((words) => place.test(words) || (words.length < 60 && beginsBody(words))) ||
    (named && most((words) => /^\p{Lu}/u.test(words) && words.length < 40))
    ? 'places'
    : undefined;
}
