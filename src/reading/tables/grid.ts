import type { Cell, Table } from '../../values/block.ts';
import { joinViews, paragraphView, type View } from '../text/view.ts';

/** `own` is false where the cell is merged over from the left or from above, or only repeats the one above. */
export type GridCell = { cell: Cell; own: boolean };
export type GridRow = (GridCell | undefined)[];

/** For each row and column the cell that covers it. */
export function gridOf(table: Table, text: string): GridRow[] {
  const grid = covered(table);
  for (const [r, row] of grid.entries())
    for (const [at, one] of row.entries()) {
      const above = grid[r - 1]?.[at];
      if (one?.own && above && isDitto(one.cell, text)) row[at] = { cell: above.cell, own: false };
    }
  return grid;
}

/** "nt", "-nt-", a ditto mark, "như trên": the cell says what the one above it says. */
const ditto = /^[-–]?\s*(?:n\.?t\.?|như trên|["“”″〃]|''|,,)\s*[-–]?$/iu;

const longestDitto = 16;

/** A mark without a letter is no paragraph of a text file's cell. */
const isDitto = (cell: Cell, text: string): boolean =>
  cell.span.end - cell.span.start < longestDitto &&
  ditto.test(
    cell.paragraphs.length > 0
      ? cellText(cell, text)
      : text.slice(cell.span.start, cell.span.end).replace(/^[|\s]+|[|\s]+$/gu, ''),
  );

function covered(table: Table): GridRow[] {
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
