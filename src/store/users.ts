import type { User } from '../registry/may.ts';
import type { Db } from './database.ts';

export async function hasUsers(db: Db): Promise<boolean> {
  return (await db.selectFrom('app_user').select('id').limit(1).executeTakeFirst()) !== undefined;
}

export async function findUserByEmail(db: Db, email: string): Promise<User | undefined> {
  return db.selectFrom('app_user').select(['id', 'name', 'email']).where('email', '=', email).executeTakeFirst();
}
