import { type RawBuilder, sql } from 'kysely';
import type { Db } from './database.ts';

/**
 * By which provinces the rows lie that somebody asks for: whatever is asked by agencies or by documents names them
 * (docs/decisions/055-province-of-each-row.md).
 */

/**
 * Own ones, and where else work is or was theirs, or is theirs to decide or to follow. Agency by agency: joined, those of all the country
 * would be read. @param which a question for agencies
 */
export const provincesOf = (which: RawBuilder<unknown>): RawBuilder<string> => sql`
  select distinct l.province from (${which}) those(agency_id) cross join lateral (
    select p.province from agency_province p where p.agency_id = those.agency_id
    union all select e.province from agency_elsewhere e where e.agency_id = those.agency_id offset 0) l`;

export const provincesOfAgencies = (db: Db, agencyIds: readonly string[]): Promise<string[]> =>
  provincesIn(db, provincesOf(sql`select unnest(${agencyIds}::text[])`));

/** Where the duties from these documents lie; of all documents, where there is any agency that could have one. */
export const provincesOfDocuments = (db: Db, documentIds: readonly string[]): Promise<string[]> =>
  provincesIn(
    db,
    documentIds.length > 0
      ? sql`select distinct d.province from document_province d where d.document_id = any(${documentIds}::uuid[])`
      : sql`select p.province from agency_province p union select 'nation'`,
  );

async function provincesIn(db: Db, found: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ province: string }>`${found}`.execute(db);
  return rows.map(({ province }) => province);
}
