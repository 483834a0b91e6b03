import { type PeriodCode, periodsOfYear } from '../values/period.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { daysOfRound, type RegimeFields } from './regime.ts';

/** Which periods of a regime are near a day. */

type Rhythm = Pick<RegimeFields, 'every' | 'calendar' | 'closing'>;

/** Periods that may have to do with a day: those that begin in its year or in the few before it, and the next. */
function periodsAround({ every }: Pick<RegimeFields, 'every'>, day: PlainDate): PeriodCode[] {
  const year = Number(day.slice(0, 4));
  const length = every === 'fiveYears' ? 6 : 2;
  return Array.from({ length: length + 1 }, (_, at) => year + 1 - length + at).flatMap((one) =>
    periodsOfYear(every, one),
  );
}

/** The period that a day counts in; free periods are named by hand. */
export const periodAt = (regime: Rhythm, day: PlainDate): PeriodCode | undefined =>
  periodsAround(regime, day).find((code) => {
    const { from, to } = daysOfRound(regime, code);
    return from <= day && day <= to;
  });
