import type { Cell, Row } from '../../values/block.ts';
import { type Found, markedParagraph, type TextLine } from './line.ts';
import { goesOnBelow, withMergedHeader } from './merged-header.ts';

const rule = /^\s*\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)+\|?\s*$/;

/** Lines of a header above its rule; Markdown knows one, but tables turned into it keep theirs of two or three. */
const mostHeaderLines = 3;

/** A Markdown table: header, a rule, rows; or rows of as many cells each where nobody drew the rule. */
export function readPipeTable(lines: TextLine[], at: number): Found | undefined {
  const head = lines[at];
  if (!head || !isRow(head) || rule.test(head.text)) return undefined;
  const run = runsOf(lines)[at];
  const next = run?.end ?? at + 1;
  const ruled = lines.slice(at, at + mostHeaderLines + 1).findIndex((line) => rule.test(line.text));
  if (ruled === -1 && !(run?.isEven && next - at > 2)) return undefined;
  const above = Math.max(0, ruled);
  const drawn = lines.slice(at, next).flatMap((line, i) => (rule.test(line.text) ? [] : [rowOf(line, i < above)]));
  const header = above === 1 && goesOnBelow(drawn) ? 2 : above;
  const rows = drawn.map((row, i) => (i < header ? { ...row, header: true } : row));
  const last = lines[next - 1] ?? head;
  return {
    block: { kind: 'table', span: { start: head.start, end: last.end }, rows: withMergedHeader(rows, header) },
    next,
  };
}

const isRow = (line: TextLine | undefined): line is TextLine => line?.text.trimStart().startsWith('|') === true;

/** Of each line in a run of rows: where the run ends, and whether all its rows from here on have as many cells. */
type Run = { end: number; count: number; isEven: boolean };

const known = new WeakMap<TextLine[], (Run | undefined)[]>();

/** Found once for all lines: looked up from each line of a run that is no table, it would cost its length squared. */
function runsOf(lines: TextLine[]): (Run | undefined)[] {
  const found = known.get(lines);
  if (found) return found;
  const runs: (Run | undefined)[] = new Array(lines.length).fill(undefined);
  for (let at = lines.length - 1; at >= 0; at--) {
    const [line, below] = [lines[at], runs[at + 1]];
    if (!isRow(line)) continue;
    const count = countOf(line);
    const isEven = count > 2 && (below === undefined || (below.isEven && below.count === count));
    runs[at] = { end: below?.end ?? at + 1, count, isEven };
  }
  known.set(lines, runs);
  return runs;
}

/** How many cells `rowOf` would find. */
function countOf({ text }: TextLine): number {
  const bars = text.split('|');
  return Math.max(0, bars.length - 2) + (bars.at(-1)?.trim() === '' ? 0 : 1);
}

function rowOf(line: TextLine, header: boolean): Row {
  const cells: Cell[] = [];
  const open = line.text.indexOf('|');
  let from = open + 1;
  while (from <= line.text.length) {
    const bar = line.text.indexOf('|', from);
    const to = bar === -1 ? line.text.length : bar;
    if (bar === -1 && line.text.slice(from).trim() === '') break;
    cells.push(cellOf(line, from, to, cells.length));
    if (bar === -1) break;
    from = bar + 1;
  }
  return { span: { start: line.start, end: line.end }, cells, ...(header && { header }) };
}

function cellOf(line: TextLine, from: number, to: number, column: number): Cell {
  const parts = line.text.slice(from, to).split(/<br\s*\/?>/i);
  const paragraphs = [];
  let at = line.start + from;
  for (const part of parts) {
    const paragraph = markedParagraph(part, at);
    if (paragraph) paragraphs.push(paragraph);
    at += part.length + '<br>'.length;
  }
  return { span: { start: line.start + from, end: line.start + to }, paragraphs, column, columns: 1, rows: 1 };
}
