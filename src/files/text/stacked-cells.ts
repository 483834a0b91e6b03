import { squeeze } from '../../values/vietnamese.ts';
import {
  beginningCost,
  beginsBody,
  emptyCost,
  endCost,
  isOpen,
  isWholeTime,
  stayCost,
  widthCost,
} from './stacked-costs.ts';
import type { StackedRole } from './stacked-header.ts';
import type { Piece } from './stacked-rows.ts';

/** What the table itself shows of its columns: their widths in characters, and cells that stand in it more than once. */
export type Learnt = {
  widths: (number | undefined)[];
  known: Map<string, number>[];
  /** Lines of the column's longest cell. */
  longest: number[];
  /** Words with which the column's cells end more often than not. */
  endings: Set<string>[];
};

/** The pieces of each column's cell. */
export type Cells = Piece[][];

type Best = { cost: number; from: number };

/**
 * Shares a row's lines out among the columns, in order, at the lowest cost: cells begin as their column's cells do, keep
 * to its width, and do not end in the middle of a name.
 * @param before the cells' words on the pages before, where a page break cut the row
 */
export function shareOut(
  pieces: Piece[],
  roles: StackedRole[],
  learnt: Learnt,
  cut: boolean,
  before: string[] = [],
): Cells {
  // best[c][i]: the first i pieces lie in columns up to c, and column c ends there.
  const best: Best[][] = [];
  for (const [column, role] of roles.entries()) {
    const skip = before.length > 0 ? 0 : emptyCost(role);
    best.push(
      bestOf(pieces, best[column - 1], skip, columnCosts(pieces, role, column, learnt, cut, before[column] ?? '')),
    );
  }
  return cellsOf(pieces, best);
}

/** @param above the column before; undefined for the first @param skip what the column costs where it stays empty */
function bestOf(pieces: Piece[], above: Best[] | undefined, skip: number, costs: ColumnCosts): Best[] {
  const here: Best[] = [];
  for (let end = 0; end <= pieces.length; end++) {
    const empty = skip * (pieces[end]?.blank === true ? 0.4 : 1);
    let found: Best = { cost: costAt(above, end) + empty, from: end };
    let inside = 0;
    for (let from = end - 1; from >= 0; from--) {
      inside += (costs.width[from] ?? 0) + (from + 1 < end ? (costs.stay[from] ?? 0) : 0);
      // No beginning and no end can make up for so much inside.
      if (inside > found.cost + 25) break;
      const start = costAt(above, from);
      if (start + inside > found.cost + 8) continue;
      const cost = start + inside + costs.cell(from, end);
      if (cost < found.cost) found = { cost, from };
    }
    here.push(found);
  }
  return here;
}

const costAt = (above: Best[] | undefined, at: number): number =>
  above ? (above[at]?.cost ?? Number.POSITIVE_INFINITY) : at === 0 ? 0 : Number.POSITIVE_INFINITY;

type ColumnCosts = {
  /** Of each piece, that it stands in this column at all. */
  width: number[];
  /** Of each piece, that the next one is of the same cell. */
  stay: number[];
  /** Of a cell of the pieces `from` up to `end`, for its beginning and its end. */
  cell: (from: number, end: number) => number;
};

/** Of a cell's beginning no more is looked at than this many lines. */
const headLines = 4;

function columnCosts(
  pieces: Piece[],
  role: StackedRole,
  column: number,
  learnt: Learnt,
  cut: boolean,
  written: string,
): ColumnCosts {
  const width = learnt.widths[column];
  const done = written !== '' && timesKnown(learnt, column, written) >= 2 ? 2.5 : 0;
  const begins = new Map<number, number>();
  const beginCost = (from: number, lines: number): number => {
    const key = from * headLines + lines - 1;
    const found = begins.get(key);
    if (found !== undefined) return found;
    const head = textOf(pieces.slice(from, from + lines));
    const cost = written === '' ? beginningCost(role, head) : done + goesOnCost(role, written, head);
    begins.set(key, cost);
    return cost;
  };
  const ends = pieces.map((piece, i) => endCost(piece, cut || i === pieces.length - 1));
  return {
    width: pieces.map((piece) => widthCost(piece, width)),
    stay: pieces.map((piece, i) => {
      const next = pieces[i + 1];
      return next ? stayCost(role, piece, next, width) : 0;
    }),
    cell: (from, end) =>
      beginCost(from, Math.min(headLines, end - from)) +
      (pieces[from]?.inline ? 1.5 : 0) +
      (ends[end - 1] ?? 0) -
      familiarity(learnt, column, pieces, from, end, written),
  };
}

/** How much speaks for a cell that stands in the table already, or that ends as most of its column do. */
function familiarity(
  learnt: Learnt,
  column: number,
  pieces: Piece[],
  from: number,
  end: number,
  written: string,
): number {
  if (end - from > (learnt.longest[column] ?? 0)) return 0;
  const whole = `${written} ${textOf(pieces.slice(from, end))}`;
  const times = timesKnown(learnt, column, whole);
  const ending = learnt.endings[column]?.has(endingOf(whole)) ? 1.5 : 0;
  return ending + (times >= 2 ? 2 : times === 1 && written !== '' ? 1 : 0);
}

const textOf = (pieces: Piece[]): string => pieces.map((piece) => piece.text).join(' ');

const timesKnown = (learnt: Learnt, column: number, text: string): number =>
  learnt.known[column]?.get(keyOf(text)) ?? 0;

/** What it costs that a cell which the page break cut goes on with these words. */
function goesOnCost(role: StackedRole, written: string, text: string): number {
  if (isOpen(written)) return -2;
  if (role === 'time' && isWholeTime(written)) return 8;
  if (/^\p{Ll}/u.test(text)) return /[.!?]$/u.test(written) ? 4 : 0;
  return role === 'task' || role === 'target' ? 1.5 : 0.5;
}

export const keyOf = (text: string): string =>
  squeeze(text)
    .toLowerCase()
    .replace(/[\s.;,]+$/u, '');

/** The last two words. */
export const endingOf = (text: string): string => keyOf(text).split(' ').slice(-2).join(' ');

function cellsOf(pieces: Piece[], best: Best[][]): Cells {
  const cells: Cells = best.map(() => []);
  let end = pieces.length;
  for (let column = best.length - 1; column >= 0; column--) {
    const from = best[column]?.[end]?.from ?? end;
    cells[column] = pieces.slice(from, end);
    end = from;
  }
  return cells;
}

const timeBehind =
  /\s+(?=(?:(?:Nhiệm vụ t|T)hường xuyên|H[ằà]ng năm|Quý [IVX1-4]+\s?\/\s?\d{4}|Tháng \d{1,2}\/\d{4}|Năm \d{4})\s*$)/u;
const bodyBehind = /\s+(?=(?:Bộ|Sở|UBND|Ủy ban|Uỷ ban|Cục|Ban)\s[^.;:,]{2,30}$)/u;

/** A line that holds the end of one cell and the beginning of the next: a time at its end, a body that makes it too wide. */
export function withInlineCells(pieces: Piece[], width: number): Piece[] {
  return pieces.flatMap((piece) => {
    const behind =
      timeBehind.exec(piece.text) ??
      (piece.text.length > width && !beginsBody(piece.text) ? bodyBehind.exec(piece.text) : null);
    if (!behind || behind.index === 0) return [piece];
    const from = behind.index + behind[0].length;
    return [
      { ...piece, end: piece.start + behind.index, text: piece.text.slice(0, behind.index) },
      { start: piece.start + from, end: piece.end, text: piece.text.slice(from), blank: false, inline: true },
    ];
  });
}
