import type { PageBlocks } from './blocks.ts';
import {
  type PdfBlock,
  type PdfCell,
  type PdfParagraph,
  type PdfRow,
  type PdfTable,
  type Region,
  textOf,
} from './drafts.ts';
import { begins } from './paragraphs.ts';

/** The pages' blocks as one document: what a page break cut is whole again. */
export function joinPages(pages: readonly PageBlocks[]): PdfBlock[] {
  const blocks: PdfBlock[] = [];
  for (const page of pages) {
    const [first, ...rest] = page.blocks;
    if (!first) continue;
    const last = blocks.at(-1);
    const isJoined =
      first.kind === 'table'
        ? last?.kind === 'table' && goOn(last, first)
        : last?.kind === 'paragraph' && flowOn(last, first, page.region);
    blocks.push(...(isJoined ? rest : page.blocks));
  }
  return blocks;
}

/** Adds the lines of a paragraph that goes on; false where a new one begins. */
function flowOn(last: PdfParagraph, next: PdfParagraph, region: Region): boolean {
  const [before, after] = [last.lines.at(-1), next.lines[0]];
  if (!before || !after || begins(before, after, region)) return false;
  if (/[.!?:;]\/?\.?$/.test(before.text) && after.x > region.left + 8) return false;
  last.lines.push(...next.lines);
  return true;
}

/** Adds the rows of a table that goes on; false where it is another table. */
function goOn(table: PdfTable, next: PdfTable): boolean {
  if (table.borderless || next.borderless || !sameColumns(table, next)) return false;
  const repeated = repeatedRows(table, next);
  for (const row of table.rows.slice(0, repeated)) row.header = true;
  const [first, ...rest] = next.rows.slice(repeated);
  const cut = table.rows.at(-1);
  if (first && !(cut && isCut(cut, first, table.rows.length > 1) && mend(cut, first))) {
    reachDown(table.rows, first);
    table.rows.push(first);
  }
  table.rows.push(...rest);
  return true;
}

/** The same grid, perhaps moved sideways, or one with columns that no cell of the page shows: then those are filled in. */
function sameColumns(table: PdfTable, next: PdfTable): boolean {
  const [wide, narrow] = table.xs.length >= next.xs.length ? [table, next] : [next, table];
  const shift = (wide.xs[0] ?? 0) - (narrow.xs[0] ?? 0);
  const map = narrow.xs.map((x) => wide.xs.findIndex((one) => Math.abs(one - x - shift) <= 8));
  if (map.includes(-1) || map.at(-1) !== wide.xs.length - 1) return false;
  if (wide.xs.length > narrow.xs.length) {
    for (const cell of narrow.rows.flatMap((row) => row.cells)) {
      const end = map[cell.column + cell.columns] ?? cell.column + cell.columns;
      cell.column = map[cell.column] ?? cell.column;
      cell.columns = end - cell.column;
    }
    narrow.xs = [...wide.xs];
  }
  return true;
}

/** Empty first cells at the top of a page belong to the merged cells above, which the page break closed. */
function reachDown(rows: readonly PdfRow[], first: PdfRow): void {
  if (first.cells.every((cell) => cell.paragraphs.length === 0)) return;
  for (let cell = first.cells[0]; cell && cell.paragraphs.length === 0; cell = first.cells[0]) {
    const { column, columns } = cell;
    const above = rows
      .flatMap((row, number) => row.cells.map((one) => ({ one, end: number + one.rows, isHeader: row.header })))
      .find(({ one, end }) => one.column === column && one.columns === columns && end === rows.length);
    if (!above || above.isHeader || above.one.paragraphs.length === 0) return;
    above.one.rows += cell.rows;
    first.cells.shift();
  }
}

const rowText = (row: PdfRow | undefined): string =>
  (row?.cells ?? [])
    .map((cell) => textOf(cell.paragraphs))
    .join('|')
    .replace(/\s+/g, ' ')
    .toLowerCase();

/** How many rows at the top say what the table's first rows said. */
function repeatedRows(table: PdfTable, next: PdfTable): number {
  let count = 0;
  while (
    count < Math.min(4, next.rows.length, table.rows.length - 1) &&
    rowText(table.rows[count]) === rowText(next.rows[count])
  )
    count += 1;
  return count;
}

const at = (row: PdfRow, column: number): string => {
  const cell = row.cells.find((one) => one.column === column);
  return cell ? textOf(cell.paragraphs) : '';
};

/** A row is cut where its rest has no number of its own, or goes on with a small letter. */
function isCut(row: PdfRow, rest: PdfRow, isNumbered: boolean): boolean {
  if (rest.cells.length < 2 || row.cells.length < 2) return false;
  const goesOn = rest.cells.some((cell) => {
    const before = at(row, cell.column);
    return before !== '' && !/[.;:]$/.test(before) && /^[\p{Ll},;)]/u.test(textOf(cell.paragraphs));
  });
  const [number, own] = [at(row, 0), at(rest, 0)];
  const both = rest.cells.filter((cell) => cell.paragraphs.length > 0 && at(row, cell.column) !== '');
  // One cell that clearly begins anew shows a row of its own, though another could go on.
  const flowsOn = both.length > 0 && both.every((cell) => flows(row, cell));
  if (isNumbered && /^\(?[\divxl]+[.)]?/i.test(number) && own === '' && flowsOn) return true;
  return goesOn && (own === '' || number === '');
}

/** The cell's first line goes on in the paragraph that stands above the page break. */
function flows(row: PdfRow, cell: PdfCell): boolean {
  const before = row.cells
    .find((one) => one.column === cell.column)
    ?.paragraphs.at(-1)
    ?.lines.at(-1);
  const after = cell.paragraphs[0]?.lines[0];
  return before !== undefined && after !== undefined && !begins(before, after, cell.region);
}

/** Puts the rest of a row under what stands before the page break. */
function mend(row: PdfRow, rest: PdfRow): boolean {
  const pairs = rest.cells.map((cell) => [row.cells.find((one) => one.column === cell.column), cell] as const);
  if (pairs.some(([own, cell]) => !own && cell.paragraphs.length > 0)) return false;
  for (const [own, cell] of pairs) if (own) append(own, cell);
  return true;
}

function append(cell: PdfCell, rest: PdfCell): void {
  const [first, ...others] = rest.paragraphs;
  const [last, head] = [cell.paragraphs.at(-1), first?.lines[0]];
  const tail = last?.lines.at(-1);
  if (last && tail && first && head && !begins(tail, head, cell.region)) {
    last.lines.push(...first.lines);
    cell.paragraphs.push(...others);
  } else cell.paragraphs.push(...rest.paragraphs);
}
