import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { storeUser } from '../../test/readings.ts';
import { recordActions } from './actions.ts';
import { searchAudit, verifyChain } from './audit.ts';
import type { Db } from './database.ts';

describe.each(engines)('the audit log, on $name', (engine) => {
  let database: FreshDatabase;
  let db: Db;
  let userId: string;

  const record = (subjectId: string, at = new Date('2026-02-03T04:05:06.789Z')) =>
    recordActions(db, [
      {
        operation: randomUUID(),
        at,
        userId,
        verb: 'correct',
        documentId: null,
        subjectKind: 'agency',
        subjectId,
        reason: 'Đính chính "tên" \\ ₫',
        before: { name: 'Sở cũ', count: 1.5 },
        after: { name: 'Sở mới', count: null },
      },
    ]);

  /** As somebody who owns the database can: past every trigger. */
  const tamper = (statement: string) =>
    db.transaction().execute(async (trx) => {
      await sql`set local session_replication_role = replica`.execute(trx);
      await sql.raw(statement).execute(trx);
    });

  const faults = async (noted?: string) => (await verifyChain(db, noted)).faults.map(({ kind }) => kind);

  beforeEach(async () => {
    database = await freshDatabase(engine);
    db = database.db;
    userId = await storeUser(db);
    for (const id of ['a', 'b', 'c', 'd']) await record(id);
    return () => database.drop();
  });

  it('is whole after its own writing, in one transaction or many, whatever the time zone of the session', async () => {
    await db.transaction().execute(async (trx) => {
      await sql`set local timezone to 'America/Lima'`.execute(trx);
      await recordActions(
        trx,
        ['e', 'f'].map((subjectId) => ({
          operation: randomUUID(),
          at: new Date('2026-02-03T04:05:06Z'),
          userId,
          verb: 'accept',
          documentId: null,
          subjectKind: 'task',
          subjectId,
          reason: null,
          before: null,
          after: { review: 'accepted' },
        })),
      );
    });
    const { actions, head, faults: found } = await verifyChain(db);
    expect([actions, found]).toEqual([6, []]);
    expect(head).toMatch(/^6:[0-9a-f]{64}$/);
  });

  it('is one chain where many write at once', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, index) => record(`at-once-${index}`)));
    expect(await verifyChain(db)).toMatchObject({ actions: 44, faults: [] });
  });

  it('seals nothing of what was rolled back', async () => {
    await expect(
      db.transaction().execute(async (trx) => {
        await sql`insert into action (at, user_id, operation, verb, subject_kind, subject_id)
          values (now(), ${userId}, ${randomUUID()}, 'accept', 'task', 'x')`.execute(trx);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await verifyChain(db)).toMatchObject({ actions: 4, faults: [] });
  });

  it.each([
    ['a word changed in an action', `update action set reason = 'khác' where subject_id = 'b'`, ['altered']],
    [
      'a value changed in what was before',
      `update action set before = '{"name":"x"}' where subject_id = 'c'`,
      ['altered'],
    ],
    ['the person changed', `update action set user_id = 'somebody-else' where subject_id = 'a'`, ['altered']],
    ['an action removed', `delete from action where subject_id = 'b'`, ['removed']],
    [
      'an action removed with its seal',
      `with gone as (delete from action where subject_id = 'b' returning id) delete from action_seal where action_id in (select id from gone)`,
      ['gap', 'altered'],
    ],
    [
      'an action added past the program',
      `insert into action (at, user_id, operation, verb, subject_kind, subject_id, province)
        select at, user_id, operation, 'accept', subject_kind, 'x', province from action limit 1`,
      ['unsealed'],
    ],
    ['two seals exchanged', `update action_seal set hash = sha256(hash) where position = 2`, ['altered', 'altered']],
  ])('shows %s', async (_, statement, expected) => {
    await tamper(statement);
    expect(await faults()).toEqual(expected);
  });

  it('shows that its end was cut off or made anew where a head was noted before', async () => {
    const { head } = await verifyChain(db);
    await record('e');
    expect(await faults(head ?? '')).toEqual([]);
    await tamper(`with gone as (delete from action where subject_id in ('d', 'e') returning id)
      delete from action_seal where action_id in (select id from gone)`);
    expect(await faults()).toEqual([]);
    expect(await faults(head ?? '')).toEqual(['head']);
  });

  it('refuses to be emptied', async () => {
    await expect(sql`truncate action cascade`.execute(db)).rejects.toThrow('recorded actions are not changed');
    await expect(sql`delete from action_seal`.execute(db)).rejects.toThrow('recorded actions are not changed');
  });

  it('is searched by person, deed, subject, day and words, a part at a time, latest first', async () => {
    await record('late', new Date('2026-03-01T17:30:00Z'));
    const ids = async (query: Parameters<typeof searchAudit>[1]) =>
      (await searchAudit(db, query, { limit: 10 })).map(({ subjectId }) => subjectId);
    // Half past midnight of 2 March in Việt Nam.
    expect(await ids({ from: '2026-03-02' })).toEqual(['late']);
    expect(await ids({ to: '2026-03-01' })).toEqual(['d', 'c', 'b', 'a']);
    expect(await ids({ user: userId, kind: 'agency', verb: 'correct', q: 'LATE' })).toEqual(['late']);
    expect(await ids({ q: '%' })).toEqual([]);
    const [first] = await searchAudit(db, {}, { limit: 1 });
    const rest = await searchAudit(db, {}, { limit: 2, before: first?.id });
    expect(rest.map(({ subjectId }) => subjectId)).toEqual(['d', 'c']);
    expect(first).toMatchObject({ by: { id: userId }, before: { name: 'Sở cũ' }, address: null, document: null });
  });
});
