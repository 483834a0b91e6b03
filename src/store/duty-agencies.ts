import { sql } from 'kysely';
import type { DutyKind } from '../registry/duty.ts';
import type { DutyAgencies } from '../registry/duty-stage.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { inForce } from './conditions.ts';
import type { Db } from './database.ts';

export type DutyRoles = { coordinating: string[]; monitoring: string[] };

/** Who works along and who monitors today: as its origins' work is given out, and of a part also whoever handed it down. */
export async function dutyRoles(db: Db, dutyId: string, today: PlainDate): Promise<DutyRoles> {
  const { rows } = await sql<{ role: string; agencyId: string }>`
    select distinct a.role, a.agency_id as "agencyId"
    from duty d join duty_origin o on o.duty_id = d.root_id
      join assignment a on a.document_id = o.document_id and a.finding_kind = o.finding_kind and a.finding_id = o.finding_id
    where d.id = ${dutyId} and a.role in ('coord', 'monitor') and a.agency_id <> d.agency_id and ${inForce('a', today)}
    union
    select 'monitor', p.agency_id from duty d join duty p on p.id = d.parent_id where d.id = ${dutyId} and d.kind = 'part'
    order by 1, 2`.execute(db);
  const of = (role: string) => rows.filter((row) => row.role === role).map(({ agencyId }) => agencyId);
  return { coordinating: of('coord'), monitoring: of('monitor') };
}

/** The agencies that decide who may do what with a duty, each with all above it. */
export async function dutyAgencies(
  db: Db,
  dutyId: string,
  today: PlainDate,
): Promise<DutyAgencies & { parentAgencyId: string | null }> {
  const { rows } = await sql<{ kind: DutyKind; agencyId: string; giverId: string | null; monitors: string[] }>`
    select d.kind, d.agency_id as "agencyId", p.agency_id as "giverId", array(
      select distinct a.agency_id from duty_origin o
        join assignment a on a.document_id = o.document_id and a.finding_kind = o.finding_kind and a.finding_id = o.finding_id
      where o.duty_id = d.root_id and a.role = 'monitor' and a.agency_id <> d.agency_id and ${inForce('a', today)}) as monitors
    from duty d left join duty p on p.id = d.parent_id where d.id = ${dutyId}`.execute(db);
  const [duty] = rows;
  if (!duty) throw new Error(`duty ${dutyId} is not there`);
  const { kind, agencyId, giverId, monitors } = duty;
  const above = await aboveEach(db, [...new Set([agencyId, ...(giverId ? [giverId] : []), ...monitors])]);
  return {
    kind,
    owner: above(agencyId),
    giver: giverId === null ? [] : above(giverId),
    monitors: monitors.flatMap(above),
    parentAgencyId: giverId,
  };
}

/** Each agency with all above it. */
async function aboveEach(db: Db, ids: readonly string[]): Promise<(id: string) => string[]> {
  const rows = await db
    .selectFrom('agency_reach')
    .select(['above_id', 'agency_id'])
    .where('agency_id', 'in', ids)
    .execute();
  const of = Map.groupBy(rows, (row) => row.agency_id);
  return (id) => [...new Set([id, ...(of.get(id)?.map((row) => row.above_id) ?? [])])];
}
