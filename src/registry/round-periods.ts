import { type PeriodCode, periodsOfYear } from '../values/period.ts';
import { dateOfNumber, dayNumber, type PlainDate } from '../values/plain-date.ts';
import { daysOfRound, isRegimeInForce, type RegimeFields } from './regime.ts';

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

const daysAfter = (day: PlainDate, days: number): PlainDate => dateOfNumber(dayNumber(day) + days);

/** How long after its closing day a round still opens by itself, where no server ran in time. */
export const graceDays = 3;

/** The periods whose rounds are due to open by themselves on a day. */
export function periodsToOpen(regime: RegimeFields, day: PlainDate): PeriodCode[] {
  const { opensBefore } = regime;
  if (opensBefore === null) return [];
  return periodsAround(regime, day).filter((code) => {
    const { to } = daysOfRound(regime, code);
    return isRegimeInForce(regime, to) && daysAfter(to, -opensBefore) <= day && day <= daysAfter(to, graceDays);
  });
}
