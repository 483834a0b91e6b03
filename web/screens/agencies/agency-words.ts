import { dayBefore, formatDate, type PlainDate } from '../../../src/values/plain-date.ts';
import type { Words } from '../../words/vi.ts';

/** "từ 01/3/2025 đến hết 30/6/2025": the last day is said, as people say it. */
export function daysWords(
  { validFrom, validUntil }: { validFrom: PlainDate | null; validUntil: PlainDate | null },
  { agencies: words }: Words,
): string {
  if (validFrom === null && validUntil === null) return '';
  return [
    ...(validFrom === null ? [] : [words.from(formatDate(validFrom))]),
    ...(validUntil === null ? [] : [words.until(formatDate(dayBefore(validUntil)))]),
  ].join(' ');
}
