import { type RawBuilder, sql } from 'kysely';
import type { DutyKind } from '../registry/duty.ts';
import type { DutyAgencies } from '../registry/duty-stage.ts';
import type { Named } from '../registry/named.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { inForce } from './conditions.ts';
import type { Db } from './database.ts';

/** One that works along or monitors what a document gave, and whether it does so today. */
export type AssignedRole = { role: 'coord' | 'monitor'; agencyId: string; now: boolean };

/** Those of one finding, by the columns of the row that names it. */
export const assignedRoles = (of: string, today: PlainDate): RawBuilder<AssignedRole[]> => sql`(
  select coalesce(json_agg(json_build_object('role', a.role, 'agencyId', a.agency_id, 'now', ${inForce('a', today)})), '[]')
  from assignment a where a.document_id = ${sql.ref(`${of}.document_id`)} and a.finding_kind = ${sql.ref(`${of}.finding_kind`)}
    and a.finding_id = ${sql.ref(`${of}.finding_id`)} and a.role in ('coord', 'monitor'))`;

/** Which agencies have to do with a duty today, and as what. */
export type DutyStanding = {
  kind: DutyKind;
  agencyId: string;
  /** Of a step or part: whose duty it is a piece of. */
  giverId: string | null;
  coordinating: string[];
  /** Of a part also whoever handed it down. */
  monitoring: string[];
};

export function agenciesConcerned(
  { kind, agencyId }: Pick<DutyStanding, 'kind' | 'agencyId'>,
  giverId: string | null,
  assigned: readonly AssignedRole[],
): DutyStanding {
  const others = assigned.filter((one) => one.now && one.agencyId !== agencyId);
  const of = (wanted: AssignedRole['role']) => others.filter(({ role }) => role === wanted).map((one) => one.agencyId);
  const handed = kind === 'part' && giverId !== null ? [giverId] : [];
  const inOrder = (ids: readonly string[]) => [...new Set(ids)].toSorted();
  return {
    ...{ kind, agencyId, giverId },
    ...{ coordinating: inOrder(of('coord')), monitoring: inOrder([...of('monitor'), ...handed]) },
  };
}

type StandingRow = Pick<DutyStanding, 'kind' | 'agencyId' | 'giverId'> & { assigned: AssignedRole[][] };

export async function dutyStanding(db: Db, dutyId: string, today: PlainDate): Promise<DutyStanding> {
  const { rows } = await sql<StandingRow>`
    select d.kind, d.agency_id as "agencyId", p.agency_id as "giverId", (
      select coalesce(json_agg(${assignedRoles('o', today)}), '[]') from duty_origin o where o.duty_id = d.root_id) as assigned
    from duty d left join duty p on p.id = d.parent_id where d.id = ${dutyId}`.execute(db);
  const [duty] = rows;
  if (!duty) throw new Error(`duty ${dutyId} is not there`);
  return agenciesConcerned(duty, duty.giverId, duty.assigned.flat());
}

type AroundRow = {
  /** Pairs of an agency and one above it. */
  reach: [string, string][];
  /** Kinds and ids of those over its place. */
  bodies: [string, string][];
};

/**
 * The agencies that decide who may do what with a duty, each with all above it. Of one that is no more those, too, that have its work
 * today.
 */
export async function agenciesAround(
  db: Db,
  { kind, agencyId, giverId, monitoring }: DutyStanding,
  today: PlainDate,
): Promise<DutyAgencies> {
  const concerned = [agencyId, ...monitoring, ...(giverId === null ? [] : [giverId])];
  const { rows } = await sql<AroundRow>`
    select ${bodiesOver(sql`select going_on_for(${agencyId}, ${today})`)} as bodies, (
      select coalesce(json_agg(json_build_array(one.id, r.above_id)), '[]') from unnest(${concerned}::text[]) one(id)
        cross join lateral going_on_for(one.id, ${today}) heir(id) join agency_reach r on r.agency_id = heir.id) as reach`.execute(
    db,
  );
  const { reach = [], bodies = [] } = rows[0] ?? {};
  const above = (id: string) => [...new Set([id, ...reach.flatMap(([of, over]) => (of === id ? [over] : []))])];
  return {
    kind,
    owner: above(agencyId),
    giver: giverId === null ? [] : above(giverId),
    monitors: monitoring.flatMap(above),
    coordinating: [...above(agencyId), ...bodies.flatMap(([of, id]) => (of === 'committee' ? [id] : []))],
    overseeing: bodies.flatMap(([of, id]) => (of === 'committee' ? [] : [id])),
  };
}

export const dutyAgencies = async (db: Db, dutyId: string, today: PlainDate): Promise<DutyAgencies> =>
  agenciesAround(db, await dutyStanding(db, dutyId, today), today);

/** Those whose coordinators and leaders direct an agency's work. */
export async function coordinatingOver(db: Db, agencyId: string, today: PlainDate): Promise<readonly string[]> {
  const standing = { kind: 'assigned' as const, agencyId, giverId: null, coordinating: [], monitoring: [] };
  return (await agenciesAround(db, standing, today)).coordinating;
}

/**
 * The committees, councils and Fronts of the places of agencies and of all places around them; over what belongs to no place those of the
 * provinces. Two questions, since one condition for both would read every agency there is; so would a join, as around an agency there
 * are thought to be a hundred places (`offset 0` keeps the join from being made).
 */
const bodiesOver = (agencyIds: RawBuilder<unknown>): RawBuilder<[string, string][]> => sql`(
  with recursive around(id) as (
    select a.place_id from agency a where a.id in (${agencyIds}) and a.place_id is not null
    union select p.parent_id from around join place p on p.id = around.id where p.parent_id is not null)
  select coalesce(json_agg(json_build_array(c.kind, c.id)), '[]') from (
    select c.kind, c.id from around cross join lateral (
      select a.kind, a.id from agency a where a.place_id = around.id and a.kind in ('committee', 'council', 'front') offset 0) c
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
