import { dayBefore, type PlainDate } from '../values/plain-date.ts';
import { addWorkingDays, type WorkingCalendar, workingDaysBetween } from './working-days.ts';

/**
 * Where a duty stands on a day. The five states of official counts, and of those in time the ones that are due soon. Done means
 * confirmed; what was only reported, or was sent back, is open. What is done without a deadline cannot be late.
 * Never stored: computed here, and in lists and counts by the function duty_state of the database.
 */
export const dutyStates = ['doneOnTime', 'doneLate', 'openInTime', 'dueSoon', 'openOverdue', 'noDue'] as const;
export type DutyState = (typeof dutyStates)[number];

export type DutyTimes = { stage: string; due: PlainDate | null; doneOn: PlainDate | null };

/** What states are computed by on a day: `soonUntil` is the last day that counts as due soon. */
export type StateDay = { today: PlainDate; soonUntil: PlainDate };

/** Due soon: on this day or within `soonDays` working days after it. A day off before the next working day is as near as the last. */
export const stateDay = (calendar: WorkingCalendar, today: PlainDate, soonDays: number): StateDay => ({
  today,
  soonUntil: dayBefore(addWorkingDays(calendar, today, soonDays + 1)),
});

/** Null: dropped, counted nowhere. */
export function dutyState({ stage, due, doneOn }: DutyTimes, { today, soonUntil }: StateDay): DutyState | null {
  if (stage === 'dropped') return null;
  if (stage === 'done') return due !== null && doneOn !== null && doneOn > due ? 'doneLate' : 'doneOnTime';
  if (due === null) return 'noDue';
  if (due < today) return 'openOverdue';
  return due <= soonUntil ? 'dueSoon' : 'openInTime';
}

/** Working days that are left (0: today is the last), or negative: that the deadline has passed by. */
export const daysLeft = (calendar: WorkingCalendar, due: PlainDate, today: PlainDate): number =>
  workingDaysBetween(calendar, today, due);

export type StateCounts = Record<DutyState, number>;

export const noCounts: StateCounts = {
  doneOnTime: 0,
  doneLate: 0,
  openInTime: 0,
  dueSoon: 0,
  openOverdue: 0,
  noDue: 0,
};

export type Tally = { total: number; done: number; open: number; inTime: number };

/** The sums that reports must show: total = done + open; done = on time + late; open = in time + overdue + without deadline. */
export function tally(counts: StateCounts): Tally {
  const done = counts.doneOnTime + counts.doneLate;
  const inTime = counts.openInTime + counts.dueSoon;
  const open = inTime + counts.openOverdue + counts.noDue;
  return { total: done + open, done, open, inTime };
}
