import { describe, expect, it } from 'vitest';
import { Ladder, lastDueToLookAt, stepsToTake, usualLadder } from './urging-ladder.ts';
import { workingCalendar } from './working-days.ts';

/** Tết of 2026: 16 to 20 February off. */
const calendar = workingCalendar(
  ['16', '17', '18', '19', '20'].map((day) => ({ day: `2026-02-${day}`, kind: 'off' as const })),
);
const steps = (due: string, today: string, taken: string[] = []) =>
  stepsToTake(usualLadder, { due, today }, calendar, taken);

describe('the ladder of urging', () => {
  it('takes each step on its working day, over a weekend and over Tết', () => {
    // A deadline on Friday 13 February: five working days before it is Friday the week before.
    expect(steps('2026-02-13', '2026-02-05')).toEqual([]);
    expect(steps('2026-02-13', '2026-02-06')).toEqual(['dueSoon']);
    expect(steps('2026-02-13', '2026-02-13', ['dueSoon'])).toEqual(['dueToday']);
    // The next working day is Monday after Tết.
    expect(steps('2026-02-13', '2026-02-20', ['dueSoon', 'dueToday'])).toEqual([]);
    expect(steps('2026-02-13', '2026-02-23', ['dueSoon', 'dueToday'])).toEqual(['overdue']);
    expect(steps('2026-02-13', '2026-02-27', ['overdue'])).toEqual(['toHead']);
    expect(steps('2026-02-13', '2026-03-06', ['overdue', 'toHead'])).toEqual(['toLeader']);
  });

  it('makes up for what comes after the deadline, not for reminders', () => {
    expect(steps('2026-01-05', '2026-03-06')).toEqual(['overdue', 'toHead', 'toLeader']);
    expect(steps('2026-03-10', '2026-03-06')).toEqual(['dueSoon']);
  });

  it('takes no step twice, and none that is switched off', () => {
    expect(steps('2026-03-10', '2026-03-06', ['dueSoon'])).toEqual([]);
    const short = usualLadder.filter(({ kind }) => kind !== 'toLeader');
    expect(stepsToTake(short, { due: '2026-01-05', today: '2026-03-06' }, calendar, [])).toEqual(['overdue', 'toHead']);
  });

  it('looks as far ahead as its earliest reminder', () => {
    expect(lastDueToLookAt([usualLadder], '2026-02-06', calendar)).toBe('2026-02-13');
    expect(lastDueToLookAt([[]], '2026-02-06', calendar)).toBe('2026-02-06');
  });

  it('is refused where a step stands on the wrong side of the deadline or twice', () => {
    expect(Ladder.safeParse(usualLadder).success).toBe(true);
    expect(Ladder.safeParse([{ kind: 'dueSoon', days: 1 }]).success).toBe(false);
    expect(Ladder.safeParse([{ kind: 'toHead', days: -1 }]).success).toBe(false);
    expect(
      Ladder.safeParse([
        { kind: 'toHead', days: 3 },
        { kind: 'toHead', days: 4 },
      ]).success,
    ).toBe(false);
  });
});
