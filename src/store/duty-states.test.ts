import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyDayAroundTet, anyDutyTimes } from '../../test/duty-times.ts';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { dutyState, stateDay } from '../registry/duty-state.ts';
import { calendarSeed, loadSeed } from '../services/load-seed.ts';
import { listCalendarDays, loadCalendar, putCalendarDay } from './calendar.ts';
import { dutyStateOn } from './duty-states.ts';

const seed = readFileSync(join(import.meta.dirname, '../../seed/calendar.txt'), 'utf8');

describe.each(engines)('states and working days in the database, on $name', (engine) => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase(engine);
    await loadSeed(database.db, calendarSeed(seed));
  });
  afterAll(() => database.drop());

  it('are the same as the program computes, for the same rows', async () => {
    const { db } = database;
    const calendar = await loadCalendar(db);
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyDutyTimes, { minLength: 1, maxLength: 100 }),
        anyDayAroundTet,
        fc.integer({ min: 0, max: 10 }),
        async (duties, today, soonDays) => {
          const day = stateDay(calendar, today, soonDays);
          const rows = duties.map(({ stage, due, doneOn }, id) => ({ id, stage, due, done_on: doneOn }));
          const { rows: states } = await sql<{ state: string | null }>`
            select ${dutyStateOn(day)} as state
            from json_to_recordset(${JSON.stringify(rows)}::json) as d(id int, stage text, due date, done_on date)
            order by d.id`.execute(db);
          expect(states.map(({ state }) => state)).toEqual(duties.map((duty) => dutyState(duty, day)));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('keep what somebody has changed when a newer calendar is delivered', async () => {
    const { db } = database;
    const on = async (day: string) => (await listCalendarDays(db)).find((one) => one.day === day);
    const [before] = await listCalendarDays(db);
    await putCalendarDay(db, {
      day: '2027-02-11',
      kind: 'off',
      name: 'Nghỉ thêm',
      source: 'Công điện',
      certain: true,
      version: 2,
    });
    await putCalendarDay(db, {
      day: '2027-09-03',
      kind: 'usual',
      name: 'Quốc khánh',
      source: 'Công điện',
      certain: true,
      version: 2,
    });
    await loadSeed(db, calendarSeed(`${seed}\n2027-12-24 | off | Ngày mới\n2027-02-11 | off | Khác\n`));
    expect((await on('2027-12-24'))?.name).toBe('Ngày mới');
    expect((await on('2027-02-11'))?.name).toBe('Nghỉ thêm');
    expect(await on('2027-09-03')).toBeUndefined();
    expect((await listCalendarDays(db))[0]).toEqual(before);
  });
});
