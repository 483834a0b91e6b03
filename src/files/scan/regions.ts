import type { Grid } from '../pdf/grid.ts';
import type { Ink } from './grey.ts';

/** A stretch of the page that is read for itself, in dots; `right` and `bottom` are outside it. */
export type Box = { left: number; top: number; right: number; bottom: number };

/** In inches: what stands further apart on every line of a stretch stands side by side (a letterhead, signatures). */
const sideGap = 0.35;

/** Fewer dots of ink than this in a row or column are specks. */
const leastInk = 2;

/** The cells of the tables, and what stands outside them, cut where it stands side by side. Only what holds ink. */
export function regionsOf(ink: Ink, grids: readonly Grid[], dpi: number): Box[] {
  const dots = dpi / 72;
  const loose: Box[] = [];
  let top = 0;
  for (const { xs, ys } of grids) {
    const [left, right] = [(xs[0] ?? 0) * dots, (xs.at(-1) ?? 0) * dots];
    const [from, to] = [(ys[0] ?? 0) * dots, (ys.at(-1) ?? 0) * dots];
    loose.push({ left: 0, top, right: ink.width, bottom: from });
    loose.push({ left: 0, top: Math.max(top, from), right: left, bottom: to });
    loose.push({ left: right, top: Math.max(top, from), right: ink.width, bottom: to });
    top = Math.max(top, to);
  }
  loose.push({ left: 0, top, right: ink.width, bottom: ink.height });
  const cells = grids.flatMap((grid) => grid.cells.map((cell) => cellBox(grid, cell, dots)));
  return [...loose.flatMap((box) => sidesOf(ink, rounded(box), sideGap * dpi)), ...cells.map(rounded)]
    .flatMap((box) => inked(ink, box) ?? [])
    .filter(({ left, right, top: from, bottom }) => right - left > 2 && bottom - from > 2);
}

const cellBox = ({ xs, ys }: Grid, { column, columns, row, rows }: Grid['cells'][number], dots: number): Box => ({
  left: (xs[column] ?? 0) * dots + 1,
  right: (xs[column + columns] ?? 0) * dots,
  top: (ys[row] ?? 0) * dots + 1,
  bottom: (ys[row + rows] ?? 0) * dots,
});

const rounded = ({ left, top, right, bottom }: Box): Box => ({
  left: Math.max(0, Math.round(left)),
  top: Math.max(0, Math.round(top)),
  right: Math.round(right),
  bottom: Math.round(bottom),
});

/** The part of a box that holds ink. */
function inked(ink: Ink, box: Box): Box | undefined {
  const rows = stretches(rowCounts(ink, box), 1);
  const columns = stretches(columnCounts(ink, box), 1);
  const [firstRow, firstColumn] = [rows[0], columns[0]];
  if (!firstRow || !firstColumn) return undefined;
  return {
    top: box.top + firstRow.from,
    bottom: box.top + (rows.at(-1)?.to ?? 0),
    left: box.left + firstColumn.from,
    right: box.left + (columns.at(-1)?.to ?? 0),
  };
}

type Stretch = { from: number; to: number };

/** Lines of text one below another go together, and are cut where the same wide gap goes through all of them. */
function sidesOf(ink: Ink, box: Box, gap: number): Box[] {
  const boxes: Box[] = [];
  let [top, bottom] = [box.top, box.top];
  let shared: Stretch | undefined;
  const close = (): void => {
    if (bottom <= top) return;
    if (!shared) boxes.push({ ...box, top, bottom });
    else {
      const middle = Math.round((shared.from + shared.to) / 2);
      boxes.push({ ...box, top, bottom, right: middle }, { ...box, top, bottom, left: middle });
    }
  };
  for (const line of textRows(rowCounts(ink, box), gap / sideGap)) {
    const own = { ...box, top: box.top + line.from, bottom: box.top + line.to };
    const columns = stretches(columnCounts(ink, own), gap).map(({ from, to }) => ({
      from: from + box.left,
      to: to + box.left,
    }));
    const next = shared ? goesOn(shared, columns, gap) : undefined;
    const widest = widestGap(columns);
    if (bottom > top && (shared ? !next : widest !== undefined)) {
      close();
      top = own.top;
      shared = widest;
    } else if (bottom <= top) {
      top = own.top;
      shared = widest;
    } else shared = next;
    bottom = own.bottom;
  }
  close();
  return boxes;
}

/** In inches: rows of ink lower than this are marks over or under a line that stands as near. */
const lowest = 0.07;

/** The rows of lines of text; marks that a row of paper parts from their letters go with the nearer line. */
function textRows(counts: Uint32Array, dpi: number): Stretch[] {
  const rows = stretches(counts, 2);
  const isMark = ({ from, to }: Stretch): boolean => to - from < lowest * dpi;
  const joined: Stretch[] = [];
  for (const [at, row] of rows.entries()) {
    const last = joined.at(-1);
    const gap = last ? row.from - last.to : Number.POSITIVE_INFINITY;
    const after = (rows[at + 1]?.from ?? Number.POSITIVE_INFINITY) - row.to;
    const goesUp = isMark(row) && gap <= after;
    const isUnder = last !== undefined && isMark(last);
    if (last && gap < lowest * dpi && (goesUp || isUnder)) last.to = row.to;
    else joined.push({ ...row });
  }
  return joined;
}

/** What is left of a gap on the next line; undefined where the line goes through it. */
function goesOn(shared: Stretch, columns: readonly Stretch[], gap: number): Stretch | undefined {
  const left = columns.filter(({ from }) => from < (shared.from + shared.to) / 2);
  const right = columns.filter(({ from }) => from >= (shared.from + shared.to) / 2);
  const from = Math.max(shared.from, ...left.map(({ to }) => to));
  const to = Math.min(shared.to, ...right.map((one) => one.from));
  return to - from >= gap ? { from, to } : undefined;
}

function widestGap(columns: readonly Stretch[]): Stretch | undefined {
  const gaps = columns.slice(1).map(({ from }, at) => ({ from: columns[at]?.to ?? 0, to: from }));
  return gaps.sort((a, b) => b.to - b.from - (a.to - a.from))[0];
}

function rowCounts({ width, dots }: Ink, { left, right, top, bottom }: Box): Uint32Array {
  const counts = new Uint32Array(Math.max(0, bottom - top));
  for (let y = top; y < bottom; y++) {
    let count = 0;
    for (let x = left; x < right; x++) count += dots[y * width + x] ?? 0;
    counts[y - top] = count;
  }
  return counts;
}

function columnCounts({ width, dots }: Ink, { left, right, top, bottom }: Box): Uint32Array {
  const counts = new Uint32Array(Math.max(0, right - left));
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) counts[x - left] = (counts[x - left] ?? 0) + (dots[y * width + x] ?? 0);
  return counts;
}

/** Where there is ink, with gaps narrower than `gap` closed. */
function stretches(counts: Uint32Array, gap: number): Stretch[] {
  const found: Stretch[] = [];
  for (let at = 0; at < counts.length; at++) {
    if ((counts[at] ?? 0) < leastInk) continue;
    const last = found.at(-1);
    if (last && at - last.to < gap) last.to = at + 1;
    else found.push({ from: at, to: at + 1 });
  }
  return found;
}
