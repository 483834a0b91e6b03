import { nfc } from '../../values/vietnamese.ts';
import { doubtsIn } from './doubts.ts';
import type { Letter, Line } from './page.ts';

/** A strip of a page between two columns, from its left to its right edge. */
export type Gutter = { from: number; to: number };

/** Points between two columns. */
export const narrowest = 7;

/** A stretch of letters on one base line, before it is cut where columns part. */
type Row = { y: number; size: number; letters: Letter[] };

/** Letters of a page put into lines, from top to bottom; a line that a wide gap or a gutter parts comes as several. */
export const linesOf = (letters: readonly Letter[], page: number, gutters: readonly Gutter[] = []): Line[] =>
  rowsOf(letters).flatMap((row) => pieces(row, gutters).flatMap((part) => lineOf(part, page)));

/** Letters of a cell put into lines. */
export const linesOfCell = (letters: readonly Letter[], page: number): Line[] =>
  rowsOf(letters).flatMap((row) => lineOf(row.letters, page));

export function rowsOf(letters: readonly Letter[]): Row[] {
  const rows: Row[] = [];
  const big = letters.filter((letter) => letter.size > 0);
  const largest = big.reduce((most, { size }) => Math.max(most, size), 0);
  let first = 0;
  for (const letter of [...big].sort((a, b) => a.y - b.y || a.x - b.x)) {
    // Rows higher up are too far for any letter from here on.
    while ((rows[first]?.y ?? Infinity) < letter.y - 0.35 * largest) first += 1;
    const row = rows
      .slice(first)
      .findLast((one) => Math.abs(one.y - letter.y) <= 0.35 * Math.min(one.size, letter.size));
    if (row) row.letters.push(letter);
    else rows.push({ y: letter.y, size: letter.size, letters: [letter] });
  }
  const inked = rows.filter((row) => row.letters.some((letter) => letter.text.trim() !== ''));
  for (const row of inked) row.size = Math.max(...row.letters.filter((one) => one.text.trim()).map((one) => one.size));
  return withRaised(inked).map((row) => ({ ...row, letters: withoutUnderline(row.letters.sort((a, b) => a.x - b.x)) }));
}

/** So many underscores of a line tell whether they run under its letters. */
const mostLookedAt = 200;

/** Underscores that run under the letters are an underline and not written between them. */
function withoutUnderline(letters: Letter[]): Letter[] {
  const words = letters.filter(({ text }) => text.trim() !== '' && text !== '_');
  const isUnder = ({ x, width }: Letter): boolean =>
    words.some((one) => Math.min(one.x + one.width, x + width) - Math.max(one.x, x) > 0.3 * width);
  return letters
    .filter(({ text }) => text === '_')
    .slice(0, mostLookedAt)
    .some(isUnder)
    ? letters.filter(({ text }) => text !== '_')
    : letters;
}

/** Raised and lowered marks (m², footnotes) stand on base lines of their own; they belong to the line beside them. */
function withRaised(rows: Row[]): Row[] {
  const taken = new Set<Row>();
  for (const [at, row] of rows.entries()) {
    for (const other of [rows[at + 1], rows[at - 1]]) {
      if (!other || taken.has(other) || row.size > 0.8 * other.size || row.letters.length > 12) continue;
      if (Math.abs(row.y - other.y) > 0.6 * other.size || !touches(row, other)) continue;
      other.letters.push(...row.letters);
      taken.add(row);
      break;
    }
  }
  return rows.filter((row) => !taken.has(row));
}

const touches = (small: Row, big: Row): boolean =>
  small.letters.every((letter) =>
    big.letters.some(
      (one) => one.x - letter.size < letter.x + letter.width && letter.x < one.x + one.width + letter.size,
    ),
  );

const marker = /^(?:[-–+•*o]|\(?\p{L}{1,2}[.)]|\(?\d+(?:\.\d+)*[.)]?|[IVX]+[.)]?)$/u;

/** Cut where the gap is far wider than the line's other gaps, but not behind a number or bullet. */
function pieces({ letters, size }: Row, gutters: readonly Gutter[]): Letter[][] {
  const inked = letters.filter((letter) => letter.text.trim() !== '');
  const gaps = inked.slice(1).map((letter, at) => letter.x - endOf(inked[at]));
  const wide = gaps.filter((gap) => gap > 0.12 * size).sort((a, b) => a - b);
  const usual = Math.max(wide[Math.floor(wide.length / 2)] ?? 0, 0.25 * size);
  const parts: Letter[][] = [[]];
  // In narrow columns lines that fill their width have gaps as wide as a gutter.
  const inColumns =
    gutters.length > 0 &&
    gutters.every((one) => inked.every(({ x, width }) => x + width <= one.from + slack || x >= one.to - slack));
  for (const [at, letter] of inked.entries()) {
    const gap = at === 0 ? 0 : (gaps[at - 1] ?? 0);
    const isMotto =
      gap > 0.4 * size &&
      /^CỘNG HÒA XÃ HỘI/.test(
        nfc(
          inked
            .slice(at, at + 18)
            .map((one) => one.text)
            .join(''),
        ).replace(/^(CỘNG)(HÒA)(XÃ)/, '$1 $2 $3 '),
      );
    const isWide = gap > Math.max(0.9 * size, 2.2 * usual) && (wide.length > 2 || gap > 1.5 * size);
    const isGutter = gap >= narrowest && gutters.some((one) => lies(one, letter.x - gap, letter.x));
    if (isGutter) parts.push([]);
    const parted = at > 0 && !inColumns && (isMotto || isWide);
    if (parted && !marker.test(textOf(parts.at(-1) ?? [], size))) parts.push([]);
    parts.at(-1)?.push(letter);
  }
  return withSpaces(parts, letters);
}

