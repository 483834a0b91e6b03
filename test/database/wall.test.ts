import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inOneReading } from '../../src/services/app.ts';
import { actingAs, keepingPlans } from '../../src/store/acting.ts';
import { type Db, openDatabase } from '../../src/store/database.ts';
import { insertSignIn, listSignIns } from '../../src/store/sign-ins.ts';
import { engines, type FreshDatabase, freshDatabase } from '../engines.ts';
import { storeUser } from '../readings.ts';
import { storeAgencies } from '../registers.ts';
import { givePost, putTestAgency } from '../running-server.ts';

/** Tables that nobody's service reads or writes for a person: secrets, and what only the program itself keeps. */
const withheld = [
  ...['password', 'past_password', 'session', 'sign_in_step', 'sign_in_failure', 'second_factor', 'recovery_code'],
  ...['account_link', 'outside_identity', 'schema_migration', 'digest', 'api_key', 'search_entry', 'evidence_text'],
  ...['account_review', 'reviewed_account', 'account_review_reminder', 'request_key', 'request_failure'],
  // Read for whoever has seen the row that names the file.
  ...['stored_file', 'stored_part', 'stored_room'],
];

/** What the public may read, written a second time by hand: nobody's name, nobody's words, nothing that is not sent or decided. */
const forPublic = [
  'agency: id place_id tier valid_from valid_until',
  'agency_name: agency_id kind name valid_from valid_until',
  'agency_province: agency_id province',
  'assignment: agency_id document_id finding_id finding_kind id role valid_from valid_until',
  'document: id issued_on issuer kind number period_from period_to place_id state title valid_from valid_until',
  'due_change: decided_at due_before due_granted duty_id id province stage',
  'duty: agency_id done_on due first_due given_at id kind period province root_id stage starts_on',
  'duty_origin: document_id duty_id finding_id finding_kind period province',
  'evidence: document_date document_number duty_id id progress_id province',
  'figure: agency_id basis calendar ended_at id indicator_id line missing period period_to province set_at span value',
  'indicator: aggregation cumulative decimals direction id measure name pillar statistical_code unit unit_factors',
  'past_figure: basis change document_id indicator_id indicator_line period_to tier unit value value2',
  'path_rule: document_id rules',
  'progress: duty_id id judgement province result sent_at stage',
  'publication: changed_at document_id from_day',
  'published_item: document_id finding_id finding_kind',
  'published_line: agency_id document_id first_year indicator_id last_year line',
  'target: change document_id group_name id indicator_id indicator_line name op ordinal position quote section tier unit valid_from valid_until value value2 value_of variant year year_from',
  'target_path: document_id method points target_id',
  'task: document_id group_name id ordinal position product_raw quote section time_raw valid_from valid_until',
];

