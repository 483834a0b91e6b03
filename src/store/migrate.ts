import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Refusal } from '../values/refusal.ts';
import type { Db } from './database.ts';
import { settlePersonRole } from './person-role.ts';

type Migration = { number: number; name: string; file: string };

/** Any number, the same for all servers of one database: whoever comes second waits for the first. */
const advisoryLock = 7_346_501;

/** Brings the database up to the files `NNN-verb-noun.sql` of a folder, each in its own transaction; names those applied. */
export function migrate(db: Db, folder: string): Promise<string[]> {
  return db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${advisoryLock})`.execute(connection);
    try {
      await settlePersonRole(connection);
      return await applyMissing(connection, await migrationsIn(folder));
    } finally {
      await sql`select pg_advisory_unlock(${advisoryLock})`.execute(connection);
    }
  });
}

/** Numbers rise; several people write migrations at a time, so some may be left out. */
async function migrationsIn(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  let before = 0;
  return names.map((file) => {
    const number = Number(/^(\d{3})-[a-z0-9-]+\.sql$/.exec(file)?.[1]);
    if (!(number > before)) throw new Error(`Migration ${file} should be NNN-verb-noun.sql with a number of its own`);
    before = number;
    return { number, name: file.slice(0, -'.sql'.length), file: join(folder, file) };
  });
}

async function applyMissing(connection: Db, migrations: Migration[]): Promise<string[]> {
  await sql`
    create table if not exists schema_migration (
      number integer primary key,
      name text not null,
      applied_at timestamptz not null default now()
    )`.execute(connection);
  const { rows } = await sql<{ number: number }>`select number from schema_migration`.execute(connection);
  const applied = new Set(rows.map(({ number }) => number));
  const [database, program] = [Math.max(0, ...applied), migrations.at(-1)?.number ?? 0];
  // An older program would read and write a newer form wrongly.
  if (database > program) throw new Refusal('databaseNewer', { database, program });
  const missing = migrations.filter(({ number }) => !applied.has(number));
  for (const migration of missing) await apply(connection, migration);
  return missing.map(({ name }) => name);
}

async function apply(connection: Db, { number, name, file }: Migration): Promise<void> {
  const text = await readFile(file, 'utf8');
  await connection.transaction().execute(async (trx) => {
    await sql.raw(text).execute(trx);
    await sql`insert into schema_migration (number, name) values (${number}, ${name})`.execute(trx);
  });
}
