import { sql } from 'kysely';
import type { Db } from './database.ts';
import { findSetting, putSetting } from './settings.ts';

/** What the database says about itself, for the doctor. Asked past the wall, and before anything was migrated. */

export type DatabaseVitals = {
  version: number;
  bytes: number;
  /** Of the database's own clock, in milliseconds since 1970. */
  now: number;
  /** Null where the database knows great and small Vietnamese letters; else how it was made. */
  wrongLetters: Letters | null;
  /** The last migration; 0 where there is none yet. */
  migration: number;
  /** Null where the server keeps none; `failedAt`: when it last tried in vain, where nothing was kept since. */
  logArchive: { lastAt: Date | null; failedAt: Date | null } | null;
};

type Letters = { encoding: string; locale: string };

/** What looks words up takes them in small letters: with the locale C, Đ has none, and other encodings than UTF-8 have no Đ. */
export async function wrongLetters(db: Db): Promise<Letters | null> {
  const { rows } = await sql<Letters & { right: boolean }>`
    select pg_encoding_to_char(encoding) as encoding, datctype as locale,
      getdatabaseencoding() = 'UTF8' and lower('Đ') = 'đ' as "right"
    from pg_database where datname = current_database()`.execute(db);
  const [row] = rows;
  return row && !row.right ? { encoding: row.encoding, locale: row.locale } : null;
}

export async function databaseVitals(db: Db): Promise<DatabaseVitals> {
  type Row = Omit<DatabaseVitals, 'migration' | 'logArchive' | 'wrongLetters'> & {
    migrated: boolean;
    archives: boolean;
    kept: Date | null;
    failed: Date | null;
  };
  const { rows } = await sql<Row>`
    select current_setting('server_version_num')::int / 10000 as version, pg_database_size(current_database())::float8 as bytes,
      extract(epoch from clock_timestamp())::float8 * 1000 as now, to_regclass('schema_migration') is not null as migrated,
      current_setting('archive_mode') <> 'off' as archives, last_archived_time as kept,
      case when last_failed_time > last_archived_time or last_archived_time is null then last_failed_time end as failed
    from pg_stat_archiver`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('the database gave no answer');
  const { migrated, archives, kept, failed, ...vitals } = row;
  const logArchive = archives ? { lastAt: kept, failedAt: failed } : null;
  return {
    ...vitals,
    logArchive,
    wrongLetters: await wrongLetters(db),
    migration: migrated ? await lastMigration(db) : 0,
  };
}

export async function lastMigration(db: Db): Promise<number> {
  const { rows } = await sql<{ last: number }>`select coalesce(max(number), 0) as last from schema_migration`.execute(
    db,
  );
  return rows[0]?.last ?? 0;
}

export type JobVitals = { waiting: number; oldestSeconds: number; failed: number };

/** Jobs of a day, and those whose time has come; letters that no server was named for wait on purpose. */
export async function jobVitals(db: Db, { mail }: { mail: boolean }): Promise<JobVitals> {
  const { rows: there } = await sql<{ there: boolean }>`select to_regclass('pgboss.job') is not null as there`.execute(
    db,
  );
  if (!there[0]?.there) return { waiting: 0, oldestSeconds: 0, failed: 0 };
  const { rows } = await sql<JobVitals>`
    select count(*) filter (where waits)::int as waiting, count(*) filter (where not waits)::int as failed,
      coalesce(extract(epoch from now() - min(start_after) filter (where waits)), 0)::float8 as "oldestSeconds"
    from (
      select state in ('created', 'retry') as waits, start_after from pgboss.job
      where name not like '\\_\\_%' and ((state in ('created', 'retry') and start_after < now() and (${mail} or name <> 'mail'))
        or (state = 'failed' and completed_on > now() - interval '1 day'))
    ) job`.execute(db);
  return rows[0] ?? { waiting: 0, oldestSeconds: 0, failed: 0 };
}

const backupSetting = 'lastBackup';

/** Null where none was made, or the database is too young to have settings. */
export async function lastBackup(db: Db): Promise<Date | null> {
  const found = await findSetting(db, backupSetting);
  return typeof found === 'string' ? new Date(found) : null;
}

export const putLastBackup = (db: Db, at: Date): Promise<void> => putSetting(db, backupSetting, at.toISOString());
