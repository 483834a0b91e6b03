import type { Block, Row } from '../values/block.ts';
import type { Span } from '../values/span.ts';

/** A piece of a document that is short enough to be shown whole. */
export type Passage = Span & { text: string };

const longest = 700;

/** Paragraphs and rows of tables, in the order of the text; a long one is parted behind its sentences. What has no letters is left out. */
export function passagesOf(text: string, blocks: readonly Block[]): Passage[] {
  const spans = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.span] : block.rows.flatMap(spansOfRow)));
  return spans
    .flatMap((span) => parted(text, span))
    .map((span) => ({ ...span, text: text.slice(span.start, span.end) }))
    .filter(({ text: piece }) => /\p{L}/u.test(piece));
}

/** Cells stand beside one another in the text but for such as reach over rows. */
function spansOfRow({ span, cells }: Row): Span[] {
  if (span.end - span.start <= longest) return [span];
  return cells.map((cell) => cell.span);
}

function parted(text: string, { start, end }: Span): Span[] {
  const spans: Span[] = [];
  let at = start;
  while (end - at > longest) {
    const piece = text.slice(at, at + longest);
    const sentence = /^[\s\S]*[.;!?:\n](?=\s)/u.exec(piece)?.[0].length ?? 0;
    const space = piece.lastIndexOf(' ') + 1;
    const length = sentence > longest / 3 ? sentence : space > 0 ? space : longest;
    spans.push({ start: at, end: at + length });
    at += length;
  }
  if (at < end) spans.push({ start: at, end });
  return spans.map((span) => trimmed(text, span)).filter((span) => span.end > span.start);
}

function trimmed(text: string, { start, end }: Span): Span {
  const piece = text.slice(start, end);
  return { start: start + piece.length - piece.trimStart().length, end: end - (piece.length - piece.trimEnd().length) };
}
