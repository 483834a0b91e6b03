import { dayNumber, type PlainDate } from '../values/plain-date.ts';
import { idleOf } from './owner-health.ts';

/** Since when nothing was said of a piece of work that is open; in lists the database counts the same (store/owner-health.ts). */

/** So long without a word is idle wherever only one number is asked for. */
export const idleDays = idleOf.idle30;

/** `waits`: for another event or for its first day, so that there is nothing to say yet. */
export type Spoken = { givenOn: PlainDate; saidOn: PlainDate | null; waits: boolean };

/** Days since the last word; where there was none, since it was given. */
export const daysSilent = ({ givenOn, saidOn }: Pick<Spoken, 'givenOn' | 'saidOn'>, day: PlainDate): number =>
  dayNumber(day) - dayNumber(saidOn ?? givenOn);
