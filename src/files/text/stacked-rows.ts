import type { TextLine } from './line.ts';
import { afterRepeated, type StackedHeader } from './stacked-header.ts';
import { type Mark, markOf, noMarks, type Sequence } from './stacked-marks.ts';

/** A line's words, or a part of them; `blank` says that an empty line stands before. */
export type Piece = { start: number; end: number; text: string; blank: boolean; inline: boolean };

/** A row as the lines give it. Each part is what one page shows of it. */
export type RawRow = { mark: Mark | undefined; markPiece: Piece | undefined; parts: Piece[][]; group: boolean };

type RawRows = { rows: RawRow[]; next: number };

/** No row of a real table is longer; a longer one means that the table ended without a sign. */
const longestRow = 100;

const ends =
  /^\s*(?:PHỤ LỤC|Phụ lục|Biểu số|BIỂU|Nơi nhận|TM\.|KT\.|TL\.|Ghi chú\s*:|Điều \d|CỘNG H[ÒO]A X|\*\*PHỤ|[-_–*]{5,}\s*$)/u;

/** The rows below a stacked header, on whatever pages they stand. */
export function readRawRows(lines: TextLine[], header: StackedHeader): RawRows {
  const rows: RawRow[] = [];
  let sequence: Sequence = noMarks;
  let [at, blank, top] = [header.next, false, false];
  while (at < lines.length) {
    const line = lines[at];
    const repeated = line && afterRepeated(lines, at, header);
    if (!line || ends.test(line.text)) break;
    if (repeated !== undefined) {
      at = repeated;
      top = true;
      continue;
    }
    if (line.text.trim() === '') {
      blank = true;
      at += 1;
      continue;
    }
    const found = markOf(line.text, sequence, contentOf(rows.at(-1)), header);
    if (found === 'end' || (!found && rows.length === 0) || contentOf(rows.at(-1)) > longestRow) break;
    if (found) {
      sequence = found.sequence;
      rows.push(rowFrom(line, found.mark));
    } else append(rows.at(-1), pieceOf(line, 0, line.text.length, blank), top || line.top === true);
    [blank, top] = [false, false];
    at += 1;
  }
  return { rows: withGroups(rows), next: at };
}

const contentOf = (row: RawRow | undefined): number => row?.parts.reduce((sum, part) => sum + part.length, 0) ?? 0;

function pieceOf(line: TextLine, from: number, to: number, blank: boolean, inline = false): Piece {
  const words = line.text.slice(from, to);
  const start = line.start + from + words.length - words.trimStart().length;
  return { start, end: start + words.trim().length, text: words.trim(), blank, inline };
}

function rowFrom(line: TextLine, mark: Mark): RawRow {
  const rest = line.text.slice(mark.length).trim() === '' ? [] : [pieceOf(line, mark.length, line.text.length, false)];
  return { mark, markPiece: pieceOf(line, 0, mark.length, false), parts: [rest], group: false };
}

function append(row: RawRow | undefined, piece: Piece, newPage: boolean): void {
  const part = row?.parts.at(-1);
  if (!row || !part) return;
  if (newPage && part.length > 0) row.parts.push([piece]);
  else part.push(piece);
}

/** Roman and lettered rows head those below them, where numbered ones are below; "2." does where "2.1" follows. */
function withGroups(rows: RawRow[]): RawRow[] {
  const numbered = rows.some((row) => row.mark?.kind === 'number');
  return rows.map((row, i) => {
    const { mark } = row;
    const below = rows[i + 1]?.mark;
    const heads =
      mark?.kind === 'roman' || mark?.kind === 'letter'
        ? numbered
        : mark?.kind === 'number' && below?.kind === 'number' && below.label.startsWith(`${mark.label}.`);
    return { ...row, group: heads };
  });
}

/**
 * Lines far wider than the first column run across the table: before another row they are a row of their own, behind the
 * last one they are text below the table. @returns `end` where the table ends before such text
 */
export function withoutProse(rows: RawRow[]): { rows: RawRow[]; end: number | undefined } {
  const pieces = rows.flatMap((row) => (row.group ? [] : row.parts.flat()));
  const first = rows.flatMap((row) => (row.group ? [] : (row.parts[0]?.slice(0, 1) ?? []))).map(widthOf);
  const limit = Math.max(0, ...first) * 1.5;
  const wide = pieces.filter((piece) => widthOf(piece) > limit);
  if (wide.length * 10 > pieces.length) return { rows, end: undefined };
  const kept: RawRow[] = [];
  for (const [r, row] of rows.entries()) {
    const at = row.group ? undefined : placeOfWide(row, limit);
    if (!at) {
      kept.push(row);
      continue;
    }
    const part = row.parts[at.part] ?? [];
    const own = [...row.parts.slice(0, at.part), part.slice(0, at.piece)].filter((one) => one.length > 0);
    kept.push({ ...row, parts: own });
    if (r === rows.length - 1) return { rows: kept, end: own.at(-1)?.at(-1)?.end };
    const across = [...part.slice(at.piece), ...row.parts.slice(at.part + 1).flat()];
    kept.push({ mark: undefined, markPiece: undefined, parts: [across], group: false });
  }
  return { rows: kept, end: undefined };
}

const widthOf = (piece: Piece): number => piece.text.length;

function placeOfWide(row: RawRow, limit: number): { part: number; piece: number } | undefined {
  for (const [part, pieces] of row.parts.entries()) {
    const piece = pieces.findIndex((one, i) => widthOf(one) > limit && (part > 0 || i > 0));
    if (piece !== -1) return { part, piece };
  }
  return undefined;
}
