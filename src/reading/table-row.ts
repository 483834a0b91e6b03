import type { Cell } from '../values/block.ts';
import type { ColumnRole } from './column-roles.ts';
import { cellText, type GridRow, type Sheet } from './columns.ts';

/** A row of a task or target table: a group heading, or an item with its ordinal. */
export type TableRow =
  | { kind: 'group'; label: string | null; title: string }
  | { kind: 'item'; ordinal: string | null; row: GridRow };

export function tableRowOf(sheet: Sheet, row: GridRow, text: string): TableRow | undefined {
  const ordinalCell = cellAt(sheet, row, 'ordinal');
  const ordinal = ordinalCell ? cellText(ordinalCell, text).replace(/[.)\s]+$/u, '') : '';
  const across = acrossRow(row, text);
  if (across) return across;
  const words = wordsOf(sheet, row, text, ordinalCell);
  if (words.length === 0) return undefined;
  const roman = /^(?:[IVX]+|[A-ZĐ])$/u.test(ordinal);
  if (words.length === 1 && roman) return { kind: 'group', label: ordinal, title: words[0] ?? '' };
  return { kind: 'item', ordinal: ordinal === '' ? null : ordinal, row };
}

/** "II. Hoàn thiện thể chế" or "2. …" in one cell across the table. */
function acrossRow(row: GridRow, text: string): TableRow | undefined {
  const cell = row[0]?.cell;
  if (!cell || row.length < 2 || !spansAll(row)) return undefined;
  const groups = /^(?<label>[IVX]+|[A-ZĐ]|\d{1,2}(?:\.\d{1,2})*(?=[.)]))[.)\s]\s*(?<title>\P{Ll}.*)$/u.exec(
    cellText(cell, text),
  )?.groups;
  return groups && { kind: 'group', label: groups.label ?? null, title: groups.title ?? '' };
}

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
