import type { Letter, Rule } from './page.ts';

/** A table as its ruling lines draw it. */
export type Grid = { xs: number[]; ys: number[]; cells: GridCell[] };
export type GridCell = { column: number; columns: number; row: number; rows: number; letters: Letter[] };

/** Lines nearer than this meet. */
const near = 3;

/** No line of text fits into a lower row: its two lines are one, drawn a little apart from cell to cell. */
const lowest = 7;

/** Tables of a page from its ruling lines, from top to bottom. Frames of one cell are none. */
export function gridsOf(rules: readonly Rule[]): Grid[] {
  const level = joined(rules.filter((rule) => !rule.upright));
  const upright = joined(rules.filter((rule) => rule.upright));
  return groupsOf(level, upright)
    .flatMap((group) => gridOf(group))
    .sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0));
}

/** Pieces of one line, cell by cell, put together. */
function joined(rules: readonly Rule[]): Rule[] {
  const sorted = [...rules].sort((a, b) => a.at - b.at || a.from - b.from);
  const lines: Rule[] = [];
  for (const group of clustered(sorted)) {
    for (const rule of group.sort((a, b) => a.from - b.from)) {
      const last = lines.at(-1);
      const goesOn = last && Math.abs(last.at - rule.at) <= near && rule.from <= last.to + near;
      if (goesOn && last.from <= rule.from + near) last.to = Math.max(last.to, rule.to);
      else lines.push({ ...rule });
    }
  }
  return lines;
}

function clustered(sorted: readonly Rule[], width = near): Rule[][] {
  const groups: Rule[][] = [];
  for (const rule of sorted) {
    const group = groups.at(-1);
    if (group?.[0] && rule.at - group[0].at <= width) group.push(rule);
    else groups.push([rule]);
  }
  return groups;
}

type Group = { level: Rule[]; upright: Rule[] };

/** Lines that meet, directly or by way of others. */
function groupsOf(level: readonly Rule[], upright: readonly Rule[]): Group[] {
  const groups: Group[] = [];
  for (const line of upright) {
    const crossing = level.filter((one) => meets(one, line));
    const own = groups.filter((group) => crossing.some((one) => group.level.includes(one)));
    const group: Group = {
      level: [...new Set([...own.flatMap((one) => one.level), ...crossing])],
      upright: [...own.flatMap((one) => one.upright), line],
    };
    for (const old of own) groups.splice(groups.indexOf(old), 1);
    groups.push(group);
  }
  return groups;
}

const meets = (level: Rule, upright: Rule): boolean =>
  upright.at >= level.from - near &&
  upright.at <= level.to + near &&
  level.at >= upright.from - near &&
  level.at <= upright.to + near;

const places = (lines: readonly Rule[]): number[] =>
  clustered(
    [...lines].sort((a, b) => a.at - b.at),
    lowest,
  ).map((group) => group.reduce((sum, rule) => sum + rule.at, 0) / group.length);

/** A row that a page break cuts may stand open: its upright lines go on where no level one closes it. */
function opened(ys: number[], upright: readonly Rule[]): number[] {
  const [top, bottom] = [ys[0] ?? 0, ys.at(-1) ?? 0];
  const above = upright.map(({ from }) => from).filter((from) => from < top - lowest);
  const below = upright.map(({ to }) => to).filter((to) => to > bottom + lowest);
  const isOpen = (ends: readonly number[]): boolean => ends.length > 2 && ends.length > upright.length / 2;
  return [...(isOpen(above) ? [Math.min(...above)] : []), ...ys, ...(isOpen(below) ? [Math.max(...below)] : [])];
}

function gridOf({ level, upright }: Group): Grid[] {
  const [xs, ys] = [places(upright), opened(places(level), upright)];
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 1 || rows < 1 || columns * rows < 2 || columns > 60 || rows > 400) return [];
  const isWall = (lines: readonly Rule[], at: number, from: number, to: number): boolean =>
    lines.some(
      (line) => Math.abs(line.at - at) <= lowest && line.from <= (from + to) / 2 && line.to >= (from + to) / 2,
    );
  const right = (row: number, column: number): boolean =>
    isWall(upright, xs[column + 1] ?? 0, ys[row] ?? 0, ys[row + 1] ?? 0);
  const below = (row: number, column: number): boolean =>
    isWall(level, ys[row + 1] ?? 0, xs[column] ?? 0, xs[column + 1] ?? 0);
  const cells = cellsOf(rows, columns, right, below);
  return cells.length < 2 ? [] : [{ xs, ys, cells }];
}

type Wall = (row: number, column: number) => boolean;

/** From each free place as far right, then as far down, as no line stands between. */
function cellsOf(rows: number, columns: number, right: Wall, below: Wall): GridCell[] {
  const taken = new Set<number>();
  const cells: GridCell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken.has(row * columns + column)) continue;
      let wide = 1;
      while (column + wide < columns && !right(row, column + wide - 1) && !taken.has(row * columns + column + wide))
        wide += 1;
      let tall = 1;
      while (row + tall < rows && isOpen(row + tall - 1, column, wide, below)) tall += 1;
      for (let r = row; r < row + tall; r++) for (let c = column; c < column + wide; c++) taken.add(r * columns + c);
      cells.push({ column, columns: wide, row, rows: tall, letters: [] });
    }
  }
  return cells;
}

function isOpen(row: number, column: number, wide: number, below: Wall): boolean {
  for (let at = column; at < column + wide; at++) if (below(row, at)) return false;
  return true;
}

/** Takes the letters that stand in the table's cells; answers those that do not. */
export function fillGrid({ xs, ys, cells }: Grid, letters: readonly Letter[]): Letter[] {
  const columns = xs.length - 1;
  const cellAt = new Map<number, GridCell>();
  for (const cell of cells)
    for (let row = cell.row; row < cell.row + cell.rows; row++)
      for (let column = cell.column; column < cell.column + cell.columns; column++)
        cellAt.set(row * columns + column, cell);
  const [top, bottom] = [ys[0] ?? 0, ys.at(-1) ?? 0];
  return letters.filter((letter) => {
    // A letter's middle: letters may hang a little over the line.
    const middle = letter.y - letter.size * 0.3;
    if (middle < top || middle >= bottom) return true;
    const column = placeOf(xs, letter.x + letter.width / 2);
    const cell = column === -1 ? undefined : cellAt.get(placeOf(ys, middle) * columns + column);
    cell?.letters.push(letter);
    return cell === undefined;
  });
}

/** Between which two of the places, which rise, a value stands: the number of the first; -1 where it stands outside. */
function placeOf(places: readonly number[], value: number): number {
  let [from, to] = [0, places.length - 1];
  if (!(value >= (places[from] ?? 0) && value < (places[to] ?? 0))) return -1;
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if (value >= (places[middle] ?? 0)) from = middle;
    else to = middle;
  }
  return from;
}
