import type { RawCell } from '../../values/raw-cell.ts';
import { attribute, child, type XmlElement } from '../containers/xml.ts';
import { textOfItem, type Workbook } from './book.ts';
import { formatCell } from './format.ts';
import { columnOf, whole } from './sheet.ts';

/** Columns further right are none of a list. */
const mostColumns = 500;

/** The rows of a sheet with what its cells hold, hidden ones included; `at` counts from 0 as the workbook does. */
export function visitRows(book: Workbook, part: string, visit: (at: number, cells: RawCell[]) => void): void {
  let next = 0;
  book.readSheet(part, (element) => {
    const at = whole(attribute(element, 'r'), next + 1) - 1;
    next = at + 1;
    visit(at, cellsOf(element, book));
  });
}

function cellsOf(row: XmlElement, book: Workbook): RawCell[] {
  const cells: RawCell[] = [];
  let next = 0;
  for (const cell of row.children) {
    if (cell.name !== 'x:c') continue;
    const column = columnOf(attribute(cell, 'r') ?? '') ?? next;
    next = column + 1;
    if (column >= mostColumns) continue;
    while (cells.length < column) cells.push('');
    const held = heldIn(cell, book);
    const formula = child(cell, 'x:f');
    cells[column] = formula ? { formula: formula.text, last: held } : held;
  }
  return cells;
}

function heldIn(cell: XmlElement, book: Workbook): string | number {
  const type = attribute(cell, 't') ?? 'n';
  const value = child(cell, 'x:v')?.text ?? '';
  if (type === 's') return book.string(Number(value)).trim();
  if (type === 'inlineStr') return textOfItem(child(cell, 'x:is')).trim();
  if (type !== 'n' || value === '') return value.trim();
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  const { format } = book.style(Number(attribute(cell, 's') ?? 0));
  if (format === 'General') return number;
  // 0,085 that is shown as 8,5% was typed as that.
  if (format.includes('%')) return `${String(Number((number * 100).toPrecision(15))).replace('.', ',')}%`;
  return isOfTime(format) ? formatCell(number, format, book.isLate) : number;
}

/** Letters of days and hours outside quoted words and brackets. */
const isOfTime = (format: string): boolean => /[dmyhs]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));
