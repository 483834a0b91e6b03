import type { Cell, Row } from '../../values/block.ts';
import { type Found, markedParagraph, type TextLine } from './line.ts';
import { withHeaderSpans } from './merged-header.ts';

/** A cell as the lines give it: its first line, and the lines that follow without a TAB of their own. */
type RawCell = { lines: TextLine[]; blankBefore: boolean };

/**
 * Word's tables as copied text: a TAB before each cell, an empty line between rows. An empty line alone ends neither a
 * cell nor a row: a cell may hold several paragraphs, so a row is closed by the next TAB after an empty line, unless the
 * row is still short of cells and the two runs of cells fill exactly one row of the header's width.
 */
export function readTabTable(lines: TextLine[], at: number): Found | undefined {
  if (!lines[at]?.text.startsWith('\t')) return undefined;
  const { cells, next } = rawCells(lines, at);
  const runs = runsOf(cells);
  const width = runs[0]?.length ?? 0;
  const rows = withHeaderSpans(joinShortRuns(runs, width).map((run) => rowOf(run)));
  const first = rows[0];
  const last = rows.at(-1);
  if (!first || !last) return undefined;
  return { block: { kind: 'table', span: { start: first.span.start, end: last.span.end }, rows }, next };
}

function rawCells(lines: TextLine[], at: number): { cells: RawCell[]; next: number } {
  const cells: RawCell[] = [];
  let blank = true;
  let next = at;
  for (let i = at; i < lines.length; i++) {
    const line = lines[i];
    if (!line) break;
    if (line.text.startsWith('\t')) {
      cells.push({ lines: [line], blankBefore: blank });
      blank = false;
    } else if (line.text.trim() === '') {
      blank = true;
      continue;
    } else if (!blank || cellGoesOn(lines, i)) {
      cells.at(-1)?.lines.push(line);
      blank = false;
    } else break;
    next = i + 1;
  }
  return { cells, next };
}

/** A paragraph after an empty line is still of the cell when another cell follows soon; otherwise the table has ended. */
function cellGoesOn(lines: TextLine[], at: number): boolean {
  const first = lines[at]?.text ?? '';
  if (first.length > 200 || /^\s*(?:Phụ lục|PHỤ LỤC|Điều\s+\d|[IVX]+\.\s)/u.test(first)) return false;
  for (let i = at + 1; i < Math.min(lines.length, at + 8); i++) {
    const text = lines[i]?.text ?? '';
    if (text.startsWith('\t')) return true;
    if (/^\s*(?:Phụ lục|PHỤ LỤC)/u.test(text)) return false;
  }
  return false;
}

function runsOf(cells: RawCell[]): RawCell[][] {
  const runs: RawCell[][] = [];
  for (const cell of cells) {
    if (cell.blankBefore || runs.length === 0) runs.push([cell]);
    else runs.at(-1)?.push(cell);
  }
  return runs;
}

function joinShortRuns(runs: RawCell[][], width: number): RawCell[][] {
  const rows: RawCell[][] = [];
  for (const run of runs) {
    const open = rows.at(-1);
    const joins =
      open && rows.length > 1 && open.length < width && open.length + run.length === width && !beginsRow(run);
    if (joins) open.push(...run);
    else rows.push([...run]);
  }
  return rows;
}

/** A row begins with its ordinal, or with an empty ordinal cell. */
const beginsRow = (run: RawCell[]): boolean =>
  /^\t\s*(?:[\dIVXLC]{1,6}(?:\.\d+)*[.)]?|[a-zđ][.)]|[-+])?\s*$/iu.test(run[0]?.lines[0]?.text ?? '');

function rowOf(raw: RawCell[]): Row {
  const cells = raw.map((cell, column) => cellOf(cell, column));
  return { span: { start: cells[0]?.span.start ?? 0, end: cells.at(-1)?.span.end ?? 0 }, cells };
}

function cellOf(raw: RawCell, column: number): Cell {
  const first = raw.lines[0];
  const last = raw.lines.at(-1);
  const paragraphs = raw.lines.flatMap((line) => markedParagraph(line.text, line.start) ?? []);
  return { span: { start: first?.start ?? 0, end: last?.end ?? 0 }, paragraphs, column, columns: 1, rows: 1 };
}
