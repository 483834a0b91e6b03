import { z } from 'zod';

const daysIn = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;

/** undefined where no such day exists. */
export function plainDate(year: number, month: number, day: number): PlainDate | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const isDay = (text: string): boolean => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  // The day before the first that PostgreSQL knows is none; nobody means a year below 1000.
  return year >= 1000 && plainDate(year, month, day) === text;
};

/** A day without a time that exists, "2024-12-31". It never meets `new Date(string)`. */
export const PlainDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isDay);
export type PlainDate = z.infer<typeof PlainDate>;

/** The last day of a month. @param month 1 to 12 */
export const endOfMonth = (year: number, month: number): PlainDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${daysIn(year, month)}`;

export function dayBefore(date: PlainDate): PlainDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  if (day > 1) return plainDate(year, month, day - 1) ?? date;
  return month > 1 ? endOfMonth(year, month - 1) : endOfMonth(year - 1, 12);
}

export function dayAfter(date: PlainDate): PlainDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return (
    plainDate(year, month, day + 1) ??
    plainDate(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) ??
    date
  );
}

const millisecondsOfDay = 86_400_000;

/** Days since 1970-01-01, a Thursday: what can be counted with. */
export const dayNumber = (date: PlainDate): number =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / millisecondsOfDay;

export const dateOfNumber = (number: number): PlainDate =>
  new Date(number * millisecondsOfDay).toISOString().slice(0, 10);

/** "2023-12-08" -> "08/12/2023". */
export const formatDate = (date: PlainDate): string => date.split('-').reverse().join('/');

const inVietnam = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' });

/** The day that a moment falls on where the documents are. */
export const dayOfMoment = (moment: Date): PlainDate => inVietnam.format(moment);

const timeInVietnam = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', timeStyle: 'short' });

/** "07:30": the hour and minute there. */
export const timeOfMoment = (moment: Date): string => timeInVietnam.format(moment);
