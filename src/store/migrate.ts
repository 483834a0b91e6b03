import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { Refusal } from '../values/refusal.ts';
import { settleActingRoles } from './acting-roles.ts';
import type { Db } from './database.ts';
import { wrongLetters } from './vitals.ts';

type Migration = { number: number; name: string; file: string };

/** Any number, the same for all servers of one database: whoever comes second waits for the first. */
const advisoryLock = 7_346_501;

/**
 * A change to a table waits for those who read it just then, and whoever comes to read it meanwhile waits for the change. So it gives up
 * after so long, lets them read, and comes again: for an hour, if need be.
 */
const patience = { lockTimeout: '1s', pauseMilliseconds: 1000, tries: 1800 };

/** Brings the database up to the files `NNN-verb-noun.sql` of a folder, each in its own transaction; names those applied. */
export function migrate(db: Db, folder: string): Promise<string[]> {
  return db.connection().execute(async (connection) => {
    await takeTurn(connection);
    try {
      await settleActingRoles(connection);
      return await applyMissing(connection, await migrationsIn(folder));
    } finally {
      await sql`select pg_advisory_unlock(${advisoryLock})`.execute(connection);
    }
  });
}

/** Asks again and again: one long question would have an old view of the rows, which `create index concurrently` waits for. */
async function takeTurn(connection: Db): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ taken: boolean }>`select pg_try_advisory_lock(${advisoryLock}) as taken`.execute(
      connection,
    );
    if (rows[0]?.taken) return;
    await pause(200);
  }
}

/** All that a program brings, in order. */
export async function migrationsIn(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return names.map((file, index) => {
    const number = Number(/^(\d{3})-[a-z0-9-]+\.sql$/.exec(file)?.[1]);
    if (number !== index + 1)
      throw new Error(
        `Migration ${file} should be number ${index + 1}, as ${String(index + 1).padStart(3, '0')}-verb-noun.sql`,
      );
    return { number, name: file.slice(0, -'.sql'.length), file: join(folder, file) };
  });
}

async function makeTableOfMigrations(connection: Db): Promise<void> {
  const there = await sql<{ oid: string | null }>`select to_regclass('schema_migration')::text as oid`.execute(
    connection,
  );
  // Not "if not exists": a server's account may make no table, not even one that is there.
  if (there.rows[0]?.oid !== null) return;
  await refuseWrongLetters(connection);
  await sql`
      create table schema_migration (
        number integer primary key,
        name text not null,
        applied_at timestamptz not null default now()
      )`.execute(connection);
}

/** Before anything is made: a database cannot be given other letters afterwards. */
async function refuseWrongLetters(connection: Db): Promise<void> {
  const wrong = await wrongLetters(connection);
  if (!wrong) return;
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(connection);
  throw new Refusal('databaseLetters', { database: rows[0]?.name ?? '', ...wrong });
}

async function applyMissing(connection: Db, migrations: Migration[]): Promise<string[]> {
  await makeTableOfMigrations(connection);
  const found = await sql<{ last: number | null }>`select max(number) as last from schema_migration`.execute(
    connection,
  );
  const last = found.rows[0]?.last ?? 0;
  // An older program would read and write a newer form wrongly.
  if (last > migrations.length) throw new Refusal('databaseNewer', { database: last, program: migrations.length });
  const missing = migrations.slice(last);
  if (missing.length > 0) await refuseOthersThanOwner(connection, { database: last, program: migrations.length });
  for (const migration of missing) await apply(connection, migration);
  return missing.map(({ name }) => name);
}

/** A server whose account writes rows and changes no table waits for whoever owns them. */
async function refuseOthersThanOwner(connection: Db, forms: { database: number; program: number }): Promise<void> {
  const { rows } = await sql<{ owner: boolean; user: string }>`
    select pg_has_role(tableowner, 'usage') as owner, current_user as user from pg_tables
    where schemaname = current_schema() and tablename = 'schema_migration'`.execute(connection);
  if (rows[0] && !rows[0].owner) throw new Refusal('databaseOlder', { ...forms, user: rows[0].user });
}

/** How a file begins that goes through many rows: each batch has a transaction of its own and gives how many rows it `changed`. */
const inBatches = '-- In batches';

async function apply(connection: Db, migration: Migration): Promise<void> {
  const text = await readFile(migration.file, 'utf8');
  if (/^create (?:unique )?index concurrently /m.test(text)) return makeIndexes(connection, migration, text);
  const batch = sql.raw<{ changed: number }>(text);
  const changed = (trx: Db) => batch.execute(trx).then(({ rows }) => rows[0]?.changed ?? 0);
  if (text.startsWith(inBatches)) while ((await lettingReadersBy(connection, changed)) > 0);
  await lettingReadersBy(connection, (trx) => applyIn(trx, migration));
}

async function lettingReadersBy<T>(connection: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  for (let left = patience.tries; ; left -= 1) {
    try {
      return await connection.transaction().execute(async (trx) => {
        await sql.raw(`set local lock_timeout = '${patience.lockTimeout}'`).execute(trx);
        return await work(trx);
      });
    } catch (error) {
      if (left === 0 || !isLockTimeout(error)) throw error;
      await pause(patience.pauseMilliseconds);
    }
  }
}

/** A file of nothing but these, which no transaction may hold: indexes of large tables, made while others write. */
const besideWriters = /^create (?:unique )?index concurrently (\w+)/;

async function makeIndexes(connection: Db, migration: Migration, text: string): Promise<void> {
  for (const statement of text.split(/;\s*\n/).map((part) => part.replace(/^(?:\s*--.*\n)+/, '').trim())) {
    if (statement === '') continue;
    const name = besideWriters.exec(statement)?.[1];
    if (name === undefined)
      throw new Error(`${migration.name}: beside "create index concurrently" stands: ${statement}`);
    // What an attempt left that was cut off.
    await sql`drop index if exists ${sql.ref(name)}`.execute(connection);
    await sql.raw(statement).execute(connection);
  }
  await note(connection, migration);
}

const isLockTimeout = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '55P03';

async function applyIn(trx: Db, migration: Migration): Promise<void> {
  // In a transaction nobody else sees the tables yet.
  const text = (await readFile(migration.file, 'utf8')).replaceAll(' index concurrently ', ' index ');
  await sql.raw(text).execute(trx);
  await note(trx, migration);
}

const note = async (db: Db, { number, name }: Migration): Promise<void> =>
  void (await sql`insert into schema_migration (number, name) values (${number}, ${name})`.execute(db));

/**
 * The form that a database had after the migration `last`, made in the caller's transaction of a database without any. Keeps servers that
 * start meanwhile waiting; the roles are the cluster's and stay, whatever becomes of the transaction.
 */
export async function makeFormOf(trx: Db, folder: string, last: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(${advisoryLock})`.execute(trx);
  await settleActingRoles(trx);
  await makeTableOfMigrations(trx);
  for (const migration of (await migrationsIn(folder)).slice(0, last)) await applyIn(trx, migration);
}

/** Until `work` is done no migration begins. */
export async function withoutMigrating<T>(connection: Db, work: () => Promise<T>): Promise<T> {
  await sql`select pg_advisory_lock_shared(${advisoryLock})`.execute(connection);
  try {
    return await work();
  } finally {
    await sql`select pg_advisory_unlock_shared(${advisoryLock})`.execute(connection);
  }
}
