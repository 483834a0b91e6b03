import { guttersBetween, paragraphsOfColumns, stretchesOf } from './columns.ts';
import type { PdfBlock, PdfCell, PdfParagraph, PdfRow, PdfTable, Region } from './drafts.ts';
import { type Footed, noteParagraphs, withoutMarks, withoutNotes } from './footnotes.ts';
import { withoutFurniture } from './furniture.ts';
import { fillGrid, type Grid, gridsOf } from './grid.ts';
import { guttersOf } from './gutters.ts';
import { type Gutter, linesOf, linesOfCell } from './lines.ts';
import type { Line, PdfPage } from './page.ts';
import { paragraphsOf } from './paragraphs.ts';
import { regionsOf } from './region.ts';
import { type Strip, sidesAt, stripsOf } from './sides.ts';

export type PageBlocks = { blocks: PdfBlock[]; notes: PdfParagraph[]; region: Region; edges: string[] };

/** The blocks of each page, from top to bottom. */
export function blocksOf(pages: readonly PdfPage[]): PageBlocks[] {
  const grids = pages.map((page) => gridsOf(page.rules));
  const loose = pages.map((page, number) => looseLines(page, number, grids[number] ?? []));
  const lines = loose.map((one) => one.lines);
  const bodies = withoutFurniture(pages, lines);
  const footed = bodies.map((own, number) => footedPage(pages, own, number));
  const regions = regionsOf(
    pages,
    footed.map(({ body }) => body),
    grids,
  );
  return pages.map((page, number) => {
    const region = regions[number] ?? { left: 0, right: page.width, isCell: false, indents: [] };
    const tables = (grids[number] ?? []).filter((grid) => grid.cells.some((cell) => cell.letters.length > 0));
    const { body, notes, numbers } = footed[number] ?? noLines;
    return {
      blocks: inOrder(tables, { body, numbers, gutters: loose[number]?.gutters ?? [] }, number, region),
      notes: noteParagraphs(notes),
      edges: (lines[number] ?? []).filter((line) => !bodies[number]?.includes(line)).map(({ text }) => text),
      region,
    };
  });
}

/** The lines that stand in no table, and the gutters at which running text parts. */
function looseLines(
  page: PdfPage,
  number: number,
  grids: readonly Grid[],
): { lines: Line[]; gutters: readonly Gutter[] } {
  const letters = grids.reduce((rest, grid) => fillGrid(grid, rest), page.letters);
  const possible = guttersOf(letters, page.width);
  const parted = linesOf(letters, number, possible);
  const gutters = guttersBetween(parted, possible);
  return { lines: gutters.length === possible.length ? parted : linesOf(letters, number), gutters };
}

const noLines: Footed = { body: [], notes: [], numbers: new Set() };

function footedPage(pages: readonly PdfPage[], lines: readonly Line[], number: number): Footed {
  const page = pages[number];
  const footed = page ? withoutNotes(page, lines) : noLines;
  return { ...footed, body: footed.body.map((line) => withoutMarks(line, footed.numbers)) };
}

type Content = Pick<Footed, 'body' | 'numbers'> & { gutters: readonly Gutter[] };

function inOrder(
  grids: readonly Grid[],
  { body, numbers, gutters }: Content,
  page: number,
  region: Region,
): PdfBlock[] {
  const blocks: PdfBlock[] = [];
  let from = Number.NEGATIVE_INFINITY;
  for (const grid of grids) {
    const top = grid.ys[0] ?? 0;
    blocks.push(
      ...looseBlocks(
        body.filter(({ y }) => y >= from && y < top),
        region,
        gutters,
      ),
      tableOf(grid, page, numbers),
    );
    from = top;
  }
  blocks.push(
    ...looseBlocks(
      body.filter(({ y }) => y >= from),
      region,
      gutters,
    ),
  );
  return blocks;
}

/** What stands outside ruled tables: paragraphs, columns of them, and lines side by side. */
const looseBlocks = (lines: readonly Line[], region: Region, gutters: readonly Gutter[]): PdfBlock[] =>
  stretchesOf(
    lines.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)),
    gutters,
  ).flatMap((stretch) =>
    stretch.columns ? paragraphsOfColumns(stretch.columns, region) : besideBlocks(stretch.lines, region),
  );

function besideBlocks(lines: readonly Line[], region: Region): PdfBlock[] {
  const blocks: PdfBlock[] = [];
  const strips: Strip[] = stripsOf(lines);
  let plain: Line[] = [];
  const flush = (): void => {
    blocks.push(...paragraphsOf(plain, region));
    plain = [];
  };
  for (let at = 0; at < strips.length; ) {
    const sides = sidesAt(strips, at, region);
    if (sides) {
      flush();
      blocks.push(sides.table);
    } else plain.push(...(strips[at] ?? []));
    at = sides?.next ?? at + 1;
  }
  flush();
  return blocks;
}

function tableOf({ xs, ys, cells }: Grid, page: number, numbers: Footed['numbers']): PdfTable {
  const rows: PdfRow[] = ys.slice(1).map(() => ({ cells: [] }));
  for (const { row, letters, ...place } of cells) {
    const region = {
      left: xs[place.column] ?? 0,
      right: xs[place.column + place.columns] ?? 0,
      isCell: true,
      indents: [],
    };
    const lines = linesOfCell(letters, page).map((line) => withoutMarks(line, numbers));
    const paragraphs = paragraphsOf(lines, region);
    rows[row]?.cells.push({ ...place, region, paragraphs });
  }
  return { kind: 'table', xs, rows: withoutEmpty(rows) };
}

const isEmpty = (cells: readonly PdfCell[]): boolean => cells.every((cell) => cell.paragraphs.length === 0);

/** Rows in which nothing begins say nothing; cells that go over them are the shorter for it. */
function withoutEmpty(rows: PdfRow[]): PdfRow[] {
  for (const [at, row] of rows.entries()) {
    if (!isEmpty(row.cells)) continue;
    for (const [above, other] of rows.slice(0, at).entries())
      for (const cell of other.cells) if (above + cell.rows > at) cell.rows = Math.max(1, cell.rows - 1);
  }
  return rows.filter((row) => !isEmpty(row.cells));
}
