import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Refusal } from '../values/refusal.ts';
import { settleActingRoles } from './acting-roles.ts';
import type { Db } from './database.ts';

type Migration = { number: number; name: string; file: string };

/** Any number, the same for all servers of one database: whoever comes second waits for the first. */
const advisoryLock = 7_346_501;

/** Brings the database up to the files `NNN-verb-noun.sql` of a folder, each in its own transaction; names those applied. */
export function migrate(db: Db, folder: string): Promise<string[]> {
  return db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${advisoryLock})`.execute(connection);
    try {
      await settleActingRoles(connection);
      return await applyMissing(connection, await migrationsIn(folder));
    } finally {
      await sql`select pg_advisory_unlock(${advisoryLock})`.execute(connection);
    }
  });
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
  if (there.rows[0]?.oid === null)
    await sql`
      create table schema_migration (
        number integer primary key,
        name text not null,
        applied_at timestamptz not null default now()
      )`.execute(connection);
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
  const batch = sql.raw<{ changed: number }>(text);
  const changed = (trx: Db) => batch.execute(trx).then(({ rows }) => rows[0]?.changed ?? 0);
  if (text.startsWith(inBatches)) while ((await connection.transaction().execute(changed)) > 0);
  await connection.transaction().execute((trx) => applyIn(trx, migration));
}

async function applyIn(trx: Db, { number, name, file }: Migration): Promise<void> {
  await sql.raw(await readFile(file, 'utf8')).execute(trx);
  await sql`insert into schema_migration (number, name) values (${number}, ${name})`.execute(trx);
}

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
