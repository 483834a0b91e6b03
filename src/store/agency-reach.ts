import type { Db } from './database.ts';

/** An agency and all above it: whoever holds a post in one of them answers for it. */
export const agenciesAbove = async (db: Db, agencyId: string): Promise<string[]> =>
  (await agenciesAboveEach(db, [agencyId])).get(agencyId) ?? [agencyId];

/** The same of several at once. */
export async function agenciesAboveEach(db: Db, agencyIds: readonly string[]): Promise<Map<string, string[]>> {
  if (agencyIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('agency_reach')
    .select(['agency_id', 'above_id'])
    .where('agency_id', 'in', [...agencyIds])
    .execute();
  const of = Map.groupBy(rows, (row) => row.agency_id);
  return new Map(agencyIds.map((id) => [id, [...new Set([id, ...(of.get(id) ?? []).map((row) => row.above_id)])]]));
}
