/** Places cells with spans on a grid row by row, as HTML, ODF and spreadsheets give them. */
export type Grid = {
  nextRow: () => void;
  isFree: (column: number) => boolean;
  /** The next free place of the row, cut to the table's size. */
  place: (columns: number, rows: number) => Place;
  /** As `place`, at a column that is free. */
  placeAt: (column: number, columns: number, rows: number) => Place;
};

export type Place = { column: number; columns: number; rows: number };

/** More columns are no table that people read, and would only cost time. */
export const maxColumns = 256;

export function newGrid(rowCount: number): Grid {
  let row = -1;
  let next = 0;
  /** Column -> the row from which it is free again. */
  const freeFrom: number[] = [];
  const isFree = (column: number): boolean => (freeFrom[column] ?? 0) <= row;

  const placeAt = (column: number, columns: number, rows: number): Place => {
    const down = Math.max(1, Math.min(rows, rowCount - row));
    let width = 1;
    while (width < Math.min(columns, maxColumns) && isFree(column + width)) width += 1;
    for (let covered = column; covered < column + width; covered++) freeFrom[covered] = row + down;
    next = column + width;
    return { column, columns: width, rows: down };
  };

  return {
    nextRow: () => {
      row += 1;
      next = 0;
    },
    isFree,
    placeAt,
    place: (columns, rows) => {
      while (!isFree(next)) next += 1;
      return placeAt(next, columns, rows);
    },
  };
}