describe.each(engines)('the wall in the database, on $name', (engine) => {
  let database: FreshDatabase;
  let coordinator: string;
  let officer: string;
  const as = (userId: string): Db => actingAs(database.db, { userId, day: '2026-01-01', address: '10.0.0.7' });
  const count = async (db: Db, table: string): Promise<number> => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db);
    return rows[0]?.n ?? -1;
  };

  beforeAll(async () => {
    database = await freshDatabase(engine);
    await putTestAgency(database.db);
    coordinator = await storeUser(database.db);
    officer = await storeUser(database.db);
    await givePost(database.db, coordinator, 'coordinator');
    await givePost(database.db, officer, 'officer');
    await sql`insert into document (id, file_hash, file_name, file_size, format, kind, header, target_count, task_count, note_count,
        received_at, received_by, state)
      select gen_random_uuid(), state, 'một.txt', 1, 'txt', 'resolution', '{}', 0, 0, 0, now(), ${coordinator}, state
      from unnest(array['read', 'inReview', 'issued', 'superseded', 'withdrawn']) state`.execute(database.db);
  });
  afterAll(() => database.drop());

  it('stands before every table: each is behind policies, or withheld on purpose', async () => {
    const { rows } = await sql<{ name: string; walled: boolean; granted: boolean; policies: number }>`
      select c.relname as name, c.relrowsecurity as walled,
        has_any_column_privilege('tiendo_person', c.oid, 'select, insert, update')
          or has_table_privilege('tiendo_person', c.oid, 'delete, truncate') as granted,
        (select count(*) from pg_policy p where p.polrelid = c.oid) as policies
      from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace`.execute(database.db);
    const found = new Set(rows.map(({ name }) => name));
    expect(withheld.filter((name) => !found.has(name))).toEqual([]);
    const wrong = rows.filter(({ name, walled, granted, policies }) =>
      withheld.includes(name) ? granted || policies > 0 : !(walled && granted && policies > 0),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('opens to the public these columns and no other, and lets it change nothing', async () => {
    const { rows } = await sql<{ line: string }>`
      select table_name || ': ' || string_agg(column_name || case privilege_type when 'SELECT' then '' else ' ' || privilege_type end, ' '
        order by column_name) as line
      from information_schema.column_privileges where grantee = 'tiendo_public' and table_schema = 'public'
      group by table_name order by table_name`.execute(database.db);
    expect(rows.map(({ line }) => line)).toEqual(forPublic);
  });

  it('cannot be walked around: nobody may truncate, own or pass it', async () => {
    const { rows } = await sql`select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole from pg_roles
      where rolname in ('tiendo_person', 'tiendo_public')`.execute(database.db);
    const powerless = { rolsuper: false, rolbypassrls: false, rolcanlogin: false, rolcreaterole: false };
    expect(rows).toEqual([powerless, powerless]);
    await expect(sql`truncate document cascade`.execute(as(coordinator))).rejects.toThrow('permission denied');
    await expect(sql`select from password`.execute(as(coordinator))).rejects.toThrow('permission denied');
    await expect(sql`select seen_at from app_user`.execute(as(coordinator))).rejects.toThrow('permission denied');
  });

  it('shows documents in review to those who work on them, issued ones to everybody with a post, nothing to others', async () => {
    expect([await count(as(coordinator), 'document'), await count(as(officer), 'document')]).toEqual([5, 3]);
    expect(await count(as(await storeUser(database.db)), 'document')).toBe(0);
    expect(await count(as(''), 'document')).toBe(0);
  });

  it('keeps the plan of a question, never its answer: whoever asks next on the same connection sees their own', async () => {
    const asked = async (userId: string) =>
      keepingPlans(as(userId))
        .transaction()
        .execute(async (trx) => {
          const { rows } = await sql<{ times: number }>`select sum(generic_plans + custom_plans) as times
            from pg_prepared_statements where statement like '%from "document"'`.execute(trx);
          return [rows[0]?.times ?? 0, await count(trx, 'document')];
        });
    expect(await asked(coordinator)).toEqual([0, 5]);
    expect(await asked(officer)).toEqual([1, 3]);
    expect(await asked('')).toEqual([2, 0]);
    expect(await asked(coordinator)).toEqual([3, 5]);
  });

  it('answers a reading whose kept plan is out of date, for a newer program beside it has added a column', async () => {
    const app = { db: as(coordinator) };
    const columns = () =>
      inOneReading(app, async ({ db }) => {
        const { rows } = await sql<object>`select * from setting`.execute(db);
        return rows.length;
      });
    const before = await columns();
    await sql`alter table setting add column added text`.execute(database.db);
    try {
      expect([await columns(), await columns()]).toEqual([before, before]);
    } finally {
      await sql`alter table setting drop column added`.execute(database.db);
    }
  });

  it('leaves nothing on a connection behind a pooler, which gives it to anybody for the next transaction', async () => {
    const pooled = openDatabase(database.url, () => undefined, { poolerUrl: database.url });
    const asked = (userId: string) =>
      keepingPlans(actingAs(pooled, { userId, day: '2026-01-01' }))
        .transaction()
        .execute((trx) => count(trx, 'document'));
    expect([await asked(coordinator), await asked(officer)]).toEqual([5, 3]);
    const { rows } = await sql<{ plans: number; role: string; person: string }>`
      select (select count(*)::int from pg_prepared_statements) as plans, current_user as role,
        coalesce(current_setting('tiendo.user', true), '') as person`.execute(pooled);
    const [{ role } = { role: '' }] = (await sql<{ role: string }>`select session_user as role`.execute(pooled)).rows;
    expect(rows).toEqual([{ plans: 0, role, person: '' }]);
    await pooled.destroy();
  });

  it('counts posts as of the day', async () => {
    const before = actingAs(database.db, { userId: officer, day: '1999-12-31', address: '' });
    expect(await count(before, 'document')).toBe(0);
  });

  it('lets nobody write what the role does not write', async () => {
    const issue = (userId: string) =>
      sql`update document set title = 'khác' where file_hash = 'issued'`
        .execute(as(userId))
        .then((done) => done.numAffectedRows);
    expect([await issue(officer), await issue(coordinator)]).toEqual([0n, 1n]);
    const add = sql`insert into post (id, user_id, role, agency_id, valid_from)
      values (gen_random_uuid(), ${officer}, 'administrator', 'co-quan-thu', '2025-01-01')`;
    await expect(add.execute(as(officer))).rejects.toThrow('row-level security');
    await expect(add.execute(as(coordinator))).rejects.toThrow('row-level security');
  });

  it('records under no other name than the person’s own, and from where', async () => {
    const record = (name: string) =>
      sql`insert into action (at, user_id, operation, verb, subject_kind, subject_id)
      values (now(), ${name}, gen_random_uuid(), 'try', 'agency', 'x') returning address`.execute(as(officer));
    expect((await record(officer)).rows).toEqual([{ address: '10.0.0.7' }]);
    await expect(record(coordinator)).rejects.toThrow('row-level security');
  });

  it('shows who signed in to administrators, of those whom they look after, and to everybody of their own account', async () => {
    const [administrator, elsewhere] = [await storeUser(database.db), await storeUser(database.db)];
    await givePost(database.db, administrator, 'administrator');
    await storeAgencies(database.db, { 'co-quan-khac': 'Cơ quan khác' });
    await givePost(database.db, elsewhere, 'administrator', 'co-quan-khac');
    const { rows } = await sql<{ id: string; email: string }>`select id, email from app_user
      where id in (${officer}, ${administrator}, ${elsewhere})`.execute(database.db);
    const accounts = [...rows.map(({ email }) => email), 'khong-co@thu.vn'];
    for (const account of accounts) {
      const made = { account, address: '10.0.0.9', device: 'thử', at: new Date() };
      await insertSignIn(database.db, { ...made, outcome: 'refused', proof: 'password' });
    }
    const emailOf = (id: string) => rows.find((row) => row.id === id)?.email;
    const seen = async (userId: string): Promise<(string | undefined)[]> => {
      const { entries } = await listSignIns(as(userId), {}, { limit: 100 });
      return entries.map(({ account }) => account).sort();
    };
    expect(await seen(administrator)).toEqual(['khong-co@thu.vn', emailOf(administrator), emailOf(officer)].sort());
    expect(await seen(elsewhere)).toEqual(['khong-co@thu.vn', emailOf(elsewhere)].sort());
    expect(await seen(officer)).toEqual([emailOf(officer)]);
    expect([await seen(coordinator), await seen('')]).toEqual([[], []]);
    await expect(sql`delete from sign_in`.execute(as(administrator))).rejects.toThrow('permission denied');
  });

  it('shows deeds on an account to administrators, to whose account it is and to who did them', async () => {
    const [administrator, owner] = [await storeUser(database.db), await storeUser(database.db)];
    await givePost(database.db, administrator, 'administrator');
    await givePost(database.db, owner, 'head');
    for (const kind of ['account', 'post', 'user'])
      await sql`insert into action (at, user_id, operation, verb, subject_kind, subject_id)
        values (now(), ${administrator}, gen_random_uuid(), 'lockAccount', ${kind}, ${owner})`.execute(database.db);
    const seen = async (userId: string): Promise<string[]> => {
      const { rows } = await sql<{ kind: string }>`select subject_kind as kind from action
        where verb = 'lockAccount' order by id`.execute(as(userId));
      return rows.map(({ kind }) => kind);
    };
    const all = ['account', 'post', 'user'];
    expect([await seen(administrator), await seen(owner)]).toEqual([all, all]);
    expect([await seen(officer), await seen(coordinator), await seen('')]).toEqual([[], [], []]);
  });
});

describe.each(engines)('a database asked for a person, on $name', (engine) => {
  let database: FreshDatabase;
  let person: Db;
  beforeAll(async () => {
    database = await freshDatabase(engine);
    await putTestAgency(database.db);
    const id = await storeUser(database.db);
    await givePost(database.db, id, 'administrator');
    person = actingAs(database.db, { userId: id, day: '2026-01-01' });
  });
  afterAll(() => database.drop());

  const add = (db: Db, name: string) =>
    sql`insert into place (id, name, kind, tier, source) values (${name}, ${name}, 'province', 'province', 'thử')`.execute(
      db,
    );
  const there = async (name: string): Promise<boolean> =>
    (await database.db.selectFrom('place').select('id').where('id', '=', name).execute()).length === 1;
  const openTransactions = async (): Promise<number> => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from pg_stat_activity
      where datname = current_database() and state like 'idle in transaction%'`.execute(database.db);
    return rows[0]?.n ?? -1;
  };

  it('keeps what one statement did', async () => {
    await add(person, 'một');
    expect(await there('một')).toBe(true);
  });

  it('keeps a transaction whole, or nothing of it', async () => {
    await person.transaction().execute(async (trx) => {
      await add(trx, 'hai');
      await add(trx, 'ba');
    });
    expect([await there('hai'), await there('ba')]).toEqual([true, true]);
    const failing = person.transaction().execute(async (trx) => {
      await add(trx, 'bốn');
      throw new Error('thôi');
    });
    await expect(failing).rejects.toThrow('thôi');
    expect(await there('bốn')).toBe(false);
  });

  it('takes back all that was asked on one connection where something of it failed', async () => {
    const failing = person.connection().execute(async (connection) => {
      await add(connection, 'năm');
      await add(connection, 'một');
    });
    await expect(failing).rejects.toThrow('duplicate key');
    expect(await there('năm')).toBe(false);
  });

  it('reads one state of things where the transaction asks for it', async () => {
    const level = await person
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((trx) => sql<{ level: string }>`select current_setting('transaction_isolation') as level`.execute(trx));
    expect(level.rows).toEqual([{ level: 'repeatable read' }]);
  });

  it('leaves no transaction open and its connections as they were', async () => {
    await expect(sql`select 1 / 0`.execute(person)).rejects.toThrow('division by zero');
    await Promise.all(Array.from({ length: 30 }, () => sql`select 1`.execute(person)));
    expect(await openTransactions()).toBe(0);
    const asked = Array.from({ length: 12 }, () =>
      sql<{
        who: string;
        of: string | null;
      }>`select current_user as who, nullif(current_setting('tiendo.user', true), '') as of,
        pg_sleep(0.01)`.execute(database.db),
    );
    const found = (await Promise.all(asked)).flatMap(({ rows }) => rows);
    expect(new Set(found.map(({ who, of }) => `${who} ${of}`)).size).toBe(1);
    expect(found[0]?.who).not.toBe('tiendo_person');
  });

  it('may be destroyed without ending the connections of others', async () => {
    await actingAs(database.db, { userId: '', day: '2026-01-01' }).destroy();
    expect((await sql`select 1 as one`.execute(person)).rows).toEqual([{ one: 1 }]);
  });
});
