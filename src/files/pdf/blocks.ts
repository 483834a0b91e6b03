import type { PdfBlock, PdfCell, PdfRow, PdfTable, Region } from './drafts.ts';
import { withoutFurniture } from './furniture.ts';
import { fillGrid, type Grid, gridsOf } from './grid.ts';
import { linesOf } from './lines.ts';
import type { Line, PdfPage } from './page.ts';
import { paragraphsOf } from './paragraphs.ts';
import { type Strip, sidesAt, stripsOf } from './sides.ts';

export type PageBlocks = { blocks: PdfBlock[]; region: Region };

/** The blocks of each page, from top to bottom. */
export function blocksOf(pages: readonly PdfPage[]): PageBlocks[] {
  const grids = pages.map((page) => gridsOf(page.rules));
  const loose = pages.map((page, number) => {
    const letters = (grids[number] ?? []).reduce((rest, grid) => fillGrid(grid, rest), page.letters);
    return linesOf(letters, number);
  });
  const body = withoutFurniture(pages, loose);
  const regions = regionsOf(pages, body);
  return pages.map((page, number) => {
    const region = regions.get(Math.round(page.width)) ?? { left: 0, right: page.width, isCell: false };
    const tables = (grids[number] ?? []).filter((grid) => grid.cells.some((cell) => cell.letters.length > 0));
    return { blocks: inOrder(tables, body[number] ?? [], number, region), region };
  });
}

/** Left and right edge of the text, by width of the page: most lines begin at the one and none goes over the other. */
function regionsOf(pages: readonly PdfPage[], lines: readonly Line[][]): Map<number, Region> {
  const byWidth = Map.groupBy(lines.flat(), (line) => Math.round(pages[line.page]?.width ?? 0));
  return new Map(
    [...byWidth].map(([width, own]) => {
      const rights = own.map(({ right }) => right).sort((a, b) => a - b);
      const right = rights[Math.ceil(0.97 * (rights.length - 1))] ?? width;
      return [width, { left: edgeOf(own), right, isCell: false }];
    }),
  );
}

function edgeOf(lines: readonly Line[]): number {
  const counts = Map.groupBy(lines, ({ x }) => Math.round(x / 3));
  const least = Math.max(1, 0.12 * lines.length);
  const common = [...counts].filter(([, own]) => own.length >= least).map(([, own]) => own[0]?.x ?? 0);
  return Math.min(...(common.length > 0 ? common : lines.map(({ x }) => x)));
}

function inOrder(grids: readonly Grid[], lines: readonly Line[], page: number, region: Region): PdfBlock[] {
  const blocks: PdfBlock[] = [];
  let from = Number.NEGATIVE_INFINITY;
  for (const grid of grids) {
    const top = grid.ys[0] ?? 0;
    blocks.push(
      ...looseBlocks(
        lines.filter(({ y }) => y >= from && y < top),
        region,
      ),
      tableOf(grid, page),
    );
    from = top;
  }
  blocks.push(
    ...looseBlocks(
      lines.filter(({ y }) => y >= from),
      region,
    ),
  );
  return blocks;
}

/** What stands outside ruled tables: paragraphs, and lines side by side. */
function looseBlocks(lines: readonly Line[], region: Region): PdfBlock[] {
  const blocks: PdfBlock[] = [];
  const strips: Strip[] = stripsOf(lines.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)));
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

function tableOf({ xs, ys, cells }: Grid, page: number): PdfTable {
  const rows: PdfRow[] = ys.slice(1).map(() => ({ cells: [] }));
  for (const { row, letters, ...place } of cells) {
    const region = { left: xs[place.column] ?? 0, right: xs[place.column + place.columns] ?? 0, isCell: true };
    const paragraphs = paragraphsOf(linesOf(letters, page, false), region);
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
