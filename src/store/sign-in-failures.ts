import { type RawBuilder, sql } from 'kysely';
import type { Db } from './database.ts';

/** Counted in time to come: by a clock that was ahead. Servers' clocks may differ by less. */
const saidAhead = (now: Date): RawBuilder<boolean> => sql`sign_in_failure.since > ${new Date(now.getTime() + 60_000)}`;

/** When a key that failed too often may try again. */
export async function lockedUntil(db: Db, key: string, now: Date): Promise<Date | undefined> {
  const row = await db
    .selectFrom('sign_in_failure')
    .select('locked_until')
    .where('key', '=', key)
    .where('locked_until', '>', now)
    .where((is) => is.not(saidAhead(now)))
    .executeTakeFirst();
  return row?.locked_until ?? undefined;
}

export type LockAfter = { failures: number; minutes: number; now: Date };

/** Counts an attempt before it is judged: of many at once none is judged uncounted. False where the key is locked already. */
export async function countAttempt(db: Db, key: string, { failures, minutes, now }: LockAfter): Promise<boolean> {
  const lock = new Date(now.getTime() + minutes * 60_000);
  const forgotten = new Date(now.getTime() - minutes * 60_000);
  const anew: RawBuilder<boolean> = sql`(sign_in_failure.locked_until is not null or sign_in_failure.since < ${forgotten}
    or ${saidAhead(now)})`;
  const count: RawBuilder<number> = sql`case when ${anew} then 1 else sign_in_failure.count + 1 end`;
  const counted = await db
    .insertInto('sign_in_failure')
    .values({ key, count: 1, since: now, locked_until: failures <= 1 ? lock : null })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({
          count,
          since: sql`case when ${anew} then ${now} else sign_in_failure.since end`,
          locked_until: sql`case when ${count} >= ${failures} then ${lock}::timestamptz end`,
        })
        .where((is) =>
          is.or([
            is('sign_in_failure.locked_until', 'is', null),
            is('sign_in_failure.locked_until', '<=', now),
            saidAhead(now),
          ]),
        ),
    )
    .returning('count')
    .executeTakeFirst();
  return counted !== undefined;
}

/** An attempt that was counted turned out to be right, but more is to come. */
export async function uncountAttempt(db: Db, key: string): Promise<void> {
  await db
    .updateTable('sign_in_failure')
    .set({ count: sql`greatest(count - 1, 0)`, locked_until: null })
    .where('key', '=', key)
    .execute();
}

export async function forgetFailures(db: Db, key: string): Promise<void> {
  await db.deleteFrom('sign_in_failure').where('key', '=', key).execute();
}

export async function forgetFailuresBefore(db: Db, moment: Date): Promise<void> {
  await db.deleteFrom('sign_in_failure').where('since', '<', moment).execute();
}
