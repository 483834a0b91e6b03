import { endOfMonth, type PlainDate, plainDate } from '../../values/plain-date.ts';

/** Days, months, quarters and years as plan documents write them. */

/** What a date that leaves out its year is completed from. */
export type Calendar = {
  issuedOn: PlainDate | null;
  /** The year of a plan that is for one year only. */
  planYear: number | null;
};

/** The year of a month that is written without one: the plan's, else the first in which the month does not lie behind. */
function yearOfMonth(month: number, { issuedOn, planYear }: Calendar): number | undefined {
  const year = planYear ?? (issuedOn === null ? undefined : Number(issuedOn.slice(0, 4)));
  return year !== undefined && issuedOn !== null && endOfMonth(year, month) < issuedOn ? year + 1 : year;
}

const year = String.raw`(?<year>(?:19|20)\d{2})`;
const dayPattern = new RegExp(
  String.raw`(?:ngày\s+)?(?<![\d/])(?:(?<day>\d{1,2})\s*[/.-]\s*(?<month>\d{1,2})(?:\s*[/.-]\s*${year})?(?![\d/%])|(?<dayInWords>\d{1,2})\s+tháng\s+(?<monthInWords>\d{1,2})(?:\s*,?\s*(?:năm\s+)?(?<yearInWords>(?:19|20)\d{2}))?)`,
  'gu',
);

export type Dated = { date: PlainDate; from: number; to: number };

/** The days that a text names, in its order; a bare "15/11" only where the word "ngày" or a preposition says that it is a day. */
export function datesIn(text: string, calendar: Calendar): Dated[] {
  const found: Dated[] = [];
  for (const match of text.matchAll(dayPattern)) {
    const { day, month, year: y, dayInWords, monthInWords, yearInWords } = match.groups ?? {};
    const m = Number(month ?? monthInWords);
    const written = y ?? yearInWords;
    const before = text.slice(0, match.index);
    if (written === undefined && !/^ngày/u.test(match[0]) && !/(?:trước|đến|hết|vào|từ|nhất|là)\s+$/u.test(before))
      continue;
    // "tháng 3 - 5/2026" are months.
    if (m < 1 || m > 12 || /(?:tháng|qu[ýí])\s+$/u.test(before)) continue;
    const date = plainDate(Number(written ?? yearOfMonth(m, calendar) ?? 0), m, Number(day ?? dayInWords));
    if (date && (written !== undefined || yearOfMonth(m, calendar) !== undefined))
      found.push({ date, from: match.index, to: match.index + match[0].length });
  }
  return found;
}

export type Stretch = { from: PlainDate; to: PlainDate };

const monthWords = ['một', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'mười một', 'mười hai'];
const monthNumber = (word: string): number => Number(word) || monthWords.indexOf(word) + 1;
const quarterEnds: Record<string, number> = { i: 3, ii: 6, iii: 9, iv: 12, '1': 3, '2': 6, '3': 9, '4': 12 };
const named = new RegExp(
  String.raw`^(?:tháng\s+(?<month>\d{1,2}|${monthWords.toReversed().join('|')})|qu[ýí]\s+(?<quarter>iv|i{1,3}|[1-4])|(?<bare>\d{1,2})|(?<half>(?:0?6|sáu) tháng (?:đầu|cuối)))?\s*(?:/|-|,)?\s*(?:năm\s*)?(?<year>(?:19|20)\d{2})?$`,
  'u',
);

/** A month, quarter, half or year as written: its first and last day. @param fallback the year where it names none */
export function stretchOf(words: string, fallback: number | Calendar): Stretch | undefined {
  const groups = named.exec(words.trim())?.groups;
  if (!groups) return undefined;
  const { month, quarter, bare, half, year: written } = groups;
  const number = month ? monthNumber(month) : bare && written ? Number(bare) : undefined;
  const last = quarter ? quarterEnds[quarter] : half ? (half.endsWith('đầu') ? 6 : 12) : (number ?? 12);
  if (last === undefined || last < 1 || last > 12 || (!month && !quarter && !half && !written)) return undefined;
  const y = written ? Number(written) : typeof fallback === 'number' ? fallback : yearOfMonth(last, fallback);
  if (y === undefined) return undefined;
  const first = quarter ? last - 2 : half ? last - 5 : (number ?? 1);
  return { from: plainDate(y, first, 1) ?? '', to: endOfMonth(y, last) };
}
