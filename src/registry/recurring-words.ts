import type { Due } from '../values/due.ts';
import { dateOfNumber, dayBefore, dayNumber, endOfMonth, type PlainDate, plainDate } from '../values/plain-date.ts';

/** The periods of what comes again, and the day in each of them by which the document's own words want it done. */

export type Every = Extract<Due, { kind: 'recurring' }>['every'];

export type Period = {
  /** "2026", "2026-H1", "2026-Q1", "2026-M03", "2026-W07". */
  period: string;
  startsOn: PlainDate;
  endsOn: PlainDate;
};

const monthsLong = { month: 1, quarter: 3, half_year: 6, year: 12 };
const labels = {
  month: (turn: number) => `-M${String(turn).padStart(2, '0')}`,
  quarter: (turn: number) => `-Q${turn}`,
  half_year: (turn: number) => `-H${turn}`,
  year: () => '',
};

/** The period that a day lies in. What is done every day is done always: nobody reports it by the day. */
export function periodOf(every: Every, day: PlainDate): Period | undefined {
  if (every === 'day') return undefined;
  if (every === 'week') return weekOf(day);
  const [year = 0, month = 1] = day.split('-').map(Number);
  const length = monthsLong[every];
  const turn = Math.floor((month - 1) / length);
  return {
    period: `${year}${labels[every](turn + 1)}`,
    startsOn: plainDate(year, turn * length + 1, 1) ?? day,
    endsOn: endOfMonth(year, (turn + 1) * length),
  };
}

/** Monday to Sunday; a week belongs to the year of its Thursday (ISO 8601). */
function weekOf(day: PlainDate): Period {
  const number = dayNumber(day);
  const monday = number - ((((number + 3) % 7) + 7) % 7);
  const year = dateOfNumber(monday + 3).slice(0, 4);
  const turn = Math.floor((monday + 3 - dayNumber(`${year}-01-01`)) / 7) + 1;
  return {
    period: `${year}-W${String(turn).padStart(2, '0')}`,
    startsOn: dateOfNumber(monday),
    endsOn: dateOfNumber(monday + 6),
  };
}

/** The day of a period by which it is to be done: as the words say, else its last. */
export function dayInPeriod(every: Every, words: string, period: Period): PlainDate {
  const text = words.toLowerCase();
  if (every === 'week') return weekdayIn(text, period) ?? period.endsOn;
  const named = every === 'year' || every === 'half_year' ? daysOfYear(text, period) : [];
  const inside = named.find((date) => date >= period.startsOn && date <= period.endsOn);
  return inside ?? dayOfMonthIn(text, every, period) ?? monthIn(text, every, period) ?? period.endsOn;
}

/** A week's report has a deadline of its own only where its words name the day. */
export const namesWeekday = (words: string): boolean => weekday.test(words.toLowerCase());

const weekday = /(?<before>trước\s+)?(?:ngày\s+)?thứ\s+(?<day>hai|ba|tư|năm|sáu|bảy|[2-7])(?!\p{L})/u;
const weekdays: Record<string, number> = { hai: 0, ba: 1, tư: 2, năm: 3, sáu: 4, bảy: 5 };

function weekdayIn(text: string, { startsOn }: Period): PlainDate | undefined {
  const groups = weekday.exec(text)?.groups;
  if (!groups?.day) return undefined;
  const turn = weekdays[groups.day] ?? Number(groups.day) - 2;
  const day = dateOfNumber(dayNumber(startsOn) + turn);
  // Before an hour of a day is still on that day; "trước thứ Hai" would be no day of this week.
  return groups.before && turn > 0 && !/trước\s+\d{1,2}\s*(?:h|giờ)/u.test(text) ? dayBefore(day) : day;
}

/** "trước ngày 15/12", "15 tháng 6 và 15 tháng 12": days of the year, those with "trước" a day earlier. */
function daysOfYear(text: string, { startsOn }: Period): PlainDate[] {
  const year = Number(startsOn.slice(0, 4));
  const written = /(?<![\d/])(?<day>\d{1,2})\s*(?:[/.-]|tháng)\s*(?<month>\d{1,2})(?![\d/%])/gu;
  return [...text.matchAll(written)].flatMap((match) => {
    const date = plainDate(year, Number(match.groups?.month), Number(match.groups?.day));
    return date ? [isBefore(text, match.index) ? dayBefore(date) : date] : [];
  });
}

const before = /trước\s+(?:\d{1,2}\s*(?:h|giờ)\d*\s+)?(?:ngày\s+)?$/u;
const inclusive = /(?:\d\s*(?:h|giờ)\d*\s+(?:ngày\s+)?|(?:hoặc|và)\s+(?:trong|đúng)\s+(?:ngày\s+)?)$/u;
/** "Trước ngày 20" is up to the 19th, as the reader has it; "trước 17 giờ ngày 20" is still on the 20th. */
const isBefore = (text: string, at: number): boolean => {
  const lead = text.slice(0, at);
  return before.test(lead) && !inclusive.test(lead);
};

/** "trước ngày 20 hằng tháng", "ngày 15 của tháng cuối quý", "ngày 05 của tháng sau". */
function dayOfMonthIn(text: string, every: Every, { startsOn, endsOn }: Period): PlainDate | undefined {
  const match = /(?:ngày|mùng|mồng)\s+(?<day>\d{1,2})(?![\d/.-]|\s*tháng\s*\d)/u.exec(text);
  if (!match?.groups?.day || match.groups.day === '0') return undefined;
  const at = match.index + match[0].length - match.groups.day.length;
  const later = /(?:tháng|quý|năm)\s+(?:sau|kế tiếp|tiếp theo|liền sau|liền kề)/u.test(text);
  const first = /tháng\s+đầu(?:\s+tiên)?(?:\s+của)?\s+(?:quý|năm|kỳ)/u.test(text);
  const [year = 0, month = 1] = (first ? startsOn : endsOn).split('-').map(Number);
  const turned = month + (later ? 1 : 0);
  const [y, m] = turned > 12 ? [year + 1, 1] : [year, turned];
  const date = plainDate(y, m, Number(match.groups.day)) ?? endOfMonth(y, m);
  const asWritten = isBefore(text, at) ? dayBefore(date) : date;
  // A yearly task that names a day but no month says too little.
  return every === 'year' && !/tháng\s+\p{L}|tháng cuối|tháng đầu/u.test(text) ? undefined : asWritten;
}

const quarterEnds: Record<string, number> = { i: 3, ii: 6, iii: 9, iv: 12, '1': 3, '2': 6, '3': 9, '4': 12 };

/** "tháng 11 hằng năm", "quý I hằng năm": its last day; "trước tháng 11" the day before it begins. */
function monthIn(text: string, every: Every, { startsOn }: Period): PlainDate | undefined {
  if (every !== 'year') return undefined;
  const year = Number(startsOn.slice(0, 4));
  const match = /(?<!\p{L})(?:tháng\s+(?<month>\d{1,2})|qu[ýí]\s+(?<quarter>iv|i{1,3}|[1-4]))(?![\p{L}\d/])/u.exec(
    text,
  );
  const month = match?.groups?.month ? Number(match.groups.month) : quarterEnds[match?.groups?.quarter ?? ''];
  if (!match || month === undefined || month < 1 || month > 12) return undefined;
  if (!/trước\s+$/u.test(text.slice(0, match.index))) return endOfMonth(year, month);
  const first = match.groups?.quarter ? month - 2 : month;
  return first > 1 ? endOfMonth(year, first - 1) : undefined;
}
