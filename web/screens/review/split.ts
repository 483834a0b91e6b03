import type { Draft, ReviewItem } from '../../../src/registry/review.ts';
import type { Span } from '../../../src/values/span.ts';

/** A finding's fields over another place in the text. */
export function draftOf(item: ReviewItem, span: Span): Draft {
  if (item.kind === 'target') {
    const { id: _, confidence: __, ...fields } = item.record;
    return { kind: 'target', fields: { ...fields, span } };
  }
  const { id: _, confidence: __, source: ___, ...fields } = item.record;
  return { kind: 'task', fields: { ...fields, span } };
}

/** Where a sentence most likely falls in two: behind the semicolon, full stop or comma nearest to its middle. */
export function firstCut(quote: string): number {
  const middle = quote.length / 2;
  for (const sign of [/;\s+/g, /\.\s+/g, /,\s+/g, /\s+/g]) {
    const places = [...quote.matchAll(sign)].map(({ 0: found, index }) => index + found.length);
    const inside = places.filter((place) => place < quote.length);
    const nearest = inside.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
    if (nearest !== undefined) return nearest;
  }
  return Math.floor(middle);
}

/** The two places before and behind an offset in the quote; undefined where one would be empty. */
export function cutAt(
  { quote, record }: { quote: string; record: { span: Span } },
  at: number,
): [Span, Span] | undefined {
  const before = quote.slice(0, at).trimEnd();
  const behind = quote.slice(at).trimStart();
  if (before.trim() === '' || behind === '') return undefined;
  const { start } = record.span;
  const from = start + quote.length - behind.length;
  return [
    { start, end: start + before.length },
    { start: from, end: start + quote.trimEnd().length },
  ];
}
