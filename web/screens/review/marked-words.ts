import type { ReviewItem } from '../../../src/registry/review.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { formatDate } from '../../../src/values/plain-date.ts';

/** A stretch of a sentence, where it begins, and whether it is a value, a name or a body that was read from it. */
export type Stretch = { words: string; at: number; read: 'value' | 'name' | 'agency' | null };

type Wanted = { words: string; read: NonNullable<Stretch['read']> };

/** A number as documents may write it: 1234.5 is "1.234,5", "1234,5" or "1234.5". */
const writings = (value: number): string[] => [
  ...new Set([formatNumber(value), String(value).replace('.', ','), String(value)]),
];

function wantedOf(item: ReviewItem): Wanted[] {
  const value = (words: string | null): Wanted[] => (words === null ? [] : [{ words, read: 'value' }]);
  const agencies = item.mentions.map(({ name }): Wanted => ({ words: name, read: 'agency' }));
  if (item.kind === 'task') {
    const { timeRaw, time, productRaw } = item.record;
    const day = 'to' in time ? value(formatDate(time.to)) : [];
    return [...agencies, ...value(timeRaw), ...day, ...value(productRaw)];
  }
  const { name, variant, value: first, value2, of, unit, year, yearFrom, base } = item.record;
  const numbers = [first, value2, of].filter((one) => one !== null).flatMap(writings);
  const withUnit = unit === null ? [] : numbers.flatMap((one) => [`${one}${unit}`, `${one} ${unit}`]);
  const years = [year, yearFrom].filter((one) => one !== null).map(String);
  return [
    { words: name, read: 'name' },
    ...agencies,
    ...value(base),
    ...[...withUnit, ...numbers, ...years].map((words): Wanted => ({ words, read: 'value' })),
    ...(variant === null ? [] : [{ words: variant, read: 'name' } as const]),
  ];
}

const isWordChar = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);

/** Where words stand whole: "5" is not found in "15" or "5,2". */
function placeOf(sentence: string, words: string, taken: readonly boolean[]): number {
  const digits = /^\d/.test(words);
  for (let at = sentence.indexOf(words); at >= 0; at = sentence.indexOf(words, at + 1)) {
    const end = at + words.length;
    const inNumber = digits && (/\d[.,]$/.test(sentence.slice(0, at)) || /^[.,]\d/.test(sentence.slice(end)));
    const whole =
      !isWordChar(sentence[at - 1]) && !(isWordChar(words.at(-1)) && isWordChar(sentence[end])) && !inNumber;
    if (whole && !taken.slice(at, end).some(Boolean)) return at;
  }
  return -1;
}

/** The sentence cut into what was read from it and what was not; each value is looked for once. */
export function markedWords(sentence: string, item: ReviewItem): Stretch[] {
  const lower = sentence.toLowerCase();
  const taken: boolean[] = new Array(sentence.length).fill(false);
  const found: { start: number; end: number; read: Stretch['read'] }[] = [];
  for (const { words, read } of wantedOf(item)) {
    const start = words === '' ? -1 : placeOf(lower, words.toLowerCase(), taken);
    if (start < 0) continue;
    taken.fill(true, start, start + words.length);
    found.push({ start, end: start + words.length, read });
  }
  found.sort((a, b) => a.start - b.start);
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { start, end, read } of found) {
    if (start > at) stretches.push({ words: sentence.slice(at, start), at, read: null });
    stretches.push({ words: sentence.slice(start, end), at: start, read });
    at = end;
  }
  if (at < sentence.length) stretches.push({ words: sentence.slice(at), at, read: null });
  return stretches;
}
