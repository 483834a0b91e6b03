import type { Block, Paragraph } from '../../values/block.ts';
import type { Span } from '../../values/span.ts';

/** A line of the canonical text; `end` stands before its line break, `top` says that a new page begins with it. */
export type TextLine = { start: number; end: number; text: string; top?: boolean };

/** What a construct found: the block, and the number of the first line after it. */
export type Found = { block: Block; next: number };

/** The lines of a text, whatever ends them. */
export function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = [];
  for (const match of text.matchAll(/[^\n\r]*(?:\r\n|\n|\r|$)/g)) {
    const line = match[0].replace(/[\r\n]+$/, '');
    if (match[0] === '' && match.index === text.length && lines.length > 0) break;
    lines.push({ start: match.index, end: match.index + line.length, text: line });
  }
  return lines;
}

const marks = /^(?:[\s\ufeff|]*)(?<heading>#{1,9}(?=\s))?\s*(?<open>\*{0,3})/u;

/** @param start offset of `whole` in the canonical text */
export function markedParagraph(whole: string, start: number): Paragraph | undefined {
  const head = marks.exec(whole);
  const open = head?.groups?.open ?? '';
  const closed = open !== '' && new RegExp(`[^*]\\*{${open.length}}\\s*$`).test(whole) && wrapsWhole(whole, open);
  const begin = closed || open === '' ? (head?.[0].length ?? 0) : (head?.[0].length ?? 0) - open.length;
  const tail = closed ? open.length : 0;
  const trimmed = whole.trimEnd();
  const end = trimmed.slice(0, trimmed.length - tail).trimEnd().length;
  if (end <= begin || !/[\p{L}\p{N}%‰]/u.test(whole.slice(begin, end))) return undefined;
  const lead = whole.slice(begin, end).length - whole.slice(begin, end).trimStart().length;
  const heading = head?.groups?.heading?.length;
  return {
    kind: 'paragraph',
    span: { start: start + begin + lead, end: start + end },
    ...(heading && { heading }),
    ...(closed && open.length >= 2 && { bold: true }),
    ...(closed && open.length !== 2 && { italic: true }),
  };
}

/** The paragraph of lines that follow one another, but for what a page break put between two of them. */
export function paragraphOfLines(lines: TextLine[], canonical: string): Paragraph | undefined {
  const first = lines[0];
  const last = lines.at(-1);
  const paragraph = first && last && markedParagraph(canonical.slice(first.start, last.end), first.start);
  if (!paragraph) return undefined;
  const gaps = lines.flatMap((line, i): Span[] => {
    const before = lines[i - 1];
    return line.top && before ? [{ start: before.end, end: line.start }] : [];
  });
  return { ...paragraph, ...(gaps.length > 0 && { gaps }) };
}

/** False for "**a** b **c**": the marks at both ends are not one pair. */
function wrapsWhole(whole: string, open: string): boolean {
  const inside = whole
    .trim()
    .replace(/^#+\s*/, '')
    .slice(open.length, -open.length);
  return !inside.includes(open);
}
