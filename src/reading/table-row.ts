import type { Cell } from '../values/block.ts';
import { type ColumnRole, cellText, type GridRow, type Sheet } from './columns.ts';

/** A row of a task or target table: a group heading, or an item with its ordinal. */
export type TableRow =
  | { kind: 'group'; label: string | null; title: string }
  | { kind: 'item'; ordinal: string | null; row: GridRow };

export function tableRowOf(sheet: Sheet, row: GridRow, text: string): TableRow | undefined {
  const ordinalCell = cellAt(sheet, row, 'ordinal');
  const ordinal = ordinalCell ? cellText(ordinalCell, text).replace(/[.)\s]+$/u, '') : '';
  const words = wordsOf(sheet, row, text, ordinalCell);
  if (words.length === 0) return undefined;
  const roman = /^(?:[IVX]+|[A-ZĐ])$/u.test(ordinal);
  if (words.length === 1 && roman) return { kind: 'group', label: ordinal, title: words[0] ?? '' };
  const whole = /^(?<label>[IVX]+|[A-ZĐ]|\d{1,2}(?:\.\d{1,2})*(?=[.)]))[.)\s]\s*(?<title>\P{Ll}.*)$/u.exec(
    row.length > 1 && spansAll(row) ? cellText(row[0]?.cell ?? emptyCell, text) : '',
  );
  if (whole?.groups) return { kind: 'group', label: whole.groups.label ?? null, title: whole.groups.title ?? '' };
  return { kind: 'item', ordinal: ordinal === '' ? null : ordinal, row };
}

const emptyCell: Cell = { span: { start: 0, end: 0 }, paragraphs: [], column: 0, columns: 1, rows: 1 };

const spansAll = (row: GridRow): boolean => row.every((one) => one !== undefined && one.cell === row[0]?.cell);

/** The texts of its filled cells beside the ordinal, each cell once. */
function wordsOf(sheet: Sheet, row: GridRow, text: string, ordinal: Cell | undefined): string[] {
  const cells = new Set(
    row.flatMap((one, at) =>
      one &&
      one.cell !== ordinal &&
      (one.own || sheet.columns[at]?.role === 'task' || sheet.columns[at]?.role === 'target')
        ? [one.cell]
        : [],
    ),
  );
  return [...cells].map((cell) => cellText(cell, text)).filter((words) => words !== '');
}

export function cellAt(sheet: Sheet, row: GridRow, role: ColumnRole): Cell | undefined {
  const at = sheet.columns.findIndex((column) => column.role === role);
  return at === -1 ? undefined : row[at]?.cell;
}
