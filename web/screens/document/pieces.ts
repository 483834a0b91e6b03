import { overlaps, type Span } from '../../../src/values/span.ts';

export type MarkKind = 'target' | 'task' | 'reference' | 'note' | 'fact';

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
 * The pieces cover the paragraph without gap; marks outside it are ignored, marks that stick out are cut off.
 */
export function cutPieces(paragraph: Span, marks: readonly Mark[]): Piece[] {
  if (paragraph.start >= paragraph.end) return [];
  const here = marks.filter((mark) => overlaps(mark.span, paragraph));
  const places = new Set([paragraph.start, paragraph.end]);
  for (const { span } of here) {
    if (span.start > paragraph.start) places.add(span.start);
    if (span.end < paragraph.end) places.add(span.end);
  }
  const sorted = [...places].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, i) => {
    const piece = { start, end: sorted[i + 1] ?? paragraph.end };
    const over = here.filter((mark) => overlaps(mark.span, piece));
    return { ...piece, marks: over.sort((a, b) => width(b) - width(a)) };
  });
}

/** What a click on a piece opens: the narrowest finding, and a note or a reference only where there is none. */
export function pickOf(piece: Piece): Mark | undefined {
  const narrowest = (kinds: MarkKind[]) => piece.marks.findLast((mark) => kinds.includes(mark.kind));
  return narrowest(['target', 'task']) ?? narrowest(['reference']) ?? narrowest(['note']);
}

/** The mark nearest to a place of the text. */
export function nearestMark(marks: readonly Mark[], offset: number): Mark | undefined {
  const distance = ({ span }: Mark) => Math.max(span.start - offset, offset - span.end, 0);
  let best: Mark | undefined;
  for (const mark of marks) if (!best || distance(mark) < distance(best)) best = mark;
  return best;
}
