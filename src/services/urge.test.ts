import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { givePost, putTestAgency, testAgency } from '../../test/running-server.ts';
import { daysSilent, idleDays } from '../registry/idle.ts';
import { listNotices } from '../store/notices.ts';
import { putLadder } from '../store/urgings.ts';
import type { App } from './app.ts';
import { countHealth, listHealth } from './owner-health.ts';
import { createUser } from './sign-in.ts';
import { runUrging } from './urge.ts';

describe.each(engines)('urging on $name', (engine) => {
  let database: FreshDatabase;
  const people = new Map<string, string>();

  beforeAll(async () => {
    database = await freshDatabase(engine);
    const { db } = database;
    await putTestAgency(db);
    for (const role of ['officer', 'head', 'leader'] as const) {
      const { id } = await createUser(db, { name: role, email: `${role}@thu.vn`, password: 'mat-khau-thu' });
      people.set(role, id);
      await givePost(db, id, role);
    }
    const { id } = await createUser(db, { name: 'other', email: 'other@thu.vn', password: 'mat-khau-thu' });
    people.set('other', id);
    await givePost(db, id, 'officer');
  });

  afterAll(() => database.drop());

  async function putDuty(due: string | null, fields: { officer?: string; stage?: string } = {}): Promise<string> {
    const id = randomUUID();
    const officerId = fields.officer === undefined ? null : (people.get(fields.officer) ?? null);
    await database.db
      .insertInto('duty')
      .values({
        id,
        root_id: id,
        agency_id: testAgency,
        kind: 'assigned',
        content: `Việc ${due}`,
        first_due: due,
        due,
        officer_id: officerId,
        stage: fields.stage ?? 'accepted',
        given_at: new Date('2026-01-05T00:00:00Z'),
      })
      .execute();
    return id;
  }
  const run = (day: string) => runUrging({ db: database.db, clock: { now: () => new Date(`${day}T06:00:00+07:00`) } });
  const story = async (dutyId: string) => {
    const rows = await database.db
      .selectFrom('urging')
      .select(['step', 'at', 'user_ids'])
      .where('duty_id', '=', dutyId)
      .orderBy('id')
      .execute();
    const nameOf = (id: string) => [...people].find(([, own]) => own === id)?.[0] ?? id;
    return rows.map(
      ({ step, at, user_ids }) =>
        `${at.toISOString().slice(0, 10)} ${step}: ${user_ids.map(nameOf).toSorted().join(', ')}`,
    );
  };

  it('goes up the ladder day by day, each step once although two servers run it', async () => {
    const own = await putDuty('2026-03-13', { officer: 'officer' });
    const nobodys = await putDuty('2026-03-13');
    for (let day = 1; day <= 31; day++) {
      const date = `2026-03-${String(day).padStart(2, '0')}`;
      await Promise.all([run(date), run(date)]);
    }
    // The calendar of this database is empty: Monday to Friday. The runs are at six in the morning in Việt Nam.
    expect(await story(own)).toEqual([
      '2026-03-05 dueSoon: officer',
      '2026-03-12 dueToday: officer',
      '2026-03-15 overdue: officer',
      '2026-03-19 toHead: head',
      '2026-03-26 toLeader: leader',
    ]);
    expect((await story(nobodys))[0]).toBe('2026-03-05 dueSoon: officer, other');
    const told = await listNotices(database.db, people.get('leader') ?? '', [], { limit: 10 });
    expect(told.map(({ kind, details }) => [kind, details.days])).toEqual([
      ['toLeader', 10],
      ['toLeader', 10],
    ]);
  });

  it('leaves alone what is done, reported, without a deadline, or has a new one that is far', async () => {
    const done = await putDuty('2026-04-01', { stage: 'done' });
    const reported = await putDuty('2026-04-01', { stage: 'reported' });
    const open = await putDuty(null);
    const moved = await putDuty('2026-04-01');
    await run('2026-04-02');
    expect(await story(moved)).toEqual(['2026-04-01 overdue: officer, other']);
    await database.db.updateTable('duty').set({ due: '2026-04-30' }).where('id', '=', moved).execute();
    await run('2026-04-03');
    for (const id of [done, reported, open]) expect(await story(id)).toEqual([]);
    expect(await story(moved)).toHaveLength(1);
    // The same steps again for the new deadline.
    await run('2026-04-30');
    expect((await story(moved)).at(-1)).toBe('2026-04-29 dueToday: officer, other');
  });

  it('follows a ladder that was changed, and refuses a change of what was changed meanwhile', async () => {
    const { db } = database;
    const steps = [{ kind: 'toLeader' as const, days: 2 }];
    expect(await putLadder(db, null, { steps, version: 0 })).toBe(true);
    expect(await putLadder(db, null, { steps, version: 0 })).toBe(false);
    const duty = await putDuty('2026-05-04');
    await run('2026-05-05');
    expect(await story(duty)).toEqual([]);
    await run('2026-05-06');
    expect(await story(duty)).toEqual(['2026-05-05 toLeader: leader']);
  });

  it('is not all: open work that nobody has, that was never spoken of or is silent for long is listed with why, the longest first', async () => {
    const { db } = database;
    await db.deleteFrom('urging').execute();
    await sql`update duty set stage = 'done', done_on = '2026-01-05'`.execute(db);
    const app = { db, clock: { now: () => new Date('2026-04-20T02:00:00Z') } } as unknown as App;
    const [silent, spoken, waiting] = [
      await putDuty(null),
      await putDuty(null, { officer: 'officer' }),
      await putDuty(null),
    ];
    await sql`update duty set waits_for = 'sau khi đề án được duyệt' where id = ${waiting}`.execute(db);
    const say = async (dutyId: string, sentAt: string, stage = 'sent') => {
      const by = people.get('officer') ?? '';
      await sql`insert into progress (id, duty_id, agency_id, author_id, stage, created_at, changed_at, sent_at, sent_by)
        values (${randomUUID()}, ${dutyId}, ${testAgency}, ${by}, ${stage}, ${sentAt}, ${sentAt},
          ${stage === 'sent' ? sentAt : null}, ${by})`.execute(db);
    };
    await say(spoken, '2026-03-10T02:00:00Z');
    // A draft is nobody's to hear.
    await say(silent, '2026-04-19T02:00:00Z', 'draft');
    const listed = async (fault?: 'idle90') =>
      (await listHealth(app, { fault }, { limit: 10 })).rows.map(({ id, faults, saidOn }) => [id, saidOn, faults]);
    const far = ['idle30', 'idle60', 'idle90'];
    expect(await listed()).toEqual(
      [
        [silent, null, ['noOfficer', 'neverSaid', ...far, 'nobodyCame']],
        [waiting, null, ['noOfficer', 'nobodyCame']],
      ]
        .toSorted(([one], [other]) => (String(one) < String(other) ? -1 : 1))
        .concat([[spoken, '2026-03-10', ['idle30', 'nobodyCame']]]),
    );
    expect(await listed('idle90')).toEqual([[silent, null, ['noOfficer', 'neverSaid', ...far, 'nobodyCame']]]);
    const days = { givenOn: '2026-01-05', saidOn: '2026-03-10' };
    expect(daysSilent(days, '2026-04-20') > idleDays && daysSilent(days, '2026-04-09') <= idleDays).toBe(true);
    const atTheEdge = { ...app, clock: { now: () => new Date('2026-04-09T02:00:00Z') } };
    expect((await countHealth(atTheEdge, {})).faults.idle30).toBe(1);
    expect(await countHealth(app, {})).toEqual({
      ...{ open: 3, any: 3 },
      faults: { noOfficer: 2, neverSaid: 1, idle30: 2, idle60: 1, idle90: 1, nobodyCame: 3 },
    });
    // Page by page nothing is lost or told twice.
    const first = await listHealth(app, {}, { limit: 2 });
    const second = await listHealth(app, {}, { after: first.next ?? undefined, limit: 2 });
    expect([...first.rows, ...second.rows].map(({ id }) => id).toSorted()).toEqual(
      [silent, spoken, waiting].toSorted(),
    );
    await db
      .updateTable('app_user')
      .set({ seen_at: new Date('2026-04-01') })
      .where('id', '=', people.get('officer') ?? '')
      .execute();
    expect((await countHealth(app, { agency: testAgency })).faults.nobodyCame).toBe(0);
  });
});
