import type { Block, Paragraph } from '../../../src/values/block.ts';
import { overlaps, type Span } from '../../../src/values/span.ts';

const most = 700;

function paragraphsOf(block: Block): Paragraph[] {
  if (block.kind !== 'table') return [block];
  return block.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs));
}

/** The paragraph that a finding stands in, cut to what an eye takes in where it is very long. */
export function contextOf(blocks: readonly Block[], text: string, span: Span): Span {
  const around = blocks
    .filter((block) => overlaps(block.span, span))
    .flatMap(paragraphsOf)
    .filter((paragraph) => overlaps(paragraph.span, span));
  const start = Math.min(span.start, ...around.map((paragraph) => paragraph.span.start));
  const end = Math.max(span.end, ...around.map((paragraph) => paragraph.span.end));
  if (end - start <= most) return { start, end };
  const before = text.slice(start, span.start).search(/[^.;:]{0,200}$/u);
  const behind = /^[^.;]{0,200}[.;]?/u.exec(text.slice(span.end, end))?.[0].length ?? 0;
  return { start: start + Math.max(0, before), end: span.end + behind };
}
