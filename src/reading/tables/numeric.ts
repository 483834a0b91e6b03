import { cellText, type GridRow } from './grid.ts';

/** True where most of the column's cells that say anything are figures, but for a comparison. */
export function isNumeric(rows: GridRow[], at: number, text: string): boolean {
  const filled = rows
    .flatMap((row) => (row[at]?.own ? [cellText(row[at].cell, text)] : []))
    .filter((words) => /[\p{L}\p{N}]/u.test(words));
  const figures = filled.filter((words) => /^(?:[<>≤≥~]|khoảng|trên|dưới)?\s*\d[\d.,%\s–-]*$/iu.test(words));
  return filled.length > 0 && figures.length >= filled.length * 0.6;
}

/** True where most of the column's cells are words without a figure. */
export function isWorded(rows: GridRow[], at: number, text: string): boolean {
  const cells = rows.flatMap((row) => (row[at] ? [cellText(row[at].cell, text)] : []));
  const worded = cells.filter((words) => /\p{L}{2}/u.test(words) && !/\d/u.test(words));
  return worded.length > 0 && worded.length >= cells.length * 0.6;
}
