import type { Cell, Row } from '../../values/block.ts';
import { isOrdinal, type RawCell, textOf } from './raw-cell.ts';
import { beginsBody } from './stacked-costs.ts';

/**
 * Rows that lack cells stand beside cells merged down from above. Which ones they lack is told by what the other rows hold
 * in each column; there the cell above goes on.
 * @param header how many rows it has
 */
export function mergedDown(rows: Row[], raw: RawCell[][], { width, header }: { width: number; header: number }): Row[] {
  const full = raw.filter((row, r) => r >= header && row.length === width);
  const columns = Array.from({ length: width }, (_, column) => commonKind(full.map((row) => kindOf(row[column]))));
  const placed = rows.map((row) => ({ ...row, cells: [...row.cells] }));
  /** The cell that stands last in each column so far, and the row in which it ends. */
  const last: ({ cells: Cell[]; at: number; end: number } | undefined)[] = [];
  for (const [r, row] of placed.entries()) {
    const cells = raw[r] ?? [];
    const isShort = r >= header && full.length > 0 && cells.length > 1 && cells.length < width && !isGroup(cells);
    const taken = isShort ? bestPlaces(cells.map(kindOf), columns) : [];
    if (isShort) {
      row.cells = row.cells.map((cell, i) => ({ ...cell, column: taken[i] ?? cell.column, columns: 1 }));
      for (const column of columns.keys()) if (!taken.includes(column)) goesOn(last[column], r);
    }
    for (const [at, cell] of row.cells.entries()) last[cell.column] = { cells: row.cells, at, end: r + cell.rows };
  }
  return placed;
}

/** "II" and its heading. */
const isGroup = (cells: RawCell[]): boolean => cells.length === 2 && /^(?:[IVX]+|[A-HĐ])[.)]?$/u.test(textOf(cells[0]));

/** The cell above reaches down into row `r`, where it ends right above it. */
function goesOn(above: { cells: Cell[]; at: number; end: number } | undefined, r: number): void {
  const cell = above?.cells[above.at];
  if (!above || !cell || cell.columns > 1 || above.end !== r) return;
  above.cells[above.at] = { ...cell, rows: cell.rows + 1 };
  above.end = r + 1;
}

type Kind = 'empty' | 'ordinal' | 'number' | 'time' | 'body' | 'short' | 'words';

function kindOf(cell: RawCell | undefined): Kind {
  const words = textOf(cell);
  if (words === '') return 'empty';
  if (isOrdinal(cell)) return 'ordinal';
  if (/^[<>≤≥~]?\s*\d[\d.,%\s–-]*$/u.test(words)) return 'number';
  if (
    /^(?:(?:trước|trong|từ|đến|hết)\s)?(?:tháng|quý|năm|ngày|thường xuyên|h[àằ]ng|giai đoạn)(?!\p{L})|^\d{1,2}\/\d/iu.test(
      words,
    )
  )
    return 'time';
  if (beginsBody(words) && !/^(?:Tổng (?!cục|công ty)|Cơ sở|Liên )/u.test(words)) return 'body';
  return words.length < 18 ? 'short' : 'words';
}

function commonKind(kinds: Kind[]): Kind {
  const times = Map.groupBy(
    kinds.filter((kind) => kind !== 'empty'),
    (kind) => kind,
  );
  return [...times].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? 'empty';
}

/** The columns in which the cells agree best with the others, in their order; of equal ones those more to the right. */
function bestPlaces(cells: Kind[], columns: Kind[]): number[] {
  const misfit = (cell: Kind, column: Kind): number => {
    if (cell === column || cell === 'empty') return 0;
    if (column === 'empty') return 1;
    if ([cell, column].every((kind) => kind === 'ordinal' || kind === 'number')) return 1;
    return [cell, column].every((kind) => kind === 'short' || kind === 'words') ? 1 : 3;
  };
  type Way = { cost: number; at: number[] };
  let ways: (Way | undefined)[] = [{ cost: 0, at: [] }, ...cells.map(() => undefined)];
  for (const [column, kind] of columns.entries()) {
    ways = ways.map((stays, taken) => {
      const before = taken === 0 ? undefined : ways[taken - 1];
      const cell = cells[taken - 1];
      const takes = before && cell && { cost: before.cost + misfit(cell, kind), at: [...before.at, column] };
      if (!stays || !takes) return stays ?? takes;
      return takes.cost <= stays.cost ? takes : stays;
    });
  }
  return ways[cells.length]?.at ?? [];
}
