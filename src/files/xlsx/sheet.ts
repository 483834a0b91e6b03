import { Refusal } from '../../values/refusal.ts';
import { attribute, child, type XmlElement } from '../containers/xml.ts';
import { type CellStyle, textOfItem, type Workbook } from './book.ts';
import { formatCell } from './format.ts';

/** A cell as it is seen. Rows and columns count from 0, hidden ones included. */
export type SeenCell = { row: number; column: number; text: string; style: CellStyle; isNumber: boolean };

export type Merge = { row: number; column: number; rows: number; columns: number };

/** `place` counts the rows that are shown; `cells` are those of columns that are shown. */
export type SheetRow = { at: number; place: number; cells: Map<number, SeenCell> };

export type SeenSheet = {
  /** Rows that are shown and have a cell, in order. */
  rows: SheetRow[];
  merges: Merge[];
};

const maxCells = 500_000;
const maxColumn = 16_384;

export function readSheet(book: Workbook, part: string): SeenSheet {
  const rows: SheetRow[] = [];
  const hiddenRows = new Set<number>();
  let count = 0;
  let next = 0;
  const root = book.readSheet(part, (element) => {
    const at = whole(attribute(element, 'r'), next + 1) - 1;
    next = at + 1;
    const cells = readRow(element, at, book);
    count += cells.size;
    if (count > maxCells) throw new Refusal('fileUnpacksTooLarge', { part, what: 'parts', limit: maxCells });
    if (isTrue(attribute(element, 'hidden'))) hiddenRows.add(at);
    if (cells.size > 0) rows.push({ at, place: at, cells });
  });
  rows.sort((a, b) => a.at - b.at);
  const ranges = (child(root, 'x:cols')?.children ?? [])
    .filter((one) => isTrue(attribute(one, 'hidden')))
    .map((one) => ({ from: whole(attribute(one, 'min'), 1) - 1, to: whole(attribute(one, 'max'), 0) - 1 }));
  const hidden: Hidden = {
    row: (at) => hiddenRows.has(at),
    column: (at) => ranges.some(({ from, to }) => at >= from && at <= to),
  };
  const byRow = new Map(rows.map((row) => [row.at, row]));
  const merges = (child(root, 'x:mergeCells')?.children ?? []).flatMap((one) => mergeOf(attribute(one, 'ref') ?? ''));
  const seen = merges.map((merge) => shownFrom(merge, byRow, hidden));
  return { rows: shownRows([...byRow.values()], hiddenRows, hidden), merges: seen };
}

type Hidden = { row: (at: number) => boolean; column: (at: number) => boolean };

/** A merged cell shows its text also where its first row or column is hidden: in the first that is shown. */
function shownFrom(merge: Merge, rows: Map<number, SheetRow>, hidden: Hidden): Merge {
  const cell = rows.get(merge.row)?.cells.get(merge.column);
  if (!cell || cell.text === '') return merge;
  const down = stepsToShown(merge.row, merge.rows, hidden.row);
  const right = stepsToShown(merge.column, merge.columns, hidden.column);
  if ((down === 0 && right === 0) || down === undefined || right === undefined) return merge;
  const [row, column] = [merge.row + down, merge.column + right];
  const target = rows.get(row) ?? { at: row, place: row, cells: new Map<number, SeenCell>() };
  rows.set(row, target);
  target.cells.set(column, { ...cell, row, column });
  return { row, column, rows: merge.rows - down, columns: merge.columns - right };
}

/** Merged cells of people are smaller. */
const maxSteps = 1000;

function stepsToShown(from: number, size: number, isHidden: (at: number) => boolean): number | undefined {
  for (let step = 0; step < Math.min(size, maxSteps); step++) if (!isHidden(from + step)) return step;
  return undefined;
}

function shownRows(rows: readonly SheetRow[], hiddenRows: ReadonlySet<number>, hidden: Hidden): SheetRow[] {
  const before = [...hiddenRows].sort((a, b) => a - b);
  let passed = 0;
  return rows
    .toSorted((a, b) => a.at - b.at)
    .flatMap(({ at, cells }) => {
      while ((before[passed] ?? Number.POSITIVE_INFINITY) < at) passed += 1;
      const shown = new Map([...cells].filter(([column]) => !hidden.column(column)));
      return hidden.row(at) || shown.size === 0 ? [] : [{ at, place: at - passed, cells: shown }];
    });
}

const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true';

export function whole(text: string | undefined, otherwise: number): number {
  const number = Number.parseInt(text ?? '', 10);
  return Number.isSafeInteger(number) && number > 0 ? number : otherwise;
}

function readRow(element: XmlElement, row: number, book: Workbook): Map<number, SeenCell> {
  const cells = new Map<number, SeenCell>();
  let next = 0;
  for (const cell of element.children) {
    if (cell.name !== 'x:c') continue;
    const column = columnOf(attribute(cell, 'r') ?? '') ?? next;
    next = column + 1;
    if (column >= maxColumn) continue;
    const style = book.style(Number(attribute(cell, 's') ?? 0));
    const { text, isNumber } = shown(cell, style, book);
    if (text !== '' || style.ruled) cells.set(column, { row, column, text, style, isNumber });
  }
  return cells;
}

function shown(cell: XmlElement, style: CellStyle, book: Workbook): { text: string; isNumber: boolean } {
  const type = attribute(cell, 't') ?? 'n';
  const value = child(cell, 'x:v')?.text ?? '';
  const words = (text: string): { text: string; isNumber: boolean } => ({ text: tidy(text), isNumber: false });
  if (type === 's') return words(book.string(Number(value)));
  if (type === 'inlineStr') return words(textOfItem(child(cell, 'x:is')));
  if (type === 'b') return words(value === '' ? '' : value === '1' ? 'TRUE' : 'FALSE');
  if (type !== 'n' || value === '') return words(value);
  const number = Number(value);
  if (!Number.isFinite(number)) return words(value);
  return { text: tidy(formatCell(number, style.format, book.isLate)), isNumber: true };
}

/** Lines trimmed and none empty; a TAB would begin another cell. */
const tidy = (text: string): string =>
  text
    .split(/\r\n|[\r\n]/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');

/** "AB12" -> 27. */
export function columnOf(address: string): number | undefined {
  const letters = /^\$?([A-Z]{1,3})\$?\d/i.exec(address)?.[1]?.toUpperCase();
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

export function addressOf(sheet: string, row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  const name = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
  return `${name}!${letters}${row + 1}`;
}

function mergeOf(reference: string): Merge[] {
  const [from = '', to = ''] = reference.split(':');
  const [left, right] = [columnOf(from), columnOf(to)];
  const [top, bottom] = [from, to].map((one) => Number.parseInt(/\d+$/.exec(one)?.[0] ?? '', 10) - 1);
  if (left === undefined || right === undefined || top === undefined || bottom === undefined) return [];
  if (!(bottom >= top && right >= left)) return [];
  return [{ row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 }];
}
