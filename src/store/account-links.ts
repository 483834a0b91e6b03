import type { AccountLinkKind } from '../registry/account.ts';
import type { Db } from './database.ts';

export type NewAccountLink = {
  tokenHash: string;
  userId: string;
  kind: AccountLinkKind;
  madeBy: string | null;
  at: Date;
  endsAt: Date;
};

/** Whatever link this person had before is worth nothing from then on. */
export async function insertAccountLink(trx: Db, link: NewAccountLink): Promise<void> {
  await voidAccountLinks(trx, link.userId, link.at);
  await trx
    .insertInto('account_link')
    .values({
      token_hash: link.tokenHash,
      user_id: link.userId,
      kind: link.kind,
      made_by: link.madeBy,
      made_at: link.at,
      ends_at: link.endsAt,
    })
    .execute();
}

export async function voidAccountLinks(trx: Db, userId: string, now: Date): Promise<void> {
  await trx
    .updateTable('account_link')
    .set({ used_at: now })
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .execute();
}

export async function findAccountLink(
  db: Db,
  tokenHash: string,
  now: Date,
): Promise<{ userId: string; kind: AccountLinkKind } | undefined> {
  const row = await db
    .selectFrom('account_link')
    .select(['user_id', 'kind'])
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('ends_at', '>', now)
    .executeTakeFirst();
  return row && { userId: row.user_id, kind: row.kind as AccountLinkKind };
}

/** Gives whether it was still to be used: a link works once. */
export async function takeAccountLink(trx: Db, tokenHash: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('account_link')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('ends_at', '>', now)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