/** Letters may hang a little into a gutter. */
const slack = 2;

const lies = ({ from, to }: Gutter, left: number, right: number): boolean =>
  right >= to - slack && left <= from + slack;

const endOf = (letter: Letter | undefined): number => (letter ? letter.x + letter.width : 0);

/** Spaces that are written out go back to the part in which they stand. */
function withSpaces(parts: Letter[][], letters: readonly Letter[]): Letter[][] {
  const spaces = letters.filter((letter) => letter.text.trim() === '');
  let next = 0;
  return parts.map((part) => {
    const [from, to] = [part[0]?.x ?? 0, endOf(part.at(-1))];
    while ((spaces[next]?.x ?? Infinity) < from) next += 1;
    const first = next;
    while ((spaces[next]?.x ?? Infinity) < to) next += 1;
    return [...part, ...spaces.slice(first, next)].sort((a, b) => a.x - b.x);
  });
}

function lineOf(letters: readonly Letter[], page: number): Line[] {
  const inked = letters.filter((letter) => letter.text.trim() !== '');
  const first = inked[0];
  if (!first) return [];
  const size = Math.max(...inked.map((letter) => letter.size));
  const text = textOf(letters, size);
  const words = inked.filter((letter) => /[\p{L}\p{N}]/u.test(letter.text));
  const usual = inked.find((letter) => letter.size > 0.8 * size) ?? first;
  const right = Math.max(...inked.map(endOf));
  const doubts = doubtsIn(inked, text);
  return [
    {
      page,
      text,
      x: first.x,
      right,
      y: usual.y,
      size,
      bold: words.length > 0 && words.every((letter) => letter.bold),
      italic: words.length > 0 && words.every((letter) => letter.italic),
      firstWord: firstWord(letters, size) - first.x,
      ...(doubts.length > 0 && { doubts }),
    },
  ];
}

/** Where the first word of a line ends. */
function firstWord(letters: readonly Letter[], size: number): number {
  let end: number | undefined;
  for (const letter of letters) {
    const isSpace = letter.text.trim() === '';
    if (end !== undefined && (isSpace || letter.x - end > 0.2 * size)) return end;
    if (!isSpace) end = endOf(letter);
  }
  return end ?? 0;
}

/** Words from the gaps between letters; a letter drawn twice for boldness is read once. */
function textOf(letters: readonly Letter[], size: number): string {
  let text = '';
  let last: Letter | undefined;
  let spaced = false;
  for (const letter of letters) {
    if (letter.text.trim() === '') {
      spaced ||= last !== undefined;
      continue;
    }
    const gap = last ? letter.x - endOf(last) : 0;
    if (last && last.text === letter.text && Math.abs(last.x - letter.x) < 0.08 * size) continue;
    const raised = raisedMark(letter, last, letters);
    if (last && (gap > 0.2 * size || (spaced && gap > 0.01 * size))) text += ' ';
    text += raised ?? letter.text;
    last = letter;
    spaced = false;
  }
  return nfc(
    text
      .replace(/[\u00a0\u2000-\u200a\u202f]/g, ' ')
      .replace(/[\u00ad\u200b-\u200d\ufeff]/g, '')
      .replace(/\]\[/g, ''),
  )
    .replace(/ {2,}/g, ' ')
    .trim();
}

const superscripts: Record<string, string> = { '2': '²', '3': '³' };

/** A small raised figure: a square or cube behind a unit, else the mark of a footnote, kept apart in brackets. */
function raisedMark(letter: Letter, last: Letter | undefined, all: readonly Letter[]): string | undefined {
  if (!/^\d$/.test(letter.text) || !last) return undefined;
  const full = all.find((one) => one.size * 0.8 > letter.size && Math.abs(one.x - letter.x) < 3 * one.size);
  if (!full || full.y - letter.y < 0.15 * full.size) return undefined;
  return /^m$/.test(last.text) ? superscripts[letter.text] : `[${letter.text}]`;
}
