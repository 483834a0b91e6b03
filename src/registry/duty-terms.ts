import type { Due } from '../values/due.ts';
import { endOfMonth, type PlainDate } from '../values/plain-date.ts';

/** When a piece of work begins and must be done, in one of its times. */
export type DutyTerm = {
  /** '' of one that does not come again. */
  period: string;
  startsOn: PlainDate | null;
  due: PlainDate | null;
  waitsFor: string | null;
};

type Ground = {
  /** Of one that comes again: the time that this day falls in. */
  day: PlainDate;
  /** The day itself where it is worked on, or the next one that is. */
  workingDay: (day: PlainDate) => PlainDate;
};

const once = { period: '', startsOn: null, due: null, waitsFor: null };

/** What a document's words about time mean for the duty it gives. */
export function termOfTask(time: Due, { day, workingDay }: Ground): DutyTerm {
  switch (time.kind) {
    case 'by':
      return { ...once, due: workingDay(time.to) };
    case 'during':
      return { ...once, startsOn: time.from, due: workingDay(time.to) };
    case 'conditional':
    case 'reference':
      return { ...once, waitsFor: time.condition };
    case 'recurring': {
      const span = spanOf[time.every](day);
      return span ? { ...once, ...span, due: workingDay(span.due) } : once;
    }
    case 'ongoing':
    case 'none':
      return once;
  }
}

/** A target is to be reached by the end of its year. */
export const termOfTarget = (year: number | null, { workingDay }: Ground): DutyTerm =>
  year === null ? once : { ...once, due: workingDay(endOfMonth(year, 12)) };

type Span = { period: string; startsOn: PlainDate; due: PlainDate } | null;

const monthsOf = (day: PlainDate, length: number, label: (turn: number) => string): Span => {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const turn = Math.floor((month - 1) / length);
  const first = turn * length + 1;
  return {
    period: `${year}${label(turn + 1)}`,
    startsOn: `${year}-${String(first).padStart(2, '0')}-01`,
    due: endOfMonth(year, first + length - 1),
  };
};

type Every = Extract<Due, { kind: 'recurring' }>['every'];

/** What is done every day or week is done always: nobody reports it by the day. */
const spanOf: Record<Every, (day: PlainDate) => Span> = {
  day: () => null,
  week: () => null,
  month: (day) => monthsOf(day, 1, (turn) => `-M${String(turn).padStart(2, '0')}`),
  quarter: (day) => monthsOf(day, 3, (turn) => `-Q${turn}`),
  half_year: (day) => monthsOf(day, 6, (turn) => `-H${turn}`),
  year: (day) => monthsOf(day, 12, () => ''),
};
