import { type CalendarDay, type WorkingCalendar, workingDaysBetween } from '../../../src/registry/working-days.ts';
import {
  dateOfNumber,
  dayBefore,
  dayNumber,
  endOfMonth,
  type PlainDate,
  plainDate,
} from '../../../src/values/plain-date.ts';

/** 0 is Monday. */
export const weekdayOf = (day: PlainDate): number => (((dayNumber(day) + 3) % 7) + 7) % 7;

/** The weeks of a month, Monday first; null beside the month. */
export function weeksOf(year: number, month: number): (PlainDate | null)[][] {
  const first = dayNumber(plainDate(year, month, 1) ?? '');
  const last = dayNumber(endOfMonth(year, month));
  const lead = weekdayOf(dateOfNumber(first));
  const weeks = Math.ceil((lead + last - first + 1) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => {
      const number = first - lead + week * 7 + weekday;
      return number < first || number > last ? null : dateOfNumber(number);
    }),
  );
}

export const workingDaysOf = (calendar: WorkingCalendar, from: PlainDate, to: PlainDate): number =>
  workingDaysBetween(calendar, dayBefore(from), to);

export const daysOfYear = (days: readonly CalendarDay[], year: number): CalendarDay[] =>
  days.filter(({ day }) => day.startsWith(`${year}-`));
