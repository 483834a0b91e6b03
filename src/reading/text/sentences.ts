import type { Item, Line } from './line.ts';

/**
 * True for a text that was cut at its full stops, a sentence a line, as collections of laws keep them without header: no
 * line holds the end of one sentence and the beginning of the next.
 */
export function isCutAtSentences(items: Item[]): boolean {
  const lines = items.filter((item) => item.kind === 'line');
  const long = lines.filter((line) => line.full.text.length > 60);
  const whole = long.filter((line) => /[\p{Ll})”"]\.\s+\p{Lu}\p{Ll}/u.test(line.full.text));
  return long.length >= 10 && whole.length < long.length * 0.1;
}

/** In such a text "3. Phát triển nguồn nhân lực." above its bullets is a heading: the full stop is what the cut left. */
export const isShortSentenceAbove = (line: Line, next: Item | undefined): boolean =>
  (line.marker?.kind === 'decimal' || line.marker?.kind === 'letter') &&
  next?.kind === 'line' &&
  (next.marker?.kind === 'dash' ||
    next.marker?.kind === 'plus' ||
    (line.marker.kind === 'decimal' && next.marker?.kind === 'letter')) &&
  line.body.text.length < 110 &&
  !/[.;]\s/u.test(line.body.text);
