import type { Db } from './database.ts';

export type SecondFactor = { secret: string; confirmed: boolean; lastStep: number };

export async function findSecondFactor(db: Db, userId: string): Promise<SecondFactor | undefined> {
  const row = await db.selectFrom('second_factor').selectAll().where('user_id', '=', userId).executeTakeFirst();
  return row && { secret: row.secret, confirmed: row.confirmed_at !== null, lastStep: row.last_step };
}

/** Begins anew; one that was confirmed stays until it is removed. Gives whether it could. */
export async function beginSecondFactor(db: Db, userId: string, secret: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('second_factor')
    .values({ user_id: userId, secret, confirmed_at: null })
    .onConflict((conflict) =>
      conflict.column('user_id').doUpdateSet({ secret }).where('second_factor.confirmed_at', 'is', null),
    )
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** A step that lies so far ahead was taken by a clock that was set back since: nobody waits until it has come. */
const stepsAhead = 10;

/** Takes the code of this time step; false where it, or a later one, was taken already. */
export async function takeTimeStep(trx: Db, userId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('second_factor')
    .set({ last_step: step })
    .where('user_id', '=', userId)
    .where((is) => is.or([is('last_step', '<', step), is('last_step', '>', step + stepsAhead)]))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function confirmSecondFactor(trx: Db, userId: string, now: Date): Promise<void> {
  await trx.updateTable('second_factor').set({ confirmed_at: now }).where('user_id', '=', userId).execute();
}

/** With its recovery codes. Gives whether there was one. */
export async function deleteSecondFactor(trx: Db, userId: string): Promise<boolean> {
  await trx.deleteFrom('recovery_code').where('user_id', '=', userId).execute();
  const { numDeletedRows } = await trx.deleteFrom('second_factor').where('user_id', '=', userId).executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function replaceRecoveryCodes(trx: Db, userId: string, hashes: readonly string[]): Promise<void> {
  await trx.deleteFrom('recovery_code').where('user_id', '=', userId).execute();
  await trx
    .insertInto('recovery_code')
    .values(hashes.map((hash) => ({ user_id: userId, hash })))
    .execute();
}

/** False where there is no such code, or it was used. */
export async function takeRecoveryCode(trx: Db, userId: string, hash: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('user_id', '=', userId)
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function countRecoveryCodes(db: Db, userId: string): Promise<number> {
  const { left } = await db
    .selectFrom('recovery_code')
    .select((is) => is.fn.countAll<number>().as('left'))
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return left;
}
