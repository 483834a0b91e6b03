import { sql } from 'kysely';
import type { Db } from './database.ts';

export async function findSetting(db: Db, name: string): Promise<unknown> {
  return (await db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst())?.value;
}

/** The value that is stored, or this one where there was none; servers that start together end up with the same. */
export async function settleSetting(db: Db, name: string, value: unknown): Promise<unknown> {
  await sql`insert into setting (name, value) values (${name}, ${JSON.stringify(value)}) on conflict do nothing`.execute(db);
  return findSetting(db, name);
}
