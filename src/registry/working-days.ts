import { z } from 'zod';
import { dateOfNumber, dayNumber, PlainDate } from '../values/plain-date.ts';

/** What the decisions of a year say beside Monday to Friday: a day off, or a day of the weekend that is worked in exchange. */
export const calendarDayKinds = ['off', 'working'] as const;
export type CalendarDayKind = (typeof calendarDayKinds)[number];

export const CalendarDay = z.object({
  day: PlainDate,
  kind: z.enum(calendarDayKinds),
  name: z.string(),
  source: z.string(),
  /** False: nobody has seen the text that says so. */
  certain: z.boolean(),
  version: z.int(),
});
export type CalendarDay = z.infer<typeof CalendarDay>;

/** The days that differ from what their place in the week says, as sorted day numbers. */
export type WorkingCalendar = { weekdaysOff: readonly number[]; weekendWorked: readonly number[] };

/** 0 is Monday. */
const weekdayAt = (number: number): number => (((number + 3) % 7) + 7) % 7;
export const weekdayOf = (day: PlainDate): number => weekdayAt(dayNumber(day));

/** Saturday or Sunday. */
export const isWeekend = (day: PlainDate): boolean => weekdayOf(day) > 4;

export function workingCalendar(days: readonly Pick<CalendarDay, 'day' | 'kind'>[]): WorkingCalendar {
  // Every answer that tells of deadlines begins with this: each day is looked at once.
  const numbered = days.map(({ kind, day }) => ({ kind, number: dayNumber(day) }));
  const numbersOf = (kind: CalendarDayKind, weekend: boolean) =>
    numbered
      .filter((one) => one.kind === kind && weekdayAt(one.number) > 4 === weekend)
      .map(({ number }) => number)
      .sort((one, other) => one - other);
  return { weekdaysOff: numbersOf('off', false), weekendWorked: numbersOf('working', true) };
}

/** How many of the sorted numbers are not above this one. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Working days up to and including a day, from a beginning that is the same for all: only differences mean something. */
const countTo = ({ weekdaysOff, weekendWorked }: WorkingCalendar, number: number): number =>
  Math.floor((number + 3) / 7) * 5 +
  Math.min(weekdayAt(number) + 1, 5) -
  countUpTo(weekdaysOff, number) +
  countUpTo(weekendWorked, number);

const isWorking = (calendar: WorkingCalendar, number: number): boolean =>
  countTo(calendar, number) > countTo(calendar, number - 1);

export const isWorkingDay = (calendar: WorkingCalendar, day: PlainDate): boolean => isWorking(calendar, dayNumber(day));

/** The day itself, or the first working day after it: where a time that ends on a day off ends (Bộ luật Dân sự 2015, Điều 148 khoản 5). */
export function nextWorkingDay(calendar: WorkingCalendar, day: PlainDate): PlainDate {
  let number = dayNumber(day);
  while (!isWorking(calendar, number)) number += 1;
  return dateOfNumber(number);
}

/**
 * The working day that is `count` after a day (before it, where negative); the day itself where it is 0. It steps over as many
 * days as are still wanted, so it never goes too far and a long span takes a few steps.
 */
export function addWorkingDays(calendar: WorkingCalendar, day: PlainDate, count: number): PlainDate {
  const direction = Math.sign(count);
  let number = dayNumber(day);
  let left = Math.abs(count);
  while (left > 0) {
    const from = number;
    number += direction * left;
    left -=
      direction > 0
        ? countTo(calendar, number) - countTo(calendar, from)
        : countTo(calendar, from - 1) - countTo(calendar, number - 1);
  }
  return dateOfNumber(number);
}

/** Working days after the first day, up to and including the second; negative where the second lies before. */
export const workingDaysBetween = (calendar: WorkingCalendar, from: PlainDate, to: PlainDate): number =>
  countTo(calendar, dayNumber(to)) - countTo(calendar, dayNumber(from));
