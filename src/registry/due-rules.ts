import type { Due } from '../values/due.ts';
import { dateOfNumber, dayAfter, dayNumber, endOfMonth, type PlainDate, plainDate } from '../values/plain-date.ts';
import { dayInPeriod, namesWeekday, periodOf } from './recurring-words.ts';
import { addWorkingDays, nextWorkingDay, type WorkingCalendar } from './working-days.ts';

/** When a piece of work begins and must be done, in one of its times. */
export type DutyTerm = {
  /** '' of one that does not come again. */
  period: string;
  startsOn: PlainDate | null;
  due: PlainDate | null;
  /** The event its time begins with, where that is still to come. */
  waitsFor: string | null;
};

/** What a document says of the time, as read and in its own words. */
export type TimeWords = { time: Due; timeRaw: string | null };

const once: DutyTerm = { period: '', startsOn: null, due: null, waitsFor: null };

/**
 * What a document's words mean for the duty they give on a day: of what comes again, the time that this day lies in, or the next
 * one where that is over already. Every deadline lies on a working day (Bộ luật Dân sự 2015, Điều 148 khoản 5).
 */
export function termOfTask({ time, timeRaw }: TimeWords, day: PlainDate, calendar: WorkingCalendar): DutyTerm {
  switch (time.kind) {
    case 'by':
      return { ...once, due: nextWorkingDay(calendar, time.to) };
    case 'during':
      return { ...once, startsOn: time.from, due: nextWorkingDay(calendar, time.to) };
    case 'conditional':
    case 'reference':
      return { ...once, waitsFor: time.condition };
    case 'recurring': {
      const term = termIn({ time, timeRaw }, day, calendar);
      if (!term?.due || term.due >= day) return term ?? once;
      return termIn({ time, timeRaw }, dayAfter(endOfPeriod(time.every, day)), calendar) ?? once;
    }
    case 'ongoing':
    case 'none':
      return once;
  }
}

type Every = Extract<Due, { kind: 'recurring' }>['every'];

const endOfPeriod = (every: Every, day: PlainDate): PlainDate => periodOf(every, day)?.endsOn ?? day;

/** Of what comes again, the time that a day lies in. */
function termIn({ time, timeRaw }: TimeWords, day: PlainDate, calendar: WorkingCalendar): DutyTerm | undefined {
  if (time.kind !== 'recurring') return undefined;
  const words = timeRaw ?? '';
  if (time.every === 'week' && !namesWeekday(words)) return undefined;
  const period = periodOf(time.every, day);
  if (!period) return undefined;
  const due = nextWorkingDay(calendar, dayInPeriod(time.every, words, period));
  return { ...once, period: period.period, startsOn: period.startsOn, due };
}

/** From the day that the work is given on to the last day that it is to be done (null: no end is set). */
export type Stretch = { from: PlainDate; until: PlainDate | null };

/** All times, of what comes again, that have begun by a day; those that were over before the work was given are nobody's. */
export function termsUntil(
  words: TimeWords,
  { from, until }: Stretch,
  by: PlainDate,
  calendar: WorkingCalendar,
): DutyTerm[] {
  const { time } = words;
  if (time.kind !== 'recurring') return [];
  const terms: DutyTerm[] = [];
  const last = until !== null && until < by ? until : by;
  for (let day = from; day <= last; day = dayAfter(endOfPeriod(time.every, day))) {
    const term = termIn(words, day, calendar);
    if (term === undefined) return [];
    if (term.due !== null && term.due >= from) terms.push(term);
  }
  return terms;
}

/** A target is to be reached by the end of its year. */
export const termOfTarget = (year: number | null, calendar: WorkingCalendar): DutyTerm =>
  year === null ? once : { ...once, due: nextWorkingDay(calendar, endOfMonth(year, 12)) };

/** "ngày 30 tháng 6" and "6 tháng đầu năm" name a time of the year and count nothing. */
const counted =
  /(?<!\d|ngày\s+)(?<count>\d{1,3})\s+(?<unit>ngày làm việc|ngày|tháng(?!\s+(?:\d|đầu|cuối|năm)))(?!\p{L})/u;

/** When it is due, once the event has happened that it waited for: "15 ngày làm việc sau khi …"; without a number, whoever says so sets it. */
export function dueAfterEvent(condition: string, happenedOn: PlainDate, calendar: WorkingCalendar): PlainDate | null {
  const groups = counted.exec(condition.toLowerCase())?.groups;
  if (!groups?.count) return null;
  const count = Number(groups.count);
  if (groups.unit === 'ngày làm việc') return addWorkingDays(calendar, happenedOn, count);
  if (groups.unit === 'tháng') return nextWorkingDay(calendar, monthsAfter(happenedOn, count));
  return nextWorkingDay(calendar, dateOfNumber(dayNumber(happenedOn) + count));
}

/** The same day of a later month, or that month's last. */
function monthsAfter(from: PlainDate, count: number): PlainDate {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const months = year * 12 + month - 1 + count;
  const [y, m] = [Math.floor(months / 12), (months % 12) + 1];
  return plainDate(y, m, day) ?? endOfMonth(y, m);
}
