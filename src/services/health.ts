import { sql } from 'kysely';
import type { App } from './app.ts';

/** Throws where the database does not answer. */
export async function checkHealth({ db }: App): Promise<void> {
  await sql`select 1`.execute(db);
}
