import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { countUnread, listNotices, markRead } from '../store/notices.ts';
import { takeFromOutbox } from '../store/outbox.ts';
import { type News, notify } from './notify.ts';
import { createUser } from './sign-in.ts';

const at = new Date('2026-03-02T02:00:00Z');

describe.each(engines)('telling people on $name', (engine) => {
  let database: FreshDatabase;
  const people: Record<string, string> = {};
  const person = (name: string): string => people[name] ?? '';

  beforeAll(async () => {
    database = await freshDatabase(engine);
    const { db } = database;
    await db
      .insertInto('agency')
      .values(
        ['tinh', 'so', 'phong', 'khac'].map((id) => ({
          id,
          kind: 'department' as const,
          profile: null,
          tier: 'province' as const,
          place_id: null,
          parent_id: id === 'so' || id === 'khac' ? 'tinh' : id === 'phong' ? 'so' : null,
          symbol: null,
          exchange_code: null,
          contact: null,
          valid_from: null,
          valid_until: null,
          source: 'thử',
        })),
      )
      .execute();
    // Kept by triggers where they are there already.
    await db
      .insertInto('agency_reach')
      .values(
        ['tinh so', 'tinh phong', 'tinh khac', 'so phong', 'tinh tinh', 'so so', 'phong phong', 'khac khac'].map(
          (pair) => ({ above_id: pair.split(' ')[0] ?? '', agency_id: pair.split(' ')[1] ?? '' }),
        ),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    for (const name of ['head', 'officer', 'gone', 'coordinator', 'other']) {
      const user = await createUser(db, { name, email: `${name}@thu.vn`, password: 'mat-khau-thu' });
      people[name] = user.id;
    }
    const post = (name: string, role: string, agency: string, until: string | null = null) => ({
      id: randomUUID(),
      user_id: person(name),
      role,
      agency_id: agency,
      valid_from: '2025-01-01',
      valid_until: until,
      given_by: null,
    });
    await db
      .insertInto('post')
      .values([
        post('head', 'head', 'so'),
        post('officer', 'officer', 'so'),
        post('gone', 'officer', 'so', '2026-01-01'),
        post('coordinator', 'coordinator', 'tinh'),
        post('other', 'officer', 'khac'),
      ])
      .execute();
  });

  afterAll(() => database.drop());

  const tell = (news: News[], by: string | null = null) =>
    database.db
      .transaction()
      .execute((trx) => notify(trx, { by: by === null ? null : { id: person(by), name: by, email: by }, at }, news));

  it('reaches who holds a post in the agency today, and nobody whose post has ended or is elsewhere', async () => {
    const told = await tell([
      { kind: 'assigned', to: [{ agencyId: 'so', roles: ['head', 'officer'] }], details: { what: 'Xây trường' } },
    ]);
    expect(told.sort()).toEqual([person('head'), person('officer')].sort());
  });

  it('reaches from above who looks after all below', async () => {
    const told = await tell([
      { kind: 'dutyReturned', to: [{ reaching: 'phong', roles: ['coordinator'] }], details: { reason: 'trùng' } },
    ]);
    expect(told).toEqual([person('coordinator')]);
  });

  it('tells each person once and nobody what they did themselves', async () => {
    const to = [{ agencyId: 'so', roles: ['head', 'officer'] }, { userId: person('officer') }];
    expect(await tell([{ kind: 'submitted', to, details: {} }], 'head')).toEqual([person('officer')]);
  });

  it('leaves nothing of a transaction that did not come to its end', async () => {
    const before = await countUnread(database.db, person('other'), [], 100);
    const failing = database.db.transaction().execute(async (trx) => {
      await notify(trx, { by: null, at }, [{ kind: 'urged', to: [{ userId: person('other') }], details: {} }]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await countUnread(database.db, person('other'), [], 100)).toBe(before);
  });

  it('lists latest first without what a person hid, and marks as read', async () => {
    await tell([
      { kind: 'overdue', to: [{ userId: person('other') }], details: { days: 3 } },
      { kind: 'dueSoon', to: [{ userId: person('other') }], details: { days: 5 } },
    ]);
    const { db } = database;
    const all = await listNotices(db, person('other'), [], { limit: 10 });
    expect(all.map(({ kind }) => kind)).toEqual(['dueSoon', 'overdue']);
    expect((await listNotices(db, person('other'), ['dueSoon'], { limit: 10 })).map(({ kind }) => kind)).toEqual([
      'overdue',
    ]);
    expect(await markRead(db, person('other'), { ids: [all[0]?.id ?? 0] }, at)).toBe(1);
    expect(await countUnread(db, person('other'), [], 100)).toBe(1);
    expect(await markRead(db, person('head'), { upTo: all[0]?.id ?? 0 }, at)).toBeGreaterThan(0);
    expect(await countUnread(db, person('other'), [], 100)).toBe(1);
  });

  it('leaves what is to be mailed with the transaction, each job taken over once', async () => {
    const { db } = database;
    await db.transaction().execute((trx) => takeFromOutbox(trx, ['tell'], 1000));
    await tell([{ kind: 'urged', to: [{ userId: person('other') }], details: { what: 'Nộp báo cáo' } }]);
    const twice = await Promise.all(
      [0, 1].map(() => db.transaction().execute((trx) => takeFromOutbox(trx, ['tell'], 1000))),
    );
    expect(twice.flat()).toMatchObject([
      {
        queue: 'tell',
        data: { news: [{ kind: 'urged', userIds: [person('other')], details: { what: 'Nộp báo cáo' } }] },
      },
    ]);
  });
});
