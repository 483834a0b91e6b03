import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { aTarget, aTask, storeDocument, storeUser } from '../../test/readings.ts';
import { storeAgencies } from '../../test/registers.ts';
import { givePost, putTestAgency } from '../../test/running-server.ts';
import { standingOf } from '../registry/standing.ts';
import type { TargetQuery } from '../registry/target.ts';
import { workingCalendar } from '../registry/working-days.ts';
import { actingAs } from './acting.ts';
import { recordActions } from './actions.ts';
import { listDocuments } from './documents.ts';
import { countDuties, findChain, listDuties } from './duties.ts';
import { recountFindings } from './held-findings.ts';
import { tallyDuties } from './plan-duties.ts';
import { readRegisterCounts } from './register-counts.ts';
import { targetsToJudge } from './standings.ts';
import { countTargetChoices, listTargets, readTargets } from './targets.ts';
import { listTasks } from './tasks.ts';

const all: TargetQuery = { document: [], year: [], group: [], agency: [], tier: [], sort: 'document', order: 'asc' };
const whole = { offset: 0, limit: 500 };

describe.each(engines)('the register as of a day, on $name', (engine) => {
  let database: FreshDatabase;
  let old: string;
  let amended: string;

  const names = async (query: Partial<TargetQuery>) =>
    (await listTargets(database.db, { ...all, ...query }, whole)).rows.map(({ name }) => name);
  const issue = async (id: string, from: string, until: string | null, state: string) => {
    await sql`update document set state = ${state}, valid_from = ${from}, valid_until = ${until} where id = ${id}`.execute(
      database.db,
    );
    for (const kind of ['target', 'task'])
      await sql`update ${sql.table(kind)} set review = 'accepted', valid_from = ${from}, valid_until = ${until}
        where document_id = ${id} and review = 'proposed'`.execute(database.db);
  };

  beforeAll(async () => {
    database = await freshDatabase(engine);
    const { db } = database;
    const user = await storeUser(db);
    const store = (number: string, issuedOn: string, ...targets: string[]) =>
      storeDocument(db, user, {
        header: { number, issuedOn },
        targets: targets.map((name) => aTarget({ name })),
        tasks: [aTask()],
      });
    old = await store('1/NQ', '2023-12-08', 'Cũ');
    amended = await store('2/NQ', '2024-12-10', 'Giữ', 'Đổi', 'Loại');
    await store('3/NQ', '2025-12-10', 'Dự thảo');
    await sql`update target set review = 'rejected' where name = 'Loại'`.execute(db);
    await recountFindings(db, amended);
    await issue(old, '2023-12-08', '2025-01-01', 'superseded');
    await issue(amended, '2024-12-10', null, 'issued');
    await sql`update target set valid_until = '2025-06-01' where name = 'Đổi'`.execute(db);
    await storeAgencies(db, { a: 'Sở Kế hoạch và Đầu tư', b: 'Sở Tài chính' });
    await sql`insert into reorganisation (id, title, effective_on, legal_basis, state)
      values ('r', 'Sáp nhập sở', '2025-03-01', 'NQ', 'applied')`.execute(db);
    await sql`insert into assignment
      (document_id, finding_kind, finding_id, role, agency_id, named_position, valid_from, valid_until, made_by, ended_by)
      values (${amended}, 'task', 'n1', 'lead', 'a', 0, '2024-12-10', '2025-03-01', null, 'r'),
        (${amended}, 'task', 'n1', 'lead', 'b', 0, '2025-03-01', null, 'r', null)`.execute(db);
  });
  afterAll(() => database.drop());

  it('shows what was in force on the day, the first day included and the last one not', async () => {
    expect(await names({ asOf: '2023-12-07' })).toEqual([]);
    expect(await names({ asOf: '2023-12-08' })).toEqual(['Cũ']);
    expect(await names({ asOf: '2024-12-31' })).toEqual(['Giữ', 'Đổi', 'Cũ']);
    expect(await names({ asOf: '2025-01-01' })).toEqual(['Giữ', 'Đổi']);
    expect(await names({ asOf: '2025-06-01' })).toEqual(['Giữ']);
  });

  it('shows without a day what is in force now and what is not issued yet, never what was rejected', async () => {
    expect(await names({})).toEqual(['Dự thảo', 'Giữ']);
    const { rows } = await listTargets(database.db, all, whole);
    expect(rows.map(({ documentState, review, validFrom }) => [documentState, review, validFrom])).toEqual([
      ['read', 'proposed', null],
      ['issued', 'accepted', '2024-12-10'],
    ]);
  });

  it('shows without a day what is in force on the day that stands for today, which a moved clock gives', async () => {
    const coordinator = await storeUser(database.db);
    await putTestAgency(database.db);
    await givePost(database.db, coordinator, 'coordinator');
    const on = async (day: string) => {
      const db = actingAs(database.db, { userId: coordinator, day });
      return (await listTargets(db, { ...all, state: ['issued', 'superseded'] }, whole)).rows.map(({ name }) => name);
    };
    expect(await on('2025-05-31')).toEqual(['Giữ', 'Đổi', 'Cũ']);
    expect(await on('2025-06-01')).toEqual(['Giữ', 'Cũ']);
  });

  it('filters by the state of the document and of the review', async () => {
    expect(await names({ state: ['superseded'] })).toEqual(['Cũ']);
    expect(await names({ state: ['issued', 'read'] })).toEqual(['Dự thảo', 'Giữ']);
    expect(await names({ review: ['rejected'] })).toEqual(['Loại']);
    expect(await names({ ended: true })).toEqual(['Dự thảo', 'Giữ', 'Đổi', 'Cũ']);
    const { state, review } = await countTargetChoices(database.db, { ...all, state: ['read'] });
    expect(state).toEqual([
      { value: 'issued', label: 'issued', count: 1 },
      { value: 'read', label: 'read', count: 1 },
    ]);
    expect(review).toEqual([{ value: 'proposed', label: 'proposed', count: 1 }]);
  });

  it('counts and hands out the same rows in lists, choices, exports, documents and the overview', async () => {
    for (const asOf of ['2024-12-31', '2025-06-01', undefined]) {
      const rows = await names({ asOf });
      const exported = (await Array.fromAsync(readTargets(database.db, { ...all, asOf }))).flat();
      const choices = await countTargetChoices(database.db, { ...all, asOf });
      const overview = await readRegisterCounts(database.db, asOf);
      const documents = await listDocuments(database.db, asOf);
      expect(exported.map(({ name }) => name)).toEqual(rows);
      expect(choices.document.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
      expect(overview.targets).toBe(rows.length);
      expect(overview.targetsByGroupAndYear.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
      if (asOf !== undefined) {
        expect(documents.reduce((sum, { targetCount }) => sum + targetCount, 0)).toBe(rows.length);
        expect(overview.documents).toBe(documents.length);
      }
    }
    const now = await listDocuments(database.db);
    expect(now.map(({ number, state, targetCount }) => [number, state, targetCount])).toEqual([
      ['3/NQ', 'read', 1],
      ['2/NQ', 'issued', 1],
      ['1/NQ', 'superseded', 1],
    ]);
  });

  it('names who had the work on the day, where a reorganisation has moved it', async () => {
    const query = { ...all, role: [], due: [], sort: 'document' as const, document: [amended] };
    const moved = async (asOf?: string) => (await listTasks(database.db, { ...query, asOf }, whole)).rows[0]?.movedTo;
    expect(await moved('2025-02-28')).toEqual([]);
    expect(await moved('2025-03-01')).toEqual([{ id: 'b', name: 'Sở Tài chính' }]);
    expect(await moved()).toEqual([{ id: 'b', name: 'Sở Tài chính' }]);
  });

  it('judges a target by what counted on the day, and tells the duties as they stood then', async () => {
    const { db } = database;
    await sql`insert into indicator (id, name, unit, unit_factors, direction, measure, cumulative, breakdowns, source)
      values ('thu', 'Thu', 'tỷ đồng', '[]', 'up', 'level', true, '{}', 'test')`.execute(db);
    await sql`update target set indicator_id = 'thu', unit = 'tỷ đồng', op = '=', value = 1200, change = 'level', year = 2025
      where document_id = ${amended} and name = 'Giữ'`.execute(db);
    await sql`insert into assignment (document_id, finding_kind, finding_id, role, agency_id, named_position, valid_from)
      select document_id, 'target', id, 'named', 'b', 0, valid_from from target where name = 'Giữ'`.execute(db);
    await sql`insert into figure (agency_id, indicator_id, period, calendar, period_to, span, basis, value, set_at, ended_at)
      values ('b', 'thu', '2025-M06', 'statistical', '2025-06-30', 'toDate', 'estimated', 640, '2025-07-10', '2025-07-20'),
        ('b', 'thu', '2025-M06', 'statistical', '2025-06-30', 'toDate', 'estimated', 300, '2025-07-20', null)`.execute(
      db,
    );
    const plan = { document: [amended], year: 2025, tier: [] };
    const [found] = await targetsToJudge(db, plan, { from: '2025-07-05', day: '2025-07-25' });
    const stateOn = (day: string) => found && standingOf(found.facts, day).state;
    expect(found?.agencyIds).toEqual(['b']);
    expect(['2025-07-05', '2025-07-15', '2025-07-25'].map(stateOn)).toEqual(['noData', 'onPath', 'behind']);
    const other = await targetsToJudge(db, { ...plan, year: 2026 }, { from: '2025-07-05', day: '2025-07-25' });
    expect(other).toEqual([]);

    const [duty, userId] = [randomUUID(), await storeUser(db)];
    await sql`insert into duty (id, root_id, agency_id, kind, due, stage, given_at, done_on)
      values (${duty}, ${duty}, 'b', 'assigned', '2025-08-31', 'done', '2025-01-10', '2025-07-15')`.execute(db);
    await recordActions(db, [
      {
        ...{
          operation: randomUUID(),
          at: new Date('2025-07-16T02:00:00Z'),
          userId,
          documentId: null,
          reason: null,
          duty: { id: duty, province: 'nation' },
        },
        ...{ verb: 'confirmResult', subjectKind: 'progress', subjectId: randomUUID() },
        ...{
          before: { duty: { stage: 'reported', doneOn: null } },
          after: { duty: { stage: 'done', doneOn: '2025-07-15' } },
        },
      },
    ]);
    const tally = async (today: string, past = true) =>
      (
        await tallyDuties(
          db,
          { plan: { document: [], year: null, tier: [] }, provinces: ['nation'] },
          { today, soonUntil: today },
          past,
        )
      ).map(({ agencyId, state, count }) => [agencyId, state, count]);
    expect(await tally('2025-01-09')).toEqual([]);
    expect(await tally('2025-07-15')).toEqual([['b', 'openInTime', 1]]);
    expect(await tally('2025-07-16')).toEqual([['b', 'doneOnTime', 1]]);
    expect(await tally('2025-09-01', false)).toEqual([['b', 'doneOnTime', 1]]);
  });

  it('lists of a past day exactly the duties that its numbers count, each as it was then', async () => {
    const { db } = database;
    const [duty, userId] = [randomUUID(), await storeUser(db)];
    await sql`insert into duty (id, root_id, agency_id, kind, content, due, first_due, stage, given_at, done_on, share)
      values (${duty}, ${duty}, 'b', 'assigned', 'Lập đề án', '2025-12-15', '2025-09-30', 'done', '2025-02-01', '2025-12-10', 100)`.execute(
      db,
    );
    await sql`insert into duty_move (reorganisation_id, duty_id, before, version, moved_at)
      values ('r', ${duty}, '{"agency_id":"a","stage":"assigned","version":1}', 2, '2025-04-01')`.execute(db);
    const deed = (at: string, kind: string, before: Record<string, unknown>) => ({
      ...{
        operation: randomUUID(),
        at: new Date(at),
        userId,
        documentId: null,
        reason: null,
        duty: { id: duty, province: 'nation' },
      },
      ...{ verb: 'test', subjectKind: kind, subjectId: duty, before, after: null },
    });
    await recordActions(db, [
      deed('2025-03-10T02:00:00Z', 'duty', { stage: 'assigned' }),
      deed('2025-09-20T02:00:00Z', 'dueChange', { stage: 'asked', due: '2025-09-30' }),
      deed('2025-11-01T02:00:00Z', 'progress', { stage: 'draft', duty: { share: 40 } }),
      deed('2025-12-20T02:00:00Z', 'progress', { duty: { stage: 'accepted', share: 80, doneOn: null } }),
    ]);
    const filter = {
      ...{ document: [], agency: [], below: false, role: 'lead' as const, officer: [], stage: [], state: [] },
      kind: ['assigned' as const],
    };
    const on = async (today: string) => {
      const day = { today, soonUntil: today, calendar: workingCalendar([]), past: true };
      const { rows } = await listDuties(db, filter, { sort: 'due', order: 'asc', limit: 50 }, day);
      const counts = await countDuties(db, filter, day);
      const tally = await tallyDuties(
        db,
        { plan: { document: [], year: null, tier: [] }, provinces: ['nation'] },
        day,
        true,
      );
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
      expect(tally.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
      const chain = await findChain(db, duty, day);
      const own = rows.find(({ id }) => id === duty);
      expect(chain?.duty).toEqual(own);
      return own && [own.agency.id, own.stage, own.state, own.due, own.share, own.doneOn];
    };
    expect(await on('2025-01-31')).toBeUndefined();
    expect(await on('2025-02-28')).toEqual(['a', 'assigned', 'openInTime', '2025-09-30', 40, null]);
    expect(await on('2025-03-10')).toEqual(['b', 'accepted', 'openInTime', '2025-09-30', 40, null]);
    expect(await on('2025-10-31')).toEqual(['b', 'accepted', 'openInTime', '2025-12-15', 40, null]);
    expect(await on('2025-12-19')).toEqual(['b', 'accepted', 'openOverdue', '2025-12-15', 80, null]);
    expect(await on('2025-12-20')).toEqual(['b', 'done', 'doneOnTime', '2025-12-15', 100, '2025-12-10']);
  });
});
