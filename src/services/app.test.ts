import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../test/condition.ts';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { planText } from '../../test/plan-text.ts';
import { storeUser } from '../../test/readings.ts';
import { givePost, putTestAgency } from '../../test/running-server.ts';
import { migrationsFolder } from '../installation.ts';
import { type Db, openDatabase } from '../store/database.ts';
import { getImport, insertImport } from '../store/imports.ts';
import { migrate } from '../store/migrate.ts';
import { findSession } from './accounts/sessions.ts';
import { appFor, createApp } from './app.ts';
import { demoAccounts, demoIsDue, loadDemo } from './demo.ts';
import { importDocument, startImport } from './import-document.ts';
import { endImport, endLeftImports } from './imports.ts';
import { jobWork } from './job-work.ts';
import { actorOf } from './posts.ts';
import { prepareServerRoles } from './prepare-server-roles.ts';
import { signIn } from './sign-in.ts';

const from = { address: '127.0.0.1', device: '' };

describe.each(engines)('an installation, on $name', (engine) => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase(engine);
  });
  afterAll(() => database.drop());

  const open = (demo: boolean) => createApp({ db: database.db, maxFileBytes: 1_000_000, demo });
  const text = (content: string) => [Buffer.from(content)];

  it('that is empty loads the demo once: its accounts can sign in and its documents are there', async () => {
    const app = await open(true);
    expect([await demoIsDue(app), await demoAccounts(app)]).toEqual([true, []]);
    const { refused } = await loadDemo(app, [
      { name: 'một.txt', content: text(planText('1')) },
      { name: 'hỏng.docx', content: text('không phải Word') },
    ]);
    expect(refused).toEqual(['hỏng.docx']);
    expect(await demoIsDue(app)).toBe(false);
    for (const account of await demoAccounts(app)) {
      expect(await signIn(app, account, from)).toMatchObject({ opened: { user: { name: account.name } } });
    }
    expect(await database.db.selectFrom('document').select('number').execute()).toEqual([{ number: '1/NQ-HĐND' }]);
    await app.close();
  });

  it('goes on with a demo whose loading was interrupted', async () => {
    await database.db
      .updateTable('setting')
      .set({ value: JSON.stringify({ state: 'loading' }) })
      .where('name', '=', 'demo')
      .execute();
    const app = await open(true);
    expect(await demoIsDue(app)).toBe(true);
    await loadDemo(app, [
      { name: 'một.txt', content: text(planText('1')) },
      { name: 'hai.txt', content: text(planText('2')) },
    ]);
    expect(await demoIsDue(app)).toBe(false);
    expect(await database.db.selectFrom('document').select('number').orderBy('number').execute()).toEqual([
      { number: '1/NQ-HĐND' },
      { number: '2/NQ-HĐND' },
    ]);
    await app.close();
  });

  it('whose operator switched the demo off shows no demo accounts', async () => {
    const app = await open(false);
    expect([await demoIsDue(app), await demoAccounts(app)]).toEqual([false, []]);
    await app.close();
  });

  it('keeps its people signed in over a restart', async () => {
    const first = await open(true);
    const [account] = await demoAccounts(first);
    if (!account) throw new Error('no demo account');
    const answer = await signIn(first, account, from);
    await first.close();
    const second = await open(true);
    const token = 'opened' in answer ? answer.opened.token : '';
    expect((await findSession(second, token))?.user.email).toBe(account.email);
    await second.close();
  });

  it('marks imports that a server left running as interrupted when it starts', async () => {
    const id = randomUUID();
    await insertImport(database.db, {
      id,
      fileName: 'dở dang.docx',
      userId: await storeUser(database.db),
      at: new Date(),
      server: 0,
    });
    const app = await open(false);
    expect(await getImport(database.db, id)).toMatchObject({
      state: 'refused',
      refusal: { code: 'importInterrupted' },
    });
    await app.close();
  });

  it('leaves imports alone that another server has in hand, until that is gone; what was given up stores nothing', async () => {
    const [one, other] = [await open(false), await open(false)];
    const user = { id: await storeUser(database.db), name: 'Cán bộ', email: 'a@thu.vn' };
    const rest = Promise.withResolvers<void>();
    async function* slowly() {
      yield Buffer.from(planText('9').slice(0, 100));
      await rest.promise;
      yield Buffer.from(planText('9').slice(100));
    }
    const [going, cancelled] = await Promise.all(
      [1, 2].map((n) => startImport(one, user, { name: `dài-${n}.txt`, content: slowly() })),
    );
    if (!going || !cancelled) throw new Error('not begun');
    await endLeftImports(other);
    expect(await getImport(database.db, going.id)).toMatchObject({ state: 'running' });
    await endImport(other, user, cancelled.id);
    await one.place.close();
    await until('the other to know', async () => {
      await endLeftImports(other);
      return (await getImport(database.db, going.id)).refusal?.code === 'importInterrupted' || undefined;
    });
    rest.resolve();
    expect((await going.ended).refusal?.code).toBe('importInterrupted');
    expect((await cancelled.ended).refusal?.code).toBe('importCancelled');
    expect(await database.db.selectFrom('document').select('id').where('number', '=', '9/NQ-HĐND').execute()).toEqual(
      [],
    );
    await one.close();
    await other.close();
  });

  it('ends what runs when it is closed, and keeps nothing of it', async () => {
    const app = await open(false);
    const user = { id: await storeUser(database.db), name: 'Cán bộ', email: 'a@thu.vn' };
    const before = await database.db.selectFrom('document').select('id').execute();
    const { ended } = await startImport(app, user, { name: 'dài.txt', content: text(planText('3').repeat(500)) });
    await app.close();
    expect((await ended).refusal?.code).toBe('importCancelled');
    expect(await database.db.selectFrom('document').select('id').execute()).toEqual(before);
  });

  it('knows how far an import is, in the order of its stages', async () => {
    const app = await open(false);
    const user = { id: await storeUser(database.db), name: 'Cán bộ', email: 'a@thu.vn' };
    const record = await importDocument(app, user, { name: 'bốn.txt', content: text(planText('4')) });
    expect(record).toMatchObject({ state: 'done', stage: 'storing', fileSize: Buffer.byteLength(planText('4')) });
    expect(record.endedAt && record.endedAt >= record.startedAt).toBe(true);
    await app.close();
  });

  it('is served by an account of the database that changes no table and no record, and read by one that sees no secrets', async () => {
    await prepareServerRoles(database.db);
    // Twice is the same as once: every upgrade does it.
    await prepareServerRoles(database.db);
    const name = `thu_${randomUUID().replaceAll('-', '')}`;
    const accountOf = async (role: string) => {
      await sql`create role ${sql.id(`${name}_${role}`)} login in role ${sql.id(role)}`.execute(database.db);
      const url = new URL(database.url);
      url.username = `${name}_${role}`;
      return openDatabase(url.href, (error) => console.error(error));
    };
    const [server, reader] = [await accountOf('tiendo_server'), await accountOf('tiendo_reader')];
    try {
      expect(await migrate(server, migrationsFolder)).toEqual([]);
      const app = await createApp({ db: server, maxFileBytes: 1_000_000, demo: true });
      const [account] = await demoAccounts(app);
      if (!account) return expect.fail('no account');
      const user = await signIn(app, account, from).then((answer) => ('opened' in answer ? answer.opened.user : null));
      await putTestAgency(database.db);
      await givePost(database.db, user?.id ?? '', 'coordinator');
      const actor = await actorOf(app, user ?? { id: '', name: '', email: '' });
      expect(
        (await importDocument(appFor(app, actor, ''), actor.user, { name: 'ba.txt', content: text(planText('3')) }))
          .state,
      ).toBe('done');
      await app.jobs.start(jobWork(app));
      await app.jobs.close();
      await app.close();
      const fails = (db: Db, statement: string) =>
        expect(sql.raw(statement).execute(db)).rejects.toThrow(/permission denied|must be owner/);
      for (const statement of [
        'alter table duty add column x int',
        'drop table duty',
        'create table x (y int)',
        'truncate duty',
      ])
        await fails(server, statement);
      for (const statement of [
        'delete from action',
        "update action set verb = ''",
        'delete from action_seal',
        'alter table action disable trigger all',
      ])
        await fails(server, statement);
      expect((await sql`select from document`.execute(reader)).rows).not.toEqual([]);
      for (const statement of [
        'select hash from password',
        'select secret from webhook',
        'select token_hash from session',
        'delete from document',
      ])
        await fails(reader, statement);
    } finally {
      for (const db of [server, reader]) await db.destroy();
      for (const role of ['tiendo_server', 'tiendo_reader'])
        await sql`drop role ${sql.id(`${name}_${role}`)}`.execute(database.db);
    }
  });
});
