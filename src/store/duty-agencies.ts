import { type RawBuilder, sql } from 'kysely';
import type { DutyKind } from '../registry/duty.ts';
import type { DutyAgencies } from '../registry/duty-stage.ts';
import type { Named } from '../registry/named.ts';
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

type AgenciesRow = {
  kind: DutyKind;
  agencyId: string;
  giverId: string | null;
  monitors: string[];
  /** Pairs of an agency and one above it. */
  reach: [string, string][];
  /** Kinds and ids of those over its place. */
  bodies: [string, string][];
};

/** The agencies that decide who may do what with a duty, each with all above it. */
export async function dutyAgencies(db: Db, dutyId: string, today: PlainDate): Promise<DutyAgencies> {
  const { rows } = await sql<AgenciesRow>`
    select it.*, ${bodiesOver(sql`it."agencyId"`)} as bodies, (
      select coalesce(json_agg(json_build_array(r.agency_id, r.above_id)), '[]') from agency_reach r
      where r.agency_id = any(it.monitors || array[it."agencyId", it."giverId"])) as reach
    from (
      select d.kind, d.agency_id as "agencyId", p.agency_id as "giverId", array(
        select distinct a.agency_id from duty_origin o
          join assignment a on a.document_id = o.document_id and a.finding_kind = o.finding_kind and a.finding_id = o.finding_id
        where o.duty_id = d.root_id and a.role = 'monitor' and a.agency_id <> d.agency_id and ${inForce('a', today)}) as monitors
      from duty d left join duty p on p.id = d.parent_id where d.id = ${dutyId}) it`.execute(db);
  const [duty] = rows;
  if (!duty) throw new Error(`duty ${dutyId} is not there`);
  const { kind, agencyId, giverId, monitors, reach, bodies } = duty;
  const above = (id: string) => [...new Set([id, ...reach.flatMap(([of, over]) => (of === id ? [over] : []))])];
  return {
    kind,
    owner: above(agencyId),
    giver: giverId === null ? [] : above(giverId),
    monitors: monitors.flatMap(above),
    coordinating: [...above(agencyId), ...bodies.flatMap(([of, id]) => (of === 'committee' ? [id] : []))],
    overseeing: bodies.flatMap(([of, id]) => (of === 'committee' ? [] : [id])),
  };
}

/**
 * The committees, councils and Fronts of an agency's place and of all places around it; over what belongs to no place those of the
 * provinces. Two questions, since one condition for both would read every agency there is.
 */
const bodiesOver = (agencyId: RawBuilder<unknown>): RawBuilder<[string, string][]> => sql`(
  with recursive around(id) as (
    select a.place_id from agency a where a.id = ${agencyId} and a.place_id is not null
    union select p.parent_id from around join place p on p.id = around.id where p.parent_id is not null)
  select coalesce(json_agg(json_build_array(c.kind, c.id)), '[]') from (
    select c.kind, c.id from around join agency c on c.place_id = around.id where c.kind in ('committee', 'council', 'front')
    union all
    select c.kind, c.id from agency c where c.kind in ('committee', 'council', 'front') and c.tier = 'province'
      and not exists (select from around)) c)`;

/** The agencies to which one may hand a part: those below it, and of a committee those of the places in its own. */
export async function agenciesBelow(db: Db, agencyId: string, today: PlainDate): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive inside(id) as (
      select p.id from agency a join place p on p.parent_id = a.place_id where a.id = ${agencyId} and a.kind = 'committee'
      union select p.id from inside join place p on p.parent_id = inside.id)
    select b.id from agency b
    where b.id <> ${agencyId} and (b.valid_from is null or b.valid_from <= ${today}) and (b.valid_until is null or b.valid_until > ${today})
      and (b.id in (select r.agency_id from agency_reach r where r.above_id = ${agencyId})
        or (b.kind = 'committee' and b.place_id in (select id from inside)))`.execute(db);
  return rows.map(({ id }) => id);
}

/** Who has an officer's or head's post in an agency on a day. */
export async function peopleOfAgency(db: Db, agencyId: string, today: PlainDate): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select distinct u.id, u.name collate "vi-x-icu" as name from post p join app_user u on u.id = p.user_id
    where p.agency_id = ${agencyId} and p.role in ('officer', 'head') and ${inForce('p', today)}
    order by 2, 1`.execute(db);
  return rows;
}
