import type { Db } from './database.ts';

/** An agency and all above it: whoever holds a post in one of them answers for it. */
export async function agenciesAbove(db: Db, agencyId: string): Promise<string[]> {
  const rows = await db.selectFrom('agency_reach').select('above_id').where('agency_id', '=', agencyId).execute();
  return [...new Set([agencyId, ...rows.map((row) => row.above_id)])];
}
