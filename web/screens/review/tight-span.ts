import type { Span } from '../../../src/values/span.ts';

/** A stretch of the text without the white space at its ends. */
export function tightSpan(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length };
}
