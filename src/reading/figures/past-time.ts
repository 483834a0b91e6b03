import { endOfMonth, type PlainDate, plainDate } from '../../values/plain-date.ts';
import { stretchOf } from '../text/stretch.ts';

/** The time that a value of the past counts for, as sentences and the heads of columns say it. */
export type PastTime = { from: PlainDate; to: PlainDate };

const months = 'một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mười một';
const year = String.raw`(?:19|20)\d{2}`;
const time = new RegExp(
  [
    String.raw`(?<first>${year})\s*[-–—]\s*(?:năm\s+)?(?<last>${year})`,
    String.raw`(?<day>\d{1,2})\s*[/.-]\s*(?<month>\d{1,2})\s*[/.-]\s*(?<dayYear>${year})`,
    String.raw`(?<!\p{L})(?<count>\d{1,2}|${months})\s+tháng(?:\s+(?<half>đầu|cuối))?\s*(?:/|của\s+)?\s*(?:năm\s*)?(?<countYear>${year})`,
    String.raw`(?<until>(?:đến|hết|cuối)\s+(?:hết\s+|cuối\s+)?)?(?<named>(?:tháng\s+\d{1,2}|qu[ýí]\s+(?:iv|i{1,3}|[1-4]))\s*(?:/|-|,|năm)?\s*(?:năm\s*)?${year})`,
    String.raw`(?<start>đầu\s+)?(?:năm\s*)?(?<![\d.,/])(?<year>${year})(?![\d.,]*\s*%|[.,]?\d)`,
    String.raw`(?<now>(?<!\p{L})(?:hiện (?:nay|tại|có|đạt|là|mới|còn|trạng|đang)|(?:tính )?đến nay|đến thời điểm này))(?!\p{L})`,
  ].join('|'),
  'giu',
);

/** The last time that the words name. @param issuedOn the day that "hiện nay" means */
export function pastTimeIn(words: string, issuedOn: PlainDate | null): PastTime | undefined {
  return [...words.matchAll(time)].flatMap((match) => timeOf(match.groups ?? {}, issuedOn) ?? []).at(-1);
}

/** True where the words name a time, or say "now". */
export const namesTime = (words: string): boolean => words.search(time) !== -1;

function timeOf(groups: Record<string, string | undefined>, issuedOn: PlainDate | null): PastTime | undefined {
  const { first, last, day, month, dayYear, count, half, countYear, until, named, start, year, now } = groups;
  if (now) return issuedOn === null ? undefined : { from: issuedOn, to: issuedOn };
  if (day) return onDay(plainDate(Number(dayYear), Number(month), Number(day)));
  if (count) return monthsOf(Number(countYear), numberOf(count), half?.toLowerCase() === 'cuối');
  if (named) {
    const stretch = stretchOf(named.toLowerCase(), 0);
    return until ? onDay(stretch?.to) : stretch;
  }
  if (start) return onDay(plainDate(Number(year), 1, 1));
  return years(Number(first ?? year), Number(last ?? year));
}

/** A number counted up to a day is how things stood on it. */
const onDay = (day: PlainDate | undefined): PastTime | undefined =>
  day === undefined ? undefined : { from: day, to: day };

const years = (first: number, last: number): PastTime => ({ from: `${first}-01-01`, to: `${last}-12-31` });

const numberOf = (word: string): number => Number(word) || months.split('|').indexOf(word.toLowerCase()) + 1;

/** "9 tháng đầu năm 2024", "6 tháng cuối năm 2023". */
function monthsOf(year: number, count: number, atEnd: boolean): PastTime | undefined {
  if (count < 1 || count > 12) return undefined;
  const first = plainDate(year, atEnd ? 13 - count : 1, 1);
  return first === undefined ? undefined : { from: first, to: endOfMonth(year, atEnd ? 12 : count) };
}
