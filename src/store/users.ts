import type { AccountState } from '../registry/account.ts';
import type { User } from '../registry/may.ts';
import type { Db } from './database.ts';

export async function hasUsers(db: Db): Promise<boolean> {
  return (await db.selectFrom('app_user').select('id').limit(1).executeTakeFirst()) !== undefined;
}

export async function hasUser(db: Db, id: string): Promise<boolean> {
  return (await db.selectFrom('app_user').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

export async function findUserByEmail(db: Db, email: string): Promise<User | undefined> {
  return db.selectFrom('app_user').select(['id', 'name', 'email']).where('email', '=', email).executeTakeFirst();
}

export async function insertUser(trx: Db, { id, name, email, state }: User & { state: AccountState }): Promise<void> {
  await trx.insertInto('app_user').values({ id, name, email, state }).execute();
}

export async function renameUser(trx: Db, id: string, name: string): Promise<void> {
  await trx.updateTable('app_user').set({ name }).where('id', '=', id).execute();
}

export async function setUserState(trx: Db, id: string, state: AccountState): Promise<void> {
  await trx.updateTable('app_user').set({ state }).where('id', '=', id).execute();
}

export async function markSeen(trx: Db, id: string, at: Date): Promise<void> {
  await trx.updateTable('app_user').set({ seen_at: at }).where('id', '=', id).execute();
}
