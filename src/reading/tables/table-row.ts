import type { Cell } from '../../values/block.ts';
import type { ColumnRole } from './column-roles.ts';
import type { Sheet } from './columns.ts';
import { cellText, type GridRow } from './grid.ts';

/** A row of a task or target table: a group heading, or an item with its ordinal. */
export type TableRow =
  | { kind: 'group'; label: string | null; title: string }
  | { kind: 'item'; ordinal: string | null; row: GridRow };

/** @param next the row below, whose number tells whether this one groups it */
export function tableRowOf(sheet: Sheet, row: GridRow, text: string, next?: GridRow): TableRow | undefined {
  const ordinalCell = cellAt(sheet, row, 'ordinal');
  const ordinal = ordinalText(sheet, row, text);
  if (row.length > 2 && spansAll(row)) return acrossRow(row, text);
  const words = wordsOf(sheet, row, text, ordinalCell);
  if (words.length === 0) return undefined;
  const below = next && ordinalCell ? ordinalText(sheet, next, text) : '';
  const groups = /^(?:[IVX]+|[A-ZĐ])$/u.test(ordinal) || (ordinal !== '' && below.startsWith(`${ordinal}.`));
  // What the tasks below it cost together stands beside a heading, too.
  const said = sheet.kind === 'tasks' ? words.filter((one) => !/^\d[\d.,\s]*$/u.test(one)) : words;
  if (said.length === 1 && groups && isAlone(sheet, row, text))
    return { kind: 'group', label: ordinal, title: said[0] ?? '' };
  return { kind: 'item', ordinal: ordinal === '' ? null : ordinal, row };
}

function ordinalText(sheet: Sheet, row: GridRow, text: string): string {
  const cell = cellAt(sheet, row, 'ordinal');
  // A dash in the column of numbers is none.
  return cell ? cellText(cell, text).replace(/^[-–+•]$|[.)\s]+$/gu, '') : '';
}

/** True where no cell merged down from above says who or when, either. */
const isAlone = (sheet: Sheet, row: GridRow, text: string): boolean =>
  (['lead', 'doers', 'coord', 'time', 'product'] as const).every((role) => {
    const cell = cellAt(sheet, row, role);
    return cell === undefined || cell === cellAt(sheet, row, 'task') || cellText(cell, text) === '';
  });

/** "II. Hoàn thiện thể chế", "2. …" or a heading without number in one cell across the table; what explains the table is none. */
function acrossRow(row: GridRow, text: string): TableRow | undefined {
  const words = row[0] ? cellText(row[0].cell, text) : '';
  if (!/\p{L}{2}/u.test(words) || /^(?:ghi chú|chú thích|nguồn|\(?\*)/iu.test(words)) return undefined;
  const groups = /^(?<label>[IVX]+|[A-ZĐ]|\d{1,2}(?:\.\d{1,2})*(?=[.)]))[.)\s]\s*(?<title>\P{Ll}.*)$/u.exec(
    words,
  )?.groups;
  return { kind: 'group', label: groups?.label ?? null, title: groups?.title ?? words };
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
