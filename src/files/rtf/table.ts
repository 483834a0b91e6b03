import type { CellDraft, ParagraphDraft, RowDraft, TableDraft } from '../layout/drafts.ts';

/** A cell as \trowd … \cellx defines it. */
export type RtfCellShape = { right: number; mergesLeft: boolean; mergesUp: boolean; beginsMerge: boolean };

export type RtfRowShape = { left: number; cells: RtfCellShape[]; header: boolean; isRuled: boolean };

export type RtfRow = { shape: RtfRowShape; cells: ParagraphDraft[][] };

/** Edges nearer than this, in twentieths of a point, are one line: programs round. */
const tolerance = 40;

/** Columns of the grid: every edge that any row has. */
function gridOf(rows: readonly RtfRow[]): number[] {
  const edges = rows.flatMap(({ shape }) => [shape.left, ...shape.cells.map(({ right }) => right)]);
  edges.sort((a, b) => a - b);
  return edges.filter((edge, at) => at === 0 || edge - (edges[at - 1] ?? 0) > tolerance);
}

/** Number of the grid's line next to an edge. */
function lineAt(grid: readonly number[], edge: number): number {
  let [low, high] = [0, grid.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((grid[middle] ?? 0) <= edge) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function rtfTable(sources: readonly RtfRow[]): TableDraft {
  const grid = gridOf(sources);
  const open = new Map<number, { cell: CellDraft; row: number }>();
  const rows = sources.map((source, at) => rowOf(source, at, grid, open));
  return { kind: 'table', rows, ...(!sources.some(({ shape }) => shape.isRuled) && { borderless: true }) };
}

function rowOf(
  { shape, cells: contents }: RtfRow,
  at: number,
  grid: readonly number[],
  open: Map<number, { cell: CellDraft; row: number }>,
): RowDraft {
  const cells: CellDraft[] = [];
  let edge = shape.left;
  let next = 0;
  for (const [i, paragraphs] of contents.entries()) {
    const own = shape.cells[i];
    const column = own ? Math.max(next, lineAt(grid, edge)) : next;
    const columns = own ? Math.max(1, lineAt(grid, own.right) - column) : 1;
    edge = own?.right ?? edge;
    next = column + columns;
    const left = cells.at(-1);
    const above = open.get(column);
    if (own?.mergesLeft && left) {
      left.columns = next - left.column;
      left.paragraphs.push(...paragraphs);
    } else if (own?.mergesUp && above) {
      above.cell.rows = at - above.row + 1;
    } else {
      const cell: CellDraft = { column, columns, rows: 1, paragraphs };
      cells.push(cell);
      if (own?.beginsMerge) open.set(column, { cell, row: at });
      else open.delete(column);
    }
  }
  return { cells, ...(shape.header && { header: true }) };
}
