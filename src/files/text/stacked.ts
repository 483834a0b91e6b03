import type { Cell, Paragraph, Row } from '../../values/block.ts';
import type { Span } from '../../values/span.ts';
import type { Found, TextLine } from './line.ts';
import { type Cells, endingOf, keyOf, type Learnt, shareOut, withInlineCells } from './stacked-cells.ts';
import { beginsBody, isOpen } from './stacked-costs.ts';
import { readStackedHeader, type StackedHeader, type StackedRole } from './stacked-header.ts';
import { type Piece, type RawRow, readRawRows, withoutProse } from './stacked-rows.ts';

/**
 * A table whose structure was lost when its text was taken out of a PDF: the header's words stand one below the other and
 * again on every page, then each row's ordinal and the lines of its cells, one column after the other without a mark.
 */
export function readStackedTable(lines: TextLine[], at: number): Found | undefined {
  const header = readStackedHeader(lines, at);
  if (!header) return undefined;
  const read = readRawRows(lines, header);
  const { rows: raw, end } = withoutProse(read.rows);
  if (!raw.some((row) => !row.group)) return undefined;
  const next = end === undefined ? read.next : lines.findIndex((line) => line.end > end);
  const roles = header.columns.slice(1).map((column) => column.role);
  const rows = [headerRow(header), ...mergedDown(rowsOf(raw, roles), raw)];
  const span = { start: rows[0]?.span.start ?? 0, end: Math.max(...rows.map((row) => row.span.end)) };
  return { block: { kind: 'table', span, rows }, next };
}

function rowsOf(raw: RawRow[], roles: StackedRole[]): Row[] {
  const width = firstWidth(raw);
  const items = raw.map((row) =>
    row.group ? row : { ...row, parts: row.parts.map((p) => withInlineCells(p, width)) },
  );
  const bare: Learnt = { widths: [width], known: [], longest: [], endings: [] };
  const learnt = learn(
    items,
    items.map((row) => partsOf(row, roles, bare)),
    width,
    roles.length,
  );
  return items.map((row) =>
    row.group ? groupRow(row, roles.length + 1) : itemRow(row, partsOf(row, roles, learnt), roles),
  );
}

/**
 * Rows below a numbered one, a dash each, share its cells: one that stands in the first and is empty in those below
 * reaches down over them.
 */
function mergedDown(rows: Row[], raw: RawRow[]): Row[] {
  const merged = rows.map((row) => ({ ...row, cells: [...row.cells] }));
  for (const [r, row] of merged.entries()) {
    const above = merged[r - 1];
    if (!above || raw[r]?.mark?.kind !== 'dash' || raw[r - 1]?.mark?.kind !== 'dash') continue;
    for (const cell of row.cells.filter(({ column, paragraphs }) => column > 1 && paragraphs.length === 0)) {
      const from = merged.slice(0, r).findLast((other) => other.cells.some(({ column }) => column === cell.column));
      const holder = from?.cells.find(({ column }) => column === cell.column);
      if (!from || !holder || holder.paragraphs.length === 0) continue;
      from.cells[from.cells.indexOf(holder)] = { ...holder, rows: holder.rows + 1 };
      row.cells.splice(row.cells.indexOf(cell), 1);
    }
  }
  return merged;
}

/** The width of the first column: that of its longest lines but for a few, which may hold the next cell's beginning. */
function firstWidth(raw: RawRow[]): number {
  const lengths = raw
    .flatMap((row) => (row.group ? [] : (row.parts[0] ?? []).slice(0, 1).map((piece) => piece.text.length)))
    .sort((a, b) => a - b);
  return lengths[Math.floor((lengths.length - 1) * 0.9)] ?? 0;
}

/** The cells of each page's part of a row. */
function partsOf(row: RawRow, roles: StackedRole[], learnt: Learnt): Cells[] {
  if (row.group) return [];
  // Text that runs across the table.
  if (!row.mark) return row.parts.map((pieces) => roles.map((_, column) => (column === 0 ? pieces : [])));
  const written = roles.map(() => '');
  return row.parts.map((pieces, part) => {
    const cut = part < row.parts.length - 1;
    const cells = shareOut(pieces, roles, learnt, cut, part === 0 ? [] : [...written]);
    for (const [column, cell] of cells.entries())
      written[column] = [written[column] ?? '', ...cell.map((piece) => piece.text)].join(' ').trim();
    return cells;
  });
}

