import { overlaps, type Span } from '../../../src/values/span.ts';

export type MarkKind = 'target' | 'figure' | 'task' | 'reference' | 'note' | 'fact';

/** A stretch of the text that something on the right side speaks of. Several may share an id: name cell and value cell. */
export type Mark = { id: string; kind: MarkKind; span: Span };

/** A stretch under the same marks from end to end, the widest first. */
export type Piece = Span & { marks: Mark[] };

const width = (mark: Mark): number => mark.span.end - mark.span.start;

/** By place; where two begin together the wider comes first. */
export const sortMarks = (marks: readonly Mark[]): Mark[] =>
  [...marks].sort((a, b) => a.span.start - b.span.start || width(b) - width(a));

/**
 * Cuts a paragraph where marks begin and end, so that marks which nest or overlap can be drawn side by side.
 * The pieces cover the paragraph but for what is hidden; marks outside it are ignored, marks that stick out are cut off.
 */
export function cutPieces(paragraph: Span, marks: readonly Mark[], hidden: readonly Span[] = []): Piece[] {
  if (paragraph.start >= paragraph.end) return [];
  const here = marks.filter((mark) => overlaps(mark.span, paragraph));
  const places = new Set([paragraph.start, paragraph.end]);
  for (const span of [...here.map((mark) => mark.span), ...hidden]) {
    if (span.start > paragraph.start) places.add(span.start);
    if (span.end < paragraph.end) places.add(span.end);
  }
  const sorted = [...places].sort((a, b) => a - b);
  return sorted.slice(0, -1).flatMap((start, i) => {
    const piece = { start, end: sorted[i + 1] ?? paragraph.end };
    if (hidden.some((span) => overlaps(span, piece))) return [];
    const over = here.filter((mark) => overlaps(mark.span, piece));
    return [{ ...piece, marks: over.sort((a, b) => width(b) - width(a)) }];
  });
}

/** Asterisks at the edge of a word; those of a footnote "(*)" and of a product stand otherwise. */
const opening = /(?<![\p{L}\p{N}*])\*{1,3}(?=[^\s*)])/uy;
const closing = /(?<=[^\s*(])\*{1,3}(?![\p{L}\p{N}*])/uy;

/** The signs of emphasis in a paragraph of a text file: Markdown's layout, not words. Only signs that pair. */
export function emphasisSigns(text: string, { start, end }: Span): Span[] {
  const words = text.slice(start, end);
  const open: { signs: string; span: Span }[] = [];
  const found: Span[] = [];
  for (const { 0: signs, index } of words.matchAll(/\*+/g)) {
    const span = { start: start + index, end: start + index + signs.length };
    const at = open.findLastIndex((one) => one.signs === signs);
    const pair = stands(closing, words, index) ? open[at] : undefined;
    if (pair) {
      found.push(pair.span, span);
      open.length = at;
    } else if (stands(opening, words, index)) open.push({ signs, span });
  }
  return found;
}

function stands(pattern: RegExp, words: string, index: number): boolean {
  pattern.lastIndex = index;
  return pattern.test(words);
}

/** What a click on a piece opens: the narrowest finding, and a note or a reference only where there is none. */
export function pickOf(piece: Piece): Mark | undefined {
  const narrowest = (kinds: MarkKind[]) => piece.marks.findLast((mark) => kinds.includes(mark.kind));
  return narrowest(['target', 'figure', 'task']) ?? narrowest(['reference']) ?? narrowest(['note']);
}
