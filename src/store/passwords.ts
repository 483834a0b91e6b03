import type { AccountState } from '../registry/account.ts';
import type { User } from '../registry/may.ts';
import type { Db } from './database.ts';

/** What signing in must know of an account, found by its address. */
export type AccountToOpen = User & {
  state: AccountState;
  seenAt: Date | null;
  createdAt: Date;
  hash: string | null;
  setAt: Date | null;
  given: boolean;
  /** A second factor that was shown to work. */
  secondFactor: boolean;
};

const accounts = (db: Db) =>
  db
    .selectFrom('app_user')
    .leftJoin('password', 'password.user_id', 'app_user.id')
    .leftJoin('second_factor', 'second_factor.user_id', 'app_user.id')
    .select([
      'app_user.id',
      'app_user.name',
      'app_user.email',
      'app_user.state',
      'app_user.seen_at',
      'app_user.created_at',
      'password.hash',
      'password.set_at',
      'password.given',
      'second_factor.confirmed_at',
    ]);

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof accounts>['executeTakeFirst']>>>;

const accountOf = ({ seen_at, created_at, set_at, given, confirmed_at, state, ...row }: Row): AccountToOpen => ({
  ...row,
  state: state as AccountState,
  seenAt: seen_at,
  createdAt: created_at,
  setAt: set_at,
  given: given ?? false,
  secondFactor: confirmed_at !== null,
});

export async function findAccountByEmail(db: Db, email: string): Promise<AccountToOpen | undefined> {
  const row = await accounts(db)
    .where((is) => is(is.fn('lower', ['app_user.email']), '=', email.toLowerCase()))
    .executeTakeFirst();
  return row && accountOf(row);
}

export async function findAccount(db: Db, userId: string): Promise<AccountToOpen | undefined> {
  const row = await accounts(db).where('app_user.id', '=', userId).executeTakeFirst();
  return row && accountOf(row);
}

type NewPassword = { userId: string; hash: string; at: Date; given: boolean };

/** Wants the transaction: what was the password goes to those that may not come back. */
export async function putPassword(trx: Db, { userId, hash, at, given }: NewPassword): Promise<void> {
  const before = await trx.selectFrom('password').select('hash').where('user_id', '=', userId).executeTakeFirst();
  if (before)
    await trx.insertInto('past_password').values({ user_id: userId, hash: before.hash, ended_at: at }).execute();
  await trx
    .insertInto('password')
    .values({ user_id: userId, hash, set_at: at, given })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ hash, set_at: at, given }))
    .execute();
}

/** The same password, hashed with today's cost. */
export async function renewHash(db: Db, userId: string, hash: string): Promise<void> {
  await db.updateTable('password').set({ hash }).where('user_id', '=', userId).execute();
}

/** Hashes of the latest passwords, the present one first. */
export async function latestHashes(db: Db, userId: string, count: number): Promise<string[]> {
  const present = await db.selectFrom('password').select('hash').where('user_id', '=', userId).execute();
  const past = await db
    .selectFrom('past_password')
    .select('hash')
    .where('user_id', '=', userId)
    .orderBy('ended_at', 'desc')
    .limit(count)
    .execute();
  return [...present, ...past].slice(0, count).map(({ hash }) => hash);
}
