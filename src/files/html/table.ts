import type { CellDraft, ParagraphDraft, RowDraft, TableDraft } from '../layout/drafts.ts';
import { newGrid } from '../layout/grid.ts';
import { type Look, lookOf } from './look.ts';
import { attributeOf, childrenOf, type HtmlElement, isElement } from './tree.ts';

const parts: ReadonlySet<string> = new Set('thead tbody tfoot'.split(' '));

type TableRow = { row: HtmlElement; inHead: boolean };

function rowsOf(table: HtmlElement): TableRow[] {
  return childrenOf(table).flatMap((part) => {
    if (!isElement(part)) return [];
    if (part.tagName === 'tr') return [{ row: part, inHead: false }];
    if (!parts.has(part.tagName)) return [];
    const inHead = part.tagName === 'thead';
    return childrenOf(part).flatMap((row) => (isElement(row) && row.tagName === 'tr' ? [{ row, inHead }] : []));
  });
}

const cellsOf = (row: HtmlElement): HtmlElement[] =>
  childrenOf(row)
    .filter((cell) => isElement(cell))
    .filter((cell) => cell.tagName === 'td' || cell.tagName === 'th');

/** A table that only places things on the page: one with tables in its cells, or with a single column. */
export function isLayout(table: HtmlElement): boolean {
  const rows = rowsOf(table).map(({ row }) => cellsOf(row));
  if (rows.every((cells) => cells.length <= 1)) return true;
  return rows.some((cells) => cells.some((cell) => containsTable(cell)));
}

function containsTable(element: HtmlElement): boolean {
  return childrenOf(element).some((node) => isElement(node) && (node.tagName === 'table' || containsTable(node)));
}

type ReadCell = (cell: HtmlElement, look: Look) => ParagraphDraft[];

/** undefined where no row is left. */
export function readHtmlTable(table: HtmlElement, look: Look, readCell: ReadCell): TableDraft | undefined {
  const sources = rowsOf(table);
  const grid = newGrid(sources.length);
  const rows = sources.map(({ row, inHead }): RowDraft => {
    grid.nextRow();
    const elements = cellsOf(row);
    const rowLook = lookOf(row, look);
    const cells = elements.map((element): CellDraft => {
      const place = grid.place(spanOf(element, 'colspan', 1), spanOf(element, 'rowspan', sources.length));
      return { ...place, paragraphs: readCell(element, rowLook) };
    });
    const isHeader = inHead || (cells.length > 0 && elements.every((element) => element.tagName === 'th'));
    return { cells, ...(isHeader && { header: true }) };
  });
  if (rows.length === 0) return undefined;
  return { kind: 'table', rows, ...(!isRuled(table, sources) && { borderless: true }) };
}

/** @param none what a span of 0 stands for: "to the end" for rows */
function spanOf(element: HtmlElement, name: string, none: number): number {
  const number = Number.parseInt(attributeOf(element, name) ?? '1', 10);
  return Number.isSafeInteger(number) && number > 0 ? number : number === 0 ? none : 1;
}

const drawn =
  /border(?:-(?:top|bottom|left|right))?(?:-(?:width|style))?\s*:\s*(?!\s*(?:none|0(?:\.0)?(?:px|pt|cm)?\s*(?:;|$|none)|medium none|initial|inherit))/i;

/** Lines may also come from a style sheet: only where page and cells say nothing, or say none, there are none. */
function isRuled(table: HtmlElement, rows: readonly TableRow[]): boolean {
  const border = attributeOf(table, 'border');
  if (border !== undefined && border !== '0') return true;
  const elements = [table, ...rows.flatMap(({ row }) => cellsOf(row))];
  if (elements.some((element) => drawn.test(attributeOf(element, 'style') ?? ''))) return true;
  return border === undefined && rows.length > 4;
}
