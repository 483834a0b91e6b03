import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfNumber, dayAfter, dayBefore, dayNumber, type PlainDate } from '../values/plain-date.ts';
import { readCalendar } from './seed/calendar.ts';
import {
  addWorkingDays,
  isWeekend,
  isWorkingDay,
  nextWorkingDay,
  workingCalendar,
  workingDaysBetween,
} from './working-days.ts';

const days = readCalendar(readFileSync(join(import.meta.dirname, '../../seed/calendar.txt'), 'utf8'));
const calendar = workingCalendar(days);

const firstDay = dayNumber('2019-12-01');
const anyDay = fc.integer({ min: firstDay, max: dayNumber('2028-02-01') }).map(dateOfNumber);
const anyCalendar = fc
  .uniqueArray(fc.record({ day: anyDay, kind: fc.constantFrom('off' as const, 'working' as const) }), {
    selector: ({ day }) => day,
    maxLength: 200,
  })
  .map((some) => ({ some, calendar: workingCalendar(some) }));

describe('working days', () => {
  it('are Monday to Friday, but for days off and days worked in exchange', () => {
    expect(isWorkingDay(calendar, '2025-05-05')).toBe(true);
    expect(isWorkingDay(calendar, '2025-05-03')).toBe(false);
    expect(isWorkingDay(calendar, '2025-05-02')).toBe(false);
    expect(isWorkingDay(calendar, '2025-04-26')).toBe(true);
  });

  it('move a deadline on a day off to the next working day', () => {
    expect(nextWorkingDay(calendar, '2023-12-15')).toBe('2023-12-15');
    expect(nextWorkingDay(calendar, '2023-12-31')).toBe('2024-01-02');
    expect(nextWorkingDay(calendar, '2023-04-29')).toBe('2023-05-04');
    expect(nextWorkingDay(calendar, '2024-02-08')).toBe('2024-02-15');
    expect(nextWorkingDay(calendar, '2025-04-26')).toBe('2025-04-26');
  });

  it('are counted over Tết', () => {
    expect(addWorkingDays(calendar, '2026-02-12', 1)).toBe('2026-02-13');
    expect(addWorkingDays(calendar, '2026-02-12', 2)).toBe('2026-02-23');
    expect(addWorkingDays(calendar, '2026-02-23', -2)).toBe('2026-02-12');
    expect(workingDaysBetween(calendar, '2026-02-13', '2026-02-22')).toBe(0);
    expect(workingDaysBetween(calendar, '2026-02-24', '2026-02-12')).toBe(-3);
    expect(addWorkingDays(calendar, '2026-02-17', 0)).toBe('2026-02-17');
  });

  it('are what counting day by day gives, on any calendar', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, anyDay, ({ some, calendar: one }, from, to) => {
        const kinds = new Map(some.map(({ day, kind }) => [day, kind]));
        const works = (day: PlainDate) => (kinds.get(day) ?? (isWeekend(day) ? 'off' : 'working')) === 'working';
        expect(isWorkingDay(one, from)).toBe(works(from));
        const [low, high] = from < to ? [from, to] : [to, from];
        let count = 0;
        for (let day = low; day < high; ) {
          day = dayAfter(day);
          if (works(day)) count += 1;
        }
        expect(workingDaysBetween(one, low, high)).toBe(count);
        expect(workingDaysBetween(one, high, low)).toBe(0 - count);
      }),
      { numRuns: 60 },
    );
  });

  it('are found again after as many steps forward or back, on any calendar', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.integer({ min: 1, max: 400 }), ({ calendar: one }, day, count) => {
        const later = addWorkingDays(one, day, count);
        expect(isWorkingDay(one, later)).toBe(true);
        expect(workingDaysBetween(one, day, later)).toBe(count);
        const earlier = addWorkingDays(one, day, -count);
        expect(isWorkingDay(one, earlier)).toBe(true);
        expect(workingDaysBetween(one, dayBefore(earlier), dayBefore(day))).toBe(count);
      }),
    );
  });

  it('are counted over a century in a few steps', () => {
    const far = addWorkingDays(calendar, '2000-01-01', 26_000);
    expect(workingDaysBetween(calendar, '2000-01-01', far)).toBe(26_000);
    expect(far > '2099-01-01').toBe(true);
  });
});
