import { dayNumber, type PlainDate } from '../values/plain-date.ts';

/** Since when nothing was said of a piece of work that is open. */

const idleSteps = [30, 60, 90] as const;
/** So long without a word is idle wherever only one number is asked for. */
export const idleDays = idleSteps[0];

export type Spoken = { givenOn: PlainDate; saidOn: PlainDate | null };

/** Days since the last word; where there was none, since it was given. */
export const daysSilent = ({ givenOn, saidOn }: Spoken, day: PlainDate): number =>
  dayNumber(day) - dayNumber(saidOn ?? givenOn);
