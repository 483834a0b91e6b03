import type { Row } from '../../values/block.ts';

/** Headers of two rows in text that keeps no trace of merged cells but what stands empty. */

/** The header's second line stands below the rule: it fills what the first leaves empty, and begins empty itself. */
export function goesOnBelow([top, below]: Row[]): boolean {
  if (!top || !below || top.cells.length !== below.cells.length) return false;
  const all = (row: Row): boolean[] => row.cells.map((_, at) => filled(row, at));
  const [upper, lower] = [all(top), all(below)];
  return lower[0] === false && upper[0] === true && upper.some((is, at) => !is && lower[at]);
}

/**
 * In a header of several lines an empty cell belongs to a merged one: to the cell above it where that one is filled, and in
 * the first line to the cell at its left where the line below is filled.
 */
export function withMergedHeader(rows: Row[], header: number): Row[] {
  const [top, below] = rows;
  if (header !== 2 || !top || !below || top.cells.length !== below.cells.length) return rows;
  const upper = top.cells.flatMap((cell, at) => {
    if (!filled(top, at) && filled(below, at) && at > 0) return [];
    if (!filled(below, at)) return [{ ...cell, rows: 2 }];
    let columns = 1;
    while (at + columns < top.cells.length && !filled(top, at + columns) && filled(below, at + columns)) columns += 1;
    return [{ ...cell, columns }];
  });
  const lower = below.cells.filter((_, at) => filled(below, at));
  return [{ ...top, cells: upper }, { ...below, cells: lower }, ...rows.slice(2)];
}

/**
 * A header of two rows, "Cơ quan thực hiện" over "chủ trì" and "phối hợp": the second row has empty cells under those that
 * go down, so the first row's cells spread over as many columns as stand filled below.
 */
export function withHeaderSpans(rows: Row[]): Row[] {
  const [top, below, data] = rows;
  if (!top || !below || !data || top.cells.length >= below.cells.length || below.cells[0]?.paragraphs.length !== 0)
    return rows;
  const columns: number[] = [];
  let at = 0;
  for (const [i] of top.cells.entries()) {
    const from = at;
    at += 1;
    const left = top.cells.length - i - 1;
    while (filled(below, from) && filled(below, at) && below.cells.length - at > left) at += 1;
    columns.push(at - from);
  }
  if (at !== below.cells.length) return rows;
  let column = 0;
  const cells = top.cells.map((cell, i) => {
    const placed = { ...cell, column, columns: columns[i] ?? 1 };
    column += placed.columns;
    return placed;
  });
  return [{ ...top, cells, header: true }, { ...below, header: true }, ...rows.slice(2)];
}

const filled = (row: Row, at: number): boolean => (row.cells[at]?.paragraphs.length ?? 0) > 0;
