import type { Selectable } from 'kysely';
import type { KeyRecord, KeyScope } from '../registry/api-key.ts';
import type { User } from '../registry/may.ts';
import type { Db } from './database.ts';
import type { Tables } from './tables.ts';

export type NewKey = {
  id: string;
  userId: string;
  name: string;
  tokenHash: string;
  scopes: readonly KeyScope[];
  at: Date;
  endsAt: Date;
};

export async function insertKey(trx: Db, key: NewKey): Promise<void> {
  await trx
    .insertInto('api_key')
    .values({
      id: key.id,
      user_id: key.userId,
      name: key.name,
      token_hash: key.tokenHash,
      scopes: [...key.scopes],
      made_at: key.at,
      ends_at: key.endsAt,
    })
    .execute();
}

/** Of somebody who is still here, while it lasts. */
export async function findKeyByToken(
  db: Db,
  tokenHash: string,
  now: Date,
): Promise<{ id: string; scopes: KeyScope[]; user: User; usedAt: Date | null } | undefined> {
  const row = await db
    .selectFrom('api_key')
    .innerJoin('app_user', 'app_user.id', 'api_key.user_id')
    .select(['api_key.id', 'scopes', 'used_at', 'app_user.id as user_id', 'app_user.name', 'email'])
    .where('token_hash', '=', tokenHash)
    .where('ends_at', '>', now)
    .where('app_user.state', '=', 'active')
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      scopes: row.scopes,
      user: { id: row.user_id, name: row.name, email: row.email },
      usedAt: row.used_at,
    }
  );
}

export async function touchKey(db: Db, id: string, at: Date, from: string): Promise<void> {
  await db.updateTable('api_key').set({ used_at: at, used_from: from }).where('id', '=', id).execute();
}

/** Ended ones, too, until they are taken away; the newest first. */
export async function keysOf(db: Db, userId: string): Promise<KeyRecord[]> {
  const rows = await db
    .selectFrom('api_key')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('made_at', 'desc')
    .execute();
  return rows.map(keyRecord);
}

/** Gives what was taken away. */
export async function deleteKey(trx: Db, userId: string, id: string): Promise<KeyRecord | undefined> {
  const query = trx.deleteFrom('api_key').where('user_id', '=', userId).where('id', '=', id);
  const row = await query.returningAll().executeTakeFirst();
  return row && keyRecord(row);
}

const keyRecord = (row: Selectable<Tables['api_key']>): KeyRecord => ({
  id: row.id,
  name: row.name,
  scopes: row.scopes,
  madeAt: row.made_at.toISOString(),
  endsAt: row.ends_at.toISOString(),
  usedAt: row.used_at?.toISOString() ?? null,
  usedFrom: row.used_from,
});
