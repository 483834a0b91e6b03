import { z } from 'zod';
import type { PlainDate } from '../values/plain-date.ts';
import { addWorkingDays, type WorkingCalendar, workingDaysBetween } from './working-days.ts';

/** Before the deadline, at it, after it; then the head of the agency hears of it, then the leaders. */
export const LadderStepKind = z.enum(['dueSoon', 'dueToday', 'overdue', 'toHead', 'toLeader']);
export type LadderStepKind = z.infer<typeof LadderStepKind>;

/** On which day a step is due: working days after the deadline, before it where negative. */
const LadderStep = z.object({ kind: LadderStepKind, days: z.int().min(-60).max(250) });

/** A kind that is absent is not told. */
export const Ladder = z
  .array(LadderStep)
  .refine((steps) => new Set(steps.map(({ kind }) => kind)).size === steps.length)
  .refine((steps) =>
    steps.every(({ kind, days }) => (kind === 'dueSoon' ? days < 0 : kind === 'dueToday' ? days === 0 : days > 0)),
  );
export type Ladder = z.infer<typeof Ladder>;

export const usualLadder: Ladder = [
  { kind: 'dueSoon', days: -5 },
  { kind: 'dueToday', days: 0 },
  { kind: 'overdue', days: 1 },
  { kind: 'toHead', days: 5 },
  { kind: 'toLeader', days: 10 },
];

export const HeldLadder = z.object({ steps: Ladder, version: z.int() });
export type HeldLadder = z.infer<typeof HeldLadder>;

/** A document that does not follow the usual ladder. */
export const LadderDocument = z.object({ id: z.uuid(), name: z.string(), steps: Ladder });
export type LadderDocument = z.infer<typeof LadderDocument>;

/**
 * The steps to take on a day for one deadline. A reminder whose time has gone by is not made up for: nobody is told that
 * something is due soon when it is overdue. What comes after the deadline is, however late the run is.
 */
export function stepsToTake(
  ladder: Ladder,
  { due, today }: { due: PlainDate; today: PlainDate },
  calendar: WorkingCalendar,
  taken: readonly string[],
): LadderStepKind[] {
  return ladder.flatMap(({ kind, days }) => {
    if (taken.includes(kind)) return [];
    if (kind === 'dueToday') return today === due ? [kind] : [];
    const from = addWorkingDays(calendar, due, days);
    if (today < from) return [];
    return kind === 'dueSoon' && today >= due ? [] : [kind];
  });
}

/** Working days to the deadline, or past it. */
export const daysFromDue = (calendar: WorkingCalendar, due: PlainDate, today: PlainDate): number =>
  Math.abs(workingDaysBetween(calendar, due, today));

/** The last deadline for which some step of these ladders may be due on a day. */
export const lastDueToLookAt = (ladders: readonly Ladder[], today: PlainDate, calendar: WorkingCalendar): PlainDate =>
  addWorkingDays(calendar, today, -Math.min(0, ...ladders.flatMap((ladder) => ladder.map(({ days }) => days))));
