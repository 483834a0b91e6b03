import { sql } from 'kysely';
import type { Succession } from '../registry/succession.ts';
import type { Db } from './database.ts';

/** Everything that leads away from these agencies, and from their heirs, and from those of these. */
export async function successionsFrom(db: Db, agencyIds: readonly string[]): Promise<Succession[]> {
  return read(
    db,
    sql`with recursive line(id) as (
      select unnest(${agencyIds}::text[])
      union select s.to_agency_id from succession s join line on s.from_agency_id = line.id where s.to_agency_id is not null
    ) select * from succession s where s.from_agency_id in (select id from line)`,
  );
}

/** What led to an agency, and what led away from it. */
export async function successionsOf(db: Db, agencyId: string): Promise<Succession[]> {
  return read(db, sql`select * from succession s where s.from_agency_id = ${agencyId} or s.to_agency_id = ${agencyId}`);
}

async function read(db: Db, rows: ReturnType<typeof sql>): Promise<Succession[]> {
  const found = await sql<Succession>`
    select s.reorganisation_id as "reorganisationId", r.title, r.legal_basis as "legalBasis",
      r.effective_on as "effectiveOn", s.kind, s.from_agency_id as "fromAgencyId", s.to_agency_id as "toAgencyId", s.field
    from (${rows}) s join reorganisation r on r.id = s.reorganisation_id
    order by r.effective_on, r.id, s.from_agency_id, s.to_agency_id`.execute(db);
  return found.rows;
}
