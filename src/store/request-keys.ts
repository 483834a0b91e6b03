import { type SqlBool, sql } from 'kysely';
import type { Db } from './database.ts';

/** One attempt at what a person asked with a key. */
export type Attempt = { userId: string; key: string; attempt: string };

export type KeptRequest = { hash: string; done: boolean; answer: string | null };

/**
 * PostgreSQL's own clock, one for all servers. An attempt that old was cut off, and so was one that begins in time to come, by a clock
 * that was set back since. The same key means something new after two days: a clock that jumps a day ahead forgets none that is in use.
 */
const cutOffAfter = sql`interval '15 seconds'`;
const keptFor = sql`interval '2 days'`;

/** None of this needs to wait for the disk: what a transaction committed after it is on the disk no sooner. */
const unhurried = sql<SqlBool>`set_config('synchronous_commit', 'off', true) is not null`;

/** False where it is done, or in another's hands. */
export async function takeRequest(db: Db, { userId, key, attempt }: Attempt, hash: string): Promise<boolean> {
  const { rows } = await sql`
    insert into request_key (user_id, key, hash, attempt, begun_at)
      select ${userId}, ${key}, ${hash}, ${attempt}::uuid, now() where ${unhurried}
    on conflict (user_id, key) do update
      set hash = excluded.hash, attempt = excluded.attempt, begun_at = now(), done_at = null, answer = null
      where request_key.begun_at < now() - ${keptFor}
        or (request_key.hash = excluded.hash and request_key.done_at is null
          and request_key.begun_at not between now() - ${cutOffAfter} and now() + ${cutOffAfter})
    returning 1`.execute(db);
  return rows.length > 0;
}

export async function findRequest(db: Db, userId: string, key: string): Promise<KeptRequest | undefined> {
  const row = await db
    .selectFrom('request_key')
    .select(['hash', 'done_at', 'answer'])
    .where('user_id', '=', userId)
    .where('key', '=', key)
    .executeTakeFirst();
  return row && { hash: row.hash, done: row.done_at !== null, answer: row.answer };
}

export async function keepAnswer(db: Db, { userId, key, attempt }: Attempt, answer: string): Promise<void> {
  await db
    .updateTable('request_key')
    .set({ answer, done_at: sql`coalesce(done_at, now())` })
    .where('user_id', '=', userId)
    .where('key', '=', key)
    .where('attempt', '=', attempt)
    .where(unhurried)
    .execute();
}

/** An attempt that changed nothing: the same may be asked again. */
export async function releaseRequest(db: Db, { userId, key, attempt }: Attempt): Promise<void> {
  await db
    .deleteFrom('request_key')
    .where('user_id', '=', userId)
    .where('key', '=', key)
    .where('attempt', '=', attempt)
    .where('done_at', 'is', null)
    .where(unhurried)
    .execute();
}

export async function forgetOldRequests(db: Db): Promise<void> {
  await db.deleteFrom('request_key').where('begun_at', '<', sql<Date>`now() - ${keptFor}`).execute();
}
