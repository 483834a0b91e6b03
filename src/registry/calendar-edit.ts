import { z } from 'zod';
import type { PlainDate } from '../values/plain-date.ts';
import { calendarDayKinds, isWeekend } from './working-days.ts';

const line = z.string().trim().min(1).max(300);

/** What is said of a day; 'usual': that it is as its place in the week says. */
export const DayFields = z.object({
  kind: z.enum([...calendarDayKinds, 'usual']),
  name: line,
  source: line,
  certain: z.boolean(),
});
export type DayFields = z.infer<typeof DayFields>;

export const dayFaults = ['weekdayWorked', 'tooFar', 'reasonMissing', 'nothingThere'] as const;
export type DayFault = (typeof dayFaults)[number];

const yearsAhead = 5;

/** Why this cannot be said of a day. */
export function dayFault(
  day: PlainDate,
  kind: DayFields['kind'],
  { today, there, reason }: { today: PlainDate; there: boolean; reason: string | undefined },
): DayFault | undefined {
  if (kind === 'usual' && !there) return 'nothingThere';
  if (kind === 'working' && !isWeekend(day)) return 'weekdayWorked';
  const years = Number(day.slice(0, 4)) - Number(today.slice(0, 4));
  if (day < '2000-01-01' || years > yearsAhead) return 'tooFar';
  // It changes what was counted as late.
  return day < today && !reason ? 'reasonMissing' : undefined;
}
