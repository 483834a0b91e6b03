/** Places cells with spans on a grid row by row, as HTML, ODF and spreadsheets give them. */
export type Grid = {
  nextRow: () => void;
  /** The next free place of the row, cut to the table's size. */
  place: (columns: number, rows: number) => { column: number; columns: number; rows: number };
  /** Steps over columns that hold no cell. */
  skip: (columns: number) => void;
};

/** More columns are no table that people read, and would only cost time. */
export const maxColumns = 256;

export function newGrid(rowCount: number): Grid {
  let row = -1;
  let column = 0;
  /** Column -> the row from which it is free again. */
  const freeFrom: number[] = [];
  const isTaken = (at: number): boolean => (freeFrom[at] ?? 0) > row;

  return {
    nextRow: () => {
      row += 1;
      column = 0;
    },
    skip: (columns) => {
      column = Math.min(column + columns, maxColumns);
    },
    place: (columns, rows) => {
      while (isTaken(column)) column += 1;
      const at = column;
      const down = Math.max(1, Math.min(rows, rowCount - row));
      let width = 1;
      while (width < Math.min(columns, maxColumns) && !isTaken(at + width)) width += 1;
      for (let covered = at; covered < at + width; covered++) freeFrom[covered] = row + down;
      column = at + width;
      return { column: at, columns: width, rows: down };
    },
  };
}
