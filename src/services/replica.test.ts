import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../test/condition.ts';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { storeUser } from '../../test/readings.ts';
import { hasReplicas, type StreamingReplica, startReplicaOf } from '../../test/replica.ts';
import { givePost, putTestAgency, testAgency } from '../../test/running-server.ts';
import type { Person } from '../registry/may.ts';
import { type Db, openDatabase } from '../store/database.ts';
import { findSetting, putSetting } from '../store/settings.ts';
import { changesSince } from '../store/standing-changes.ts';
import { type App, appFor, createApp, inOneReading } from './app.ts';
import { getMyWork } from './my-work.ts';
import { getOverview } from './overview.ts';
import { getPublicOverview, portalOf } from './portal.ts';
import { search } from './search.ts';

if (!hasReplicas) console.warn('LEFT OUT: replicas, for this machine has no pg_basebackup of PostgreSQL 15.');

describe.runIf(hasReplicas).each(engines)('a streaming replica, on $name', (engine) => {
  let database: FreshDatabase;
  let server: StreamingReplica;
  /** The replica itself, asked directly. */
  let replica: Db;
  let primary: Db;
  let app: App;
  let own: App;
  let person: Person;
  beforeAll(async () => {
    database = await freshDatabase(engine);
    // As a server for use waits for the disk, or nobody could tell what was acknowledged.
    await sql`alter database ${sql.id(new URL(database.url).pathname.slice(1))} set synchronous_commit = on`.execute(
      database.db,
    );
    primary = openDatabase(database.url, () => undefined);
    const user = { id: await storeUser(database.db), name: 'Cán bộ', email: 'a@thu.vn' };
    await putTestAgency(database.db);
    await givePost(database.db, user.id, 'coordinator');
    person = { user, posts: [{ role: 'coordinator', agencyId: testAgency }] };
    server = await startReplicaOf(engine);
    const url = server.url(new URL(database.url).pathname.slice(1));
    replica = openDatabase(url, () => undefined);
    app = await createApp({ db: primary, readDatabaseUrl: url, maxFileBytes: 1, demo: false });
    own = appFor(app, person, '127.0.0.1');
  });
  afterAll(async () => {
    await app.close();
    await Promise.all([replica.destroy(), primary.destroy()]);
    await server.stop();
    await database.drop();
  });

  type Asked = { replica: boolean; person: string | null; role: string };
  const ask = async (db: Db): Promise<Asked> => {
    const { rows } =
      await sql<Asked>`select pg_is_in_recovery() as replica, person_id() as person, current_user as role`.execute(db);
    return rows[0] as Asked;
  };
  const reading = () => inOneReading(own, (one) => ask(one.db));
  /** What it answered: the next question may find it behind what the database itself has just written. */
  const byReplica = () =>
    until('the replica to be asked', async () => {
      const asked = await reading();
      return asked.replica ? asked : undefined;
    });
  /** As the first thing after a writing that was acknowledged. */
  const writtenAndRead = async (value: number) => {
    await putSetting(primary, 'thử', value);
    return inOneReading(app, async ({ db }) => ({ found: await findSetting(db, 'thử'), ...(await ask(db)) }));
  };

  it('is asked for what is only read, behind the same wall for the same person, and for the public behind theirs', async () => {
    expect(await byReplica()).toMatchObject({ person: person.user.id, role: 'tiendo_person' });
    const asPublic = await until('the public to be answered by it', async () => {
      const asked = await portalOf(app).ask(ask);
      return asked.replica ? asked : undefined;
    });
    expect(asPublic).toMatchObject({ role: 'tiendo_public', person: '' });
  });

  it('answers the pages that are asked of it without the primary', async () => {
    await byReplica();
    await getMyWork(own, person, 10);
    await getOverview(own, { document: [], year: 2026, tier: [] });
    const nothing = { kind: [], year: [], agency: [], standing: [], offset: 0, limit: 20 };
    await search(own, { ...nothing, q: 'đề án' });
    await getPublicOverview(portalOf(app));
    // One that had failed would rest.
    expect(await until('it to be asked again', () => app.replica?.fresh())).toBeDefined();
  });

  it('never hides what was just written, whoever of both answers', async () => {
    for (let value = 0; value < 50; value++) expect((await writtenAndRead(value)).found).toBe(value);
  });

  it('that lags is passed by until it has caught up', async () => {
    await byReplica();
    await sql`select pg_wal_replay_pause()`.execute(replica);
    await until('it to stand still', async () => {
      const { rows } = await sql<{ state: string }>`select pg_get_wal_replay_pause_state() as state`.execute(replica);
      return rows[0]?.state === 'paused' || undefined;
    });
    expect(await writtenAndRead(-1)).toMatchObject({ found: -1, replica: false });
    expect(await writtenAndRead(-2)).toMatchObject({ found: -2, replica: false });
    await sql`select pg_wal_replay_resume()`.execute(replica);
    await byReplica();
    expect(await inOneReading(app, ({ db }) => findSetting(db, 'thử'))).toBe(-2);
  });

  it('takes for seen nothing of what was still going on when standings were kept', async () => {
    const begun = Promise.withResolvers<void>();
    const rest = Promise.withResolvers<void>();
    const going = primary.transaction().execute(async (trx) => {
      await sql`insert into standing_change (agency_id) values ('so-dang-ghi')`.execute(trx);
      begun.resolve();
      await rest.promise;
    });
    await begun.promise;
    // A later one that has ended: the snapshot ends behind the one that goes on.
    await putSetting(primary, 'thử', 8);
    await byReplica();
    const { snapshot } = await changesSince(replica, null);
    rest.resolve();
    await going;
    await byReplica();
    const { changes } = await changesSince(replica, snapshot);
    expect(changes.map(({ agencyId }) => agencyId)).toEqual(['so-dang-ghi']);
  });

  it('that fails is no failure: the primary answers', async () => {
    await byReplica();
    await server.stop();
    expect(await writtenAndRead(7)).toMatchObject({ found: 7, replica: false });
    expect((await reading()).person).toBe(person.user.id);
  });
});