/** A cell of more lines than this is not looked for among those of other rows. */
const longestKnown = 12;

/** Widths and repeated cells, from the rows that no page break cut. */
function learn(rows: RawRow[], parts: Cells[][], width: number, count: number): Learnt {
  const whole = rows.flatMap((row, i) => (row.group || row.parts.length > 1 ? [] : (parts[i]?.slice(0, 1) ?? [])));
  const columns = Array.from({ length: count }, (_, column) => whole.map((cells) => cells[column] ?? []));
  const texts = columns.map((cells) =>
    cells.map((cell) => cell.map((piece) => piece.text).join(' ')).filter((text) => text !== ''),
  );
  return {
    widths: columns.map((cells, column) => (column === 0 ? width : widthOf(cells.flat()))),
    known: texts.map((cells) => countsOf(cells.map(keyOf))),
    longest: columns.map((cells) => Math.min(longestKnown, Math.max(0, ...cells.map((cell) => cell.length)))),
    endings: texts.map((cells) => {
      const counts = [...countsOf(cells.map(endingOf))];
      return new Set(counts.flatMap(([ending, times]) => (times >= 3 && times * 2 > cells.length ? [ending] : [])));
    }),
  };
}

function countsOf(keys: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** The longest line but for the odd one that was shared out wrongly; unknown where there are few. */
function widthOf(pieces: Piece[]): number | undefined {
  const lengths = pieces.map((piece) => piece.text.length).sort((a, b) => a - b);
  return lengths.length < 8 ? undefined : lengths[Math.floor((lengths.length - 1) * 0.96)];
}

const spanOf = (pieces: Piece[]): Span => ({ start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0 });

function cellOf(paragraphs: Paragraph[], column: number, columns: number, place: number): Cell {
  const span = { start: paragraphs[0]?.span.start ?? place, end: paragraphs.at(-1)?.span.end ?? place };
  return { span, paragraphs, column, columns, rows: 1 };
}

function headerRow({ columns }: StackedHeader): Row {
  const cells = columns.map(({ lines }, column) => {
    const span = { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
    return cellOf([{ kind: 'paragraph', span }], column, 1, span.start);
  });
  return { span: { start: cells[0]?.span.start ?? 0, end: cells.at(-1)?.span.end ?? 0 }, cells, header: true };
}

/** A heading across the table. */
function groupRow(row: RawRow, columns: number): Row {
  const pieces = [...(row.markPiece ? [row.markPiece] : []), ...row.parts.flat()];
  const span = spanOf(pieces);
  return { span, cells: [cellOf([{ kind: 'paragraph', span }], 0, columns, span.start)] };
}

function itemRow(row: RawRow, parts: Cells[], roles: StackedRole[]): Row {
  const place = row.markPiece?.start ?? row.parts[0]?.[0]?.start ?? 0;
  const ordinal: Paragraph[] =
    row.markPiece && row.mark?.kind !== 'dash' ? [{ kind: 'paragraph', span: spanOf([row.markPiece]) }] : [];
  const cells = roles.map((role, column) => {
    const paragraphs = paragraphsOf(
      role,
      parts.map((cells) => cells[column] ?? []),
    );
    return cellOf(paragraphs, column + 1, 1, place);
  });
  const all = [...(row.markPiece ? [row.markPiece] : []), ...row.parts.flat()];
  return { span: spanOf(all), cells: [cellOf(ordinal, 0, 1, place), ...cells] };
}

/**
 * A cell's paragraphs: what stands on the next page is one of its own, for the other cells' lines lie between; and in a
 * list of bodies every body that begins a line is.
 */
function paragraphsOf(role: StackedRole, parts: Piece[][]): Paragraph[] {
  const bodies = role === 'lead' || role === 'coord' || role === 'monitor';
  const paragraphs: Paragraph[] = [];
  let before = '';
  for (const pieces of parts) {
    for (const [i, piece] of pieces.entries()) {
      const last = paragraphs.at(-1);
      const another = bodies && before !== '' && beginsBody(piece.text) && !isOpen(before);
      if (i > 0 && last && !another) last.span = { ...last.span, end: piece.end };
      else {
        const goesOn = last !== undefined && !another;
        paragraphs.push({ kind: 'paragraph', span: spanOf([piece]), ...(goesOn && { pageBreak: true }) });
      }
      before = piece.text;
    }
  }
  return paragraphs;
}
