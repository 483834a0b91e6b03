import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { type RunningServer, runServer } from '../../test/running-server.ts';
import type { CalendarDay } from '../registry/working-days.ts';
import { calendarSeed, loadSeed } from '../services/load-seed.ts';
import { recordActions } from '../store/actions.ts';
import { findLaidDuty } from '../store/reported-duties.ts';

const seed = readFileSync(join(import.meta.dirname, '../../seed/calendar.txt'), 'utf8');
const now = new Date('2026-11-20T02:00:00Z');

describe.each(engines)('the calendar over HTTP, on $name', (engine) => {
  let running: RunningServer;
  beforeAll(async () => {
    running = await runServer(engine, { clock: { now: () => now } });
    await loadSeed(running.database.db, calendarSeed(seed));
  });
  afterAll(() => running.stop());

  const on = async (day: string) => {
    const { days } = await running.officer.get<{ days: CalendarDay[] }>('/api/calendar');
    return days.find((one) => one.day === day);
  };
  const said = { name: 'Hoán đổi với thứ Bảy 05/12', source: 'Công văn số 9999/BNV', certain: true };
  const change = (day: string, kind: string, version: number, reason?: string) =>
    running.officer.post(`/api/calendar/${day}`, { fields: { ...said, kind }, version, ...(reason && { reason }) });

  it('shows everybody signed in the years that were delivered, with what no text was seen for', async () => {
    const supervisor = await running.as('supervisor');
    const { days } = await supervisor.get<{ days: CalendarDay[] }>('/api/calendar');
    expect(days.filter(({ day }) => day.startsWith('2026-')).length).toBeGreaterThan(15);
    expect(days.find(({ day }) => day === '2026-11-24')).toMatchObject({ kind: 'off', certain: false });
    expect((await running.nobody.fetch('/api/calendar')).status).toBe(401);
  });

  it('is changed by coordinators and administrators only', async () => {
    const body = { fields: { ...said, kind: 'off' }, version: 0 };
    for (const role of ['head', 'officer', 'leader', 'supervisor'] as const)
      expect((await (await running.as(role)).post('/api/calendar/2026-12-04', body)).status).toBe(403);
    expect(await on('2026-12-04')).toBeUndefined();
  });

  it('takes a day off with its source, moves the open deadlines of that day, and records both', async () => {
    const { db } = running.database;
    const { id: agencyId } = await db.selectFrom('agency').select('id').executeTakeFirstOrThrow();
    const duty = async (fields: { due: string; stage: string; doneOn?: string }) => {
      const id = randomUUID();
      const { due, stage, doneOn } = fields;
      const own = { id, root_id: id, agency_id: agencyId, kind: 'assigned', stage };
      await db
        .insertInto('duty')
        .values({ ...own, first_due: due, due, done_on: doneOn ?? null })
        .execute();
      return id;
    };
    const dueOf = async (id: string) =>
      (await db.selectFrom('duty').select(['first_due', 'due', 'version']).where('id', '=', id).execute())[0];
    const open = await duty({ due: '2026-12-04', stage: 'accepted' });
    const done = await duty({ due: '2026-12-04', stage: 'done', doneOn: '2026-11-18' });
    const other = await duty({ due: '2026-12-03', stage: 'accepted' });
    const answer = await change('2026-12-04', 'off', 0);
    expect(await answer.json()).toMatchObject({ moved: 1, movedTo: '2026-12-07', day: { kind: 'off', version: 2 } });
    expect(await dueOf(open)).toEqual({ first_due: '2026-12-07', due: '2026-12-07', version: 2 });
    expect((await dueOf(done))?.due).toBe('2026-12-04');
    expect((await dueOf(other))?.due).toBe('2026-12-03');
    const actions = await db
      .selectFrom('action')
      .selectAll()
      .where('verb', 'in', ['changeCalendarDay', 'moveDue'])
      .execute();
    expect(actions.map(({ verb, subject_id, before, after }) => ({ verb, subject_id, before, after }))).toEqual([
      { verb: 'changeCalendarDay', subject_id: '2026-12-04', before: null, after: { ...said, kind: 'off' } },
      { verb: 'moveDue', subject_id: open, before: { due: '2026-12-04' }, after: { due: '2026-12-07' } },
    ]);
    expect(actions.every(({ at }) => at.getTime() === now.getTime())).toBe(true);
  });

  it('brings deadlines back to a day that is worked again, but none that somebody changed since', async () => {
    const { db } = running.database;
    const { id: agencyId } = await db.selectFrom('agency').select('id').executeTakeFirstOrThrow();
    const duty = async (due: string) => {
      const id = randomUUID();
      const own = { id, root_id: id, agency_id: agencyId, kind: 'assigned', stage: 'accepted' };
      await db
        .insertInto('duty')
        .values({ ...own, first_due: due, due })
        .execute();
      return id;
    };
    const dueOf = async (id: string) =>
      (await db.selectFrom('duty').select(['first_due', 'due']).where('id', '=', id).execute())[0];
    const both = (due: string) => ({ first_due: due, due });
    const [wednesday, thursday, granted, friday] = [
      await duty('2026-11-25'),
      await duty('2026-11-26'),
      await duty('2026-11-25'),
      await duty('2026-11-27'),
    ];
    await change('2026-11-25', 'off', 0);
    await change('2026-11-26', 'off', 0);
    expect([await dueOf(wednesday), await dueOf(thursday)]).toEqual([both('2026-11-27'), both('2026-11-27')]);
    const { id: userId } = await db.selectFrom('app_user').select('id').executeTakeFirstOrThrow();
    const { province = '' } = (await findLaidDuty(db, granted)) ?? {};
    await db.transaction().execute((trx) =>
      recordActions(trx, [
        {
          ...{ operation: randomUUID(), at: now, userId, verb: 'grantDueChange', documentId: null, reason: null },
          ...{ subjectKind: 'dueChange', subjectId: randomUUID(), duty: { id: granted, province } },
          ...{ before: { due: '2026-11-27' }, after: { due: '2026-11-27' } },
        },
      ]),
    );
    expect(await (await change('2026-11-26', 'usual', 2)).json()).toMatchObject({ moved: 2, movedTo: '2026-11-26' });
    expect([await dueOf(wednesday), await dueOf(thursday)]).toEqual([both('2026-11-26'), both('2026-11-26')]);
    expect(await (await change('2026-11-25', 'usual', 2)).json()).toMatchObject({ moved: 1, movedTo: '2026-11-25' });
    expect([await dueOf(wednesday), await dueOf(thursday)]).toEqual([both('2026-11-25'), both('2026-11-26')]);
    expect([await dueOf(granted), await dueOf(friday)]).toEqual([both('2026-11-27'), both('2026-11-27')]);
    for (const id of [wednesday, thursday, granted, friday]) await db.deleteFrom('duty').where('id', '=', id).execute();
  });

  it('tells whoever saw an older version, and changes nothing', async () => {
    const answer = await change('2026-12-04', 'usual', 0);
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: 'changedMeanwhile', facts: { name: 'Cán bộ Thử' } });
    expect((await on('2026-12-04'))?.kind).toBe('off');
  });

  it('gives a day back to the week, and takes it again', async () => {
    expect((await change('2026-12-04', 'usual', 2)).status).toBe(200);
    expect(await on('2026-12-04')).toBeUndefined();
    expect((await change('2026-12-05', 'working', 0)).status).toBe(200);
    expect((await change('2026-12-04', 'off', 0)).status).toBe(200);
    expect(await on('2026-12-04')).toMatchObject({ kind: 'off', version: 4 });
  });

  it.each([
    ['2026-12-07', 'working', 'weekdayWorked'],
    ['2032-01-01', 'off', 'tooFar'],
    ['2026-12-08', 'usual', 'nothingThere'],
    ['2026-11-16', 'off', 'reasonMissing'],
  ])('refuses %s as %s, and says why', async (day, kind, fault) => {
    const answer = await change(day, kind, 0);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'calendarDayFaulty', facts: { fault } });
    expect(await on(day)).toBeUndefined();
  });

  it('changes a day that has passed where a reason is given', async () => {
    expect((await change('2026-11-16', 'off', 0, 'Nghỉ do bão số 12')).status).toBe(200);
    expect((await running.officer.post('/api/calendar/2026-02-30', {})).status).toBe(400);
  });
});
