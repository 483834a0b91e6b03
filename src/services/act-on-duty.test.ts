import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { untilBlocked } from '../../test/blocked.ts';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { storeDuty, storeGivenWork, workOn } from '../../test/given-work.ts';
import { storeUser } from '../../test/readings.ts';
import type { DutyPage } from '../registry/duty.ts';
import type { DutyAction } from '../registry/duty-action.ts';
import type { Person } from '../registry/may.ts';
import type { Role } from '../registry/post.ts';
import { readStory } from '../store/actions.ts';
import { addPost } from '../store/posts.ts';
import { waitingFor } from '../store/reported-duties.ts';
import { actOnDuty } from './act-on-duty.ts';
import { type App, createApp } from './app.ts';
import { today } from './clock.ts';
import { getDuty } from './duties.ts';
import { agenciesBelowDuty, joinableDuties, officersOf } from './duty-choices.ts';
import { makeDueDuties } from './give-duties.ts';

/** Without what must be said each time again: the version that was seen. */
type Told = DutyAction extends infer A ? (A extends DutyAction ? Omit<A, 'version'> : never) : never;

describe.each(engines)('what agencies and coordinators do with a duty, on $name', (engine) => {
  let database: FreshDatabase;
  let app: App;
  let people: Record<'coordinator' | 'finance' | 'head' | 'health' | 'branch' | 'office', Person>;
  let documentId: string;
  let id: string;

  const person = async (name: string, role: Role, agencyId: string): Promise<Person> => {
    const userId = await storeUser(database.db);
    await sql`update app_user set name = ${name} where id = ${userId}`.execute(database.db);
    await addPost(database.db, { userId, role, agencyId, validFrom: '2000-01-01', givenBy: null });
    return { user: { id: userId, name, email: `${userId}@thu.vn` }, posts: [{ role, agencyId }] };
  };
  const page = (who: Person, duty = id): Promise<DutyPage> => getDuty(app, who, duty);
  const act = async (who: Person, action: Told, duty = id): Promise<DutyPage> => {
    const { version } = (await page(who, duty)).duty;
    return actOnDuty(app, who, duty, { ...action, version } as DutyAction);
  };
  const told = async (kind: string) => {
    const { rows } = await sql<{ name: string }>`
      select distinct u.name from notice n join app_user u on u.id = n.user_id where n.kind = ${kind} order by 1`.execute(
      database.db,
    );
    return rows.map(({ name }) => name);
  };
  const linkOrigins = () =>
    sql`update duty_origin o set assignment_id = a.id from assignment a
      where a.document_id = o.document_id and a.finding_id = o.finding_id and a.role = 'lead'`.execute(database.db);
  const story = async (duty = id) =>
    (await readStory(database.db, { subject: { kind: 'duty', id: duty } }, { limit: 20 })).map(({ verb }) => verb);

  beforeAll(async () => {
    database = await freshDatabase(engine);
    app = await createApp({ db: database.db, maxFileBytes: 1_000_000, demo: false });
    const rows = [
      ['ubnd', 'committee', 'Ủy ban nhân dân tỉnh', null],
      ['tc', 'department', 'Sở Tài chính', 'ubnd'],
      ['yt', 'department', 'Sở Y tế', 'ubnd'],
      ['cc', 'service', 'Trung tâm Tài sản công', 'tc'],
    ] as const;
    for (const [agency, kind, name, parent] of rows) {
      await sql`insert into agency (id, kind, tier, parent_id, source) values (${agency}, ${kind}, 'province', ${parent}, 'thử')`.execute(
        database.db,
      );
      await sql`insert into agency_name (agency_id, kind, name, key) values (${agency}, 'official', ${name}, lower(${name}))`.execute(
        database.db,
      );
    }
    people = {
      coordinator: await person('Điều phối', 'coordinator', 'ubnd'),
      finance: await person('Tài chính', 'officer', 'tc'),
      head: await person('Giám đốc', 'head', 'tc'),
      health: await person('Y tế', 'officer', 'yt'),
      branch: await person('Trung tâm', 'officer', 'cc'),
      office: await person('Lãnh đạo', 'leader', 'ubnd'),
    };
    documentId = await storeGivenWork(database.db, people.coordinator.user.id, {
      number: '95/KH-UBND',
      day: '2025-12-08',
      tasks: [
        { quote: 'Lập kế hoạch đầu tư công', lead: ['tc'], coord: ['yt'] },
        { quote: 'Báo cáo đầu tư công', lead: ['tc'] },
      ],
    });
  });
  beforeEach(async () => {
    await sql`delete from duty`.execute(database.db);
    await sql`delete from notice`.execute(database.db);
    await sql`delete from assignment where reassigned or origins <> '{}'`.execute(database.db);
    await sql`insert into assignment (document_id, finding_kind, finding_id, role, agency_id, named_position, valid_from)
      select ${documentId}, 'task', f, 'lead', 'tc', 0, '2025-12-08' from unnest(array['n1', 'n2']) f
      where not exists (select from assignment a where a.finding_id = f and a.role = 'lead')`.execute(database.db);
    id = await storeDuty(
      database.db,
      { agency_id: 'tc', due: '2027-03-01', first_due: '2027-03-01', given_at: app.clock.now() },
      { documentId, findingId: 'n1' },
    );
    await linkOrigins();
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('is what the one table allows each of them, and nothing else', async () => {
    const { coordinator, finance, health, office } = people;
    expect((await page(finance)).may).toEqual(['accept', 'return', 'nameOfficer', 'describe']);
    expect((await page(coordinator)).may).toEqual(['reassign', 'drop', 'describe', 'join']);
    expect((await page(health)).may).toEqual([]);
    expect((await page(office)).may).toEqual([]);
    await expect(act(health, { verb: 'accept' })).rejects.toMatchObject({ code: 'notAllowed' });
    await expect(act(finance, { verb: 'drop', words: 'Không làm' })).rejects.toMatchObject({ code: 'notAllowed' });
    const accepted = await act(finance, { verb: 'accept' });
    expect(accepted.duty.stage).toBe('accepted');
    await expect(act(finance, { verb: 'accept' })).rejects.toMatchObject({ code: 'notPossibleNow' });
    await expect(
      actOnDuty(app, finance, id, { verb: 'nameOfficer', version: 1, officerId: null }),
    ).rejects.toMatchObject({
      code: 'changedMeanwhile',
      detail: { name: 'Tài chính' },
    });
  });

  it('is to return it in time and with a reason; the coordinator insists', async () => {
    const { coordinator, finance } = people;
    const returned = await act(finance, { verb: 'return', reason: 'wrongCompetence', words: 'Việc của Sở Y tế' });
    expect(returned.duty).toMatchObject({
      stage: 'returned',
      because: 'wrongCompetence',
      becauseWords: 'Việc của Sở Y tế',
    });
    expect(await told('dutyReturned')).toEqual(['Điều phối']);
    const kept = await act(coordinator, { verb: 'insist', words: 'Đúng chức năng của Sở' });
    expect(kept.duty).toMatchObject({ stage: 'accepted', because: null });
    expect(await told('dutyInsisted')).toEqual(['Giám đốc', 'Tài chính']);
    expect(await story()).toEqual(['insist', 'return']);
  });

  it('is not to return it after the days set for that', async () => {
    const { finance } = people;
    await sql`update duty set given_at = now() - interval '20 days' where id = ${id}`.execute(database.db);
    expect((await page(finance)).may).not.toContain('return');
    await expect(act(finance, { verb: 'return', reason: 'other', words: 'Không kịp' })).rejects.toMatchObject({
      code: 'dutyReturnIsLate',
      detail: { days: 3 },
    });
  });

  it('is to give it to another agency: there it begins anew, here it stands as it ended', async () => {
    const { coordinator, finance, health } = people;
    await act(finance, { verb: 'return', reason: 'wrongCompetence', words: 'Việc của Sở Y tế' });
    await sql`insert into agency (id, kind, tier, valid_until, source) values ('cu', 'department', 'province', '2025-03-01', 'thử')`.execute(
      database.db,
    );
    await expect(act(coordinator, { verb: 'reassign', agencyId: 'cu' })).rejects.toMatchObject({ code: 'agencyEnded' });
    await act(coordinator, { verb: 'reassign', agencyId: 'yt', words: 'Theo chức năng' });
    expect((await page(finance)).duty).toMatchObject({ stage: 'dropped', because: 'moved', state: null });
    const { rows } = await sql<{ id: string }>`select id from duty where agency_id = 'yt'`.execute(database.db);
    const given = await page(health, rows[0]?.id);
    expect(given.duty).toMatchObject({
      stage: 'assigned',
      due: '2027-03-01',
      origins: [{ documentId, quote: 'Lập kế hoạch đầu tư công' }],
    });
    expect(given.may).toContain('accept');
    expect(await workOn(database.db, today(app.clock), documentId)).toContain('n1 lead yt');
    expect(await workOn(database.db, '2026-01-01', documentId)).toContain('n1 lead tc');
    expect(await told('assigned')).toEqual(['Y tế']);
    // The new row carries the old one on: nothing is missing of it. (The second task never had a duty.)
    expect(await makeDueDuties(app)).toBe(1);
    await expect(act(coordinator, { verb: 'reassign', agencyId: 'yt' }, rows[0]?.id)).rejects.toMatchObject({
      code: 'dutyThereAlready',
    });
  });

  it('is to do it before another that waits for it, whoever has it then and whatever it was joined to', async () => {
    const { coordinator } = people;
    const waiting = await storeDuty(database.db, { agency_id: 'tc', waits_for: 'khi có kế hoạch', waits_for_duty: id });
    const otherId = await storeDuty(
      database.db,
      { agency_id: 'yt', due: '2027-03-01' },
      { documentId, findingId: 'n2' },
    );
    await act(coordinator, { verb: 'reassign', agencyId: 'yt' });
    const { rows } = await sql<{ id: string }>`
      select id from duty where agency_id = 'yt' and id <> ${otherId}`.execute(database.db);
    const given = rows[0]?.id ?? '';
    expect((await page(coordinator, waiting)).duty.waitsForDuty).toBe(given);
    expect(await story(waiting)).toEqual(['waitFor']);
    await act(coordinator, { verb: 'join', otherId: given, otherVersion: 1 }, otherId);
    expect((await waitingFor(database.db, otherId)).map((one) => one.id)).toEqual([waiting]);
    // A reorganisation joins two duties of one sentence and leaves each its own.
    const joined = { agency_id: 'yt', stage: 'dropped', because: 'joined', joined_into: given };
    const waitsToo = { agency_id: 'tc', waits_for_duty: await storeDuty(database.db, joined) };
    const also = await storeDuty(database.db, waitsToo);
    expect((await waitingFor(database.db, otherId)).map((one) => one.id).toSorted()).toEqual(
      [waiting, also].toSorted(),
    );
  });

  it('is to drop it and to pick it up again, with all that is below', async () => {
    const { coordinator, finance } = people;
    await act(finance, { verb: 'accept' });
    const { below } = await act(finance, { verb: 'addStep', content: 'Tổng hợp', due: '2027-01-15' });
    await act(coordinator, { verb: 'drop', words: 'Trung ương đã làm' });
    expect((await page(finance, below[0]?.id)).duty).toMatchObject({ stage: 'dropped', because: 'above' });
    await act(coordinator, { verb: 'pickUp' });
    expect((await page(finance)).duty.stage).toBe('assigned');
    expect((await page(finance, below[0]?.id)).duty.stage).toBe('accepted');
  });

  it('is to name the officer in charge, somebody of the agency', async () => {
    const { head, finance, health } = people;
    await expect(act(head, { verb: 'nameOfficer', officerId: health.user.id })).rejects.toMatchObject({
      code: 'officerNotThere',
    });
    const named = await act(head, { verb: 'nameOfficer', officerId: finance.user.id });
    expect(named.duty.officer?.name).toBe('Tài chính');
    expect(await told('named')).toEqual(['Tài chính']);
    expect((await officersOf(app, id)).map(({ name }) => name)).toEqual(['Giám đốc', 'Tài chính']);
  });

  it('is to say that what it waited for has happened: the words say when it is due, or somebody does', async () => {
    const { finance } = people;
    const waits = (words: string) =>
      sql`update duty set waits_for = ${words}, due = null, first_due = null where id = ${id}`.execute(database.db);
    await waits('15 ngày sau khi Trung ương giao vốn');
    const { duty } = await act(finance, { verb: 'begin', happenedOn: '2026-03-02' });
    expect(duty).toMatchObject({ waitsFor: null, startsOn: '2026-03-02', due: '2026-03-17', firstDue: '2026-03-17' });
    await waits('khi có hướng dẫn');
    await expect(act(finance, { verb: 'begin', happenedOn: '2026-03-02' })).rejects.toMatchObject({
      code: 'dutyDueNeeded',
    });
    // 28/06/2026 is a Sunday: as any deadline, it ends on the next working day.
    const set = await act(finance, { verb: 'begin', happenedOn: '2026-03-02', due: '2026-06-28' });
    expect(set.duty.due).toBe('2026-06-29');
  });

  it('is to divide it: steps with deadlines of their own, parts that agencies below take on or return', async () => {
    const { finance, branch, coordinator } = people;
    await act(finance, { verb: 'accept' });
    const late = { verb: 'addStep', content: 'Trình duyệt', due: '2027-04-01' } as const;
    await expect(act(finance, late)).rejects.toMatchObject({ code: 'dutyDueBeyond', detail: { due: '2027-03-01' } });
    await act(finance, { ...late, because: 'Ủy ban họp sau thời hạn' });
    await expect(
      act(finance, { verb: 'addPart', content: 'Rà soát', due: '2027-01-15', agencyId: 'yt' }),
    ).rejects.toMatchObject({ code: 'agencyNotBelow' });
    expect((await agenciesBelowDuty(app, id)).map(({ name }) => name)).toEqual(['Trung tâm Tài sản công']);
    const whole = await act(finance, { verb: 'addPart', content: 'Rà soát', due: '2027-01-15', agencyId: 'cc' });
    const part = whole.below.find(({ kind }) => kind === 'part')?.id;
    const seen = await page(branch, part);
    expect(seen.above.map((one) => one.id)).toEqual([id]);
    expect(seen.may).toEqual(['accept', 'return', 'nameOfficer', 'describe']);
    await act(branch, { verb: 'return', reason: 'duplicate', words: 'Đã làm năm trước' }, part);
    expect(await told('dutyReturned')).toEqual(['Giám đốc', 'Tài chính']);
    // Whoever handed it down decides, not the coordinator.
    await expect(act(coordinator, { verb: 'insist', words: 'Làm lại' }, part)).rejects.toMatchObject({
      code: 'notAllowed',
    });
    const kept = await act(finance, { verb: 'insist', words: 'Số liệu đã khác' }, part);
    expect(kept.duty.stage).toBe('accepted');
  });

  it('is to make one of two that serve two documents, and two of it again', async () => {
    const { coordinator, finance } = people;
    const otherId = await storeDuty(
      database.db,
      { agency_id: 'tc', due: '2027-02-01', stage: 'accepted' },
      { documentId, findingId: 'n2' },
    );
    await linkOrigins();
    expect(await joinableDuties(app, id)).toMatchObject([{ id: otherId }]);
    const joined = await act(coordinator, { verb: 'join', otherId, otherVersion: 1 });
    expect(joined.duty).toMatchObject({ due: '2027-02-01', origins: [{ findingId: 'n1' }, { findingId: 'n2' }] });
    expect((await page(finance, otherId)).duty).toMatchObject({ stage: 'dropped', because: 'joined', joinedInto: id });
    expect(await makeDueDuties(app)).toBe(0);
    const apart = await act(coordinator, { verb: 'separate', documentId, findingKind: 'task', findingId: 'n2' });
    expect(apart.duty).toMatchObject({ due: '2027-03-01', origins: [{ findingId: 'n1' }] });
    expect((await page(finance, otherId)).duty).toMatchObject({
      stage: 'accepted',
      because: null,
      origins: [{ findingId: 'n2' }],
    });
    expect(await story(otherId)).toEqual(['separate', 'joinedInto']);
  });

  it('is made one with another by two people at once, each into the other: the second is told of the first', async () => {
    const { coordinator } = people;
    const otherId = await storeDuty(
      database.db,
      { agency_id: 'tc', due: '2027-02-01', stage: 'accepted' },
      { documentId, findingId: 'n2' },
    );
    await linkOrigins();
    const versions = new Map([
      [id, (await page(coordinator)).duty.version],
      [otherId, (await page(coordinator, otherId)).duty.version],
    ]);
    const join = (into: string, from: string) =>
      actOnDuty(app, coordinator, into, {
        ...{ verb: 'join', version: versions.get(into) ?? 0, otherId: from, otherVersion: versions.get(from) ?? 0 },
      }).then(
        () => 'joined',
        (error: { code: string }) => error.code,
      );
    const both = await database.db.transaction().execute(async (trx) => {
      // What is asked between the one duty and the other.
      await sql`lock table calendar_day in access exclusive mode`.execute(trx);
      const outcomes = [join(id, otherId), join(otherId, id)];
      await untilBlocked(database.db, 2);
      return outcomes;
    });
    expect((await Promise.all(both)).toSorted()).toEqual(['changedMeanwhile', 'joined']);
    const stages = [(await page(coordinator)).duty, (await page(coordinator, otherId)).duty].map(({ stage }) => stage);
    expect(stages.filter((stage) => stage === 'dropped')).toHaveLength(1);
  });

  it('is to wait for another that is still to be done, and of two never each for the other', async () => {
    const { coordinator } = people;
    const waiting = () => storeDuty(database.db, { agency_id: 'tc', waits_for: 'khi có kế hoạch' });
    const [one, other] = [await waiting(), await waiting()];
    const wait = (duty: string, otherId: string) =>
      actOnDuty(app, coordinator, duty, { verb: 'waitFor', version: 1, otherId }).then(
        () => 'waits',
        (error: { code: string }) => error.code,
      );
    const both = await database.db.transaction().execute(async (trx) => {
      await sql`lock table calendar_day in access exclusive mode`.execute(trx);
      const outcomes = [wait(one, other), wait(other, one)];
      await untilBlocked(database.db, 2);
      return outcomes;
    });
    expect((await Promise.all(both)).toSorted()).toEqual(['invalidInput', 'waits']);
    await sql`update duty set stage = 'done', done_on = '2026-01-05' where id = ${id}`.execute(database.db);
    expect(await wait(await waiting(), id)).toBe('notPossibleNow');
  });
});
