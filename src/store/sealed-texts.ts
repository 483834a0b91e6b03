import { sql } from 'kysely';
import type { Db } from './database.ts';

/** Where the database holds something that is sealed with the installation's key. */
export type SealedPlace =
  | { table: 'second_factor' | 'webhook'; column: 'secret' }
  | { table: 'request_key'; column: 'answer' };

/** Each is changed in its place. Gives how many there were. */
export async function changeSealedTexts(
  trx: Db,
  { table, column }: SealedPlace,
  change: (sealed: string) => string,
): Promise<number> {
  const [from, name] = [sql.table(table), sql.ref(column)];
  const { rows } = await sql<{
    sealed: string;
  }>`select ${name} as sealed from ${from} where ${name} is not null for update`.execute(trx);
  for (const { sealed } of rows)
    await sql`update ${from} set ${name} = ${change(sealed)} where ${name} = ${sealed}`.execute(trx);
  return rows.length;
}

/** They are marked, not sealed, so nobody can mark them anew. Gives of how many people. */
export async function endRecoveryCodes(trx: Db): Promise<number> {
  const owners = await trx.deleteFrom('recovery_code').returning('user_id').execute();
  return new Set(owners.map(({ user_id }) => user_id)).size;
}
