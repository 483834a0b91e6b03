import { sql } from 'kysely';
import type { Db } from './database.ts';

/** Up to where everything that was acknowledged is written. */
export async function writtenUpTo(primary: Db): Promise<string> {
  const { rows } = await sql<{ at: string }>`select pg_current_wal_flush_lsn()::text as at`.execute(primary);
  return rows[0]?.at ?? '';
}

/** False, too, where it is no replica any more. */
export async function hasReplayed(replica: Db, at: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean | null }>`
    select pg_is_in_recovery() and pg_last_wal_replay_lsn() >= ${at}::pg_lsn as has`.execute(replica);
  return rows[0]?.has === true;
}
