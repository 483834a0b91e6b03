import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDayAroundTet, anyDutyTimes } from '../../test/duty-times.ts';
import { type DutyTimes, daysLeft, dutyState, noCounts, stateDay, tally } from './duty-state.ts';
import { readCalendar } from './seed/calendar.ts';
import { nextWorkingDay, workingCalendar } from './working-days.ts';

const seed = readFileSync(join(import.meta.dirname, '../../seed/calendar.txt'), 'utf8');
const calendar = workingCalendar(readCalendar(seed));
const on = (today: string, times: Partial<DutyTimes>, soonDays = 3) =>
  dutyState({ stage: 'accepted', due: null, doneOn: null, ...times }, stateDay(calendar, today, soonDays));

describe('the state of a duty', () => {
  it('is done on time up to the deadline itself, and late from the day after', () => {
    const done = { stage: 'done', due: '2026-03-16' };
    expect(on('2026-05-05', { ...done, doneOn: '2026-03-16' })).toBe('doneOnTime');
    expect(on('2026-05-05', { ...done, doneOn: '2026-03-17' })).toBe('doneLate');
    expect(on('2026-05-05', { ...done, due: null, doneOn: '2026-03-17' })).toBe('doneOnTime');
  });

  it('is open, in time or overdue, until the result is confirmed', () => {
    expect(on('2026-03-16', { stage: 'reported', due: '2026-03-13' })).toBe('openOverdue');
    expect(on('2026-03-16', { stage: 'returned', due: '2026-04-13' })).toBe('openInTime');
    expect(on('2026-03-16', { due: null })).toBe('noDue');
    expect(on('2026-03-16', { stage: 'dropped', due: '2026-03-13' })).toBeNull();
  });

  it('is due soon by working days, so that Tết brings a deadline nearer', () => {
    expect(on('2026-03-16', { due: '2026-03-19' })).toBe('dueSoon');
    expect(on('2026-03-16', { due: '2026-03-20' })).toBe('openInTime');
    expect(on('2026-02-12', { due: '2026-02-24' })).toBe('dueSoon');
    expect(on('2026-02-12', { due: '2026-02-25' })).toBe('openInTime');
    expect(on('2026-03-16', { due: '2026-03-16' }, 0)).toBe('dueSoon');
  });

  it('counts what is left, and by how much a deadline was missed, in working days', () => {
    expect(daysLeft(calendar, '2026-02-24', '2026-02-12')).toBe(3);
    expect(daysLeft(calendar, '2026-02-12', '2026-02-24')).toBe(-3);
    expect(daysLeft(calendar, '2026-03-13', '2026-03-14')).toBe(0);
  });

  it('is never overdue before the working day after a deadline on a day off', () => {
    fc.assert(
      fc.property(anyDayAroundTet, anyDayAroundTet, (asWritten, today) => {
        const due = nextWorkingDay(calendar, asWritten);
        if (today <= due) expect(on(today, { due })).not.toBe('openOverdue');
        else expect(on(today, { due })).toBe('openOverdue');
      }),
    );
  });

  it('adds up as reports must: all = done + open, done = on time + late, open = in time + overdue + without deadline', () => {
    fc.assert(
      fc.property(fc.array(anyDutyTimes, { maxLength: 60 }), anyDayAroundTet, (duties, today) => {
        const counts = { ...noCounts };
        for (const duty of duties) {
          const state = dutyState(duty, stateDay(calendar, today, 3));
          if (state) counts[state] += 1;
        }
        const { total, done, open, inTime } = tally(counts);
        const counted = duties.filter(({ stage }) => stage !== 'dropped');
        expect(total).toBe(counted.length);
        expect(done).toBe(counted.filter(({ stage }) => stage === 'done').length);
        expect(total).toBe(done + open);
        expect(done).toBe(counts.doneOnTime + counts.doneLate);
        expect(open).toBe(inTime + counts.openOverdue + counts.noDue);
      }),
    );
  });
});
