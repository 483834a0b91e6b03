import { randomUUID } from 'node:crypto';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { DutyMove, HeirRow, OpenDuty } from '../registry/duty-moves.ts';
import type { Db } from './database.ts';
import { giveOriginsBack } from './joined-duties.ts';

/** Open duties go with the work that they follow; what is done and what was said stays where it was. Wants a transaction. */

const open = sql`d.stage not in ('done', 'dropped')`;

/** What hangs on no row of work: parts, reports in open rounds that nobody has sent, and what a stocktake gave. */
export const openPart = sql`d.kind = 'part' and ${open}`;
const unsentReport = sql`d.kind = 'report' and d.stage = 'accepted'`;
const givenByStocktake = sql`exists (select from stocktake_decision c where c.duty_id = d.id)`;
export const withoutRow = sql`(${unsentReport} or ${open} and ${givenByStocktake})`;

/** Posts that somebody holds, or will hold, after a day. */
export const heldAfter = (day: RawBuilder<unknown>): RawBuilder<SqlBool> =>
  sql`(p.valid_until is null or p.valid_until > greatest(p.valid_from, ${day}))`;

/** Duties whose work these rows were, before the event ended them. */
export async function dutiesOnRows(trx: Db, rowIds: readonly number[]): Promise<OpenDuty[]> {
  const { rows } = await sql<OpenDuty>`
    select d.id, d.agency_id as "agencyId", d.stage, d.given_at as "givenAt", (
      select json_agg(json_build_object('key', concat_ws(' ', o.document_id, o.finding_kind, o.finding_id),
        'assignmentId', o.assignment_id, 'period', o.period, 'fromDuty', o.from_duty) order by o.from_duty is not null, o.finding_id)
      from duty_origin o where o.duty_id = d.id) as origins
    from duty d where ${open} and d.id in (
      select o.duty_id from duty_origin o where o.assignment_id = any(${rowIds}::bigint[]))
    order by d.id for update of d`.execute(trx);
  return rows;
}

/** The rows that an event has made of these. */
export async function heirsOfRows(trx: Db, reorganisationId: string, rowIds: readonly number[]): Promise<HeirRow[]> {
  const { rows } = await sql<{ id: number; agencyId: string; origins: string[] }>`
    select a.id, a.agency_id as "agencyId", a.origins from assignment a
    where a.made_by = ${reorganisationId} and a.origins && ${rowIds}::bigint[] order by a.id`.execute(trx);
  return rows.map((row) => ({ ...row, origins: row.origins.map(Number) }));
}

/** Remembers how these are, once for an event. */
export async function keepBefore(trx: Db, reorganisationId: string, ids: readonly string[], at: Date): Promise<void> {
  await sql`
    insert into duty_move (reorganisation_id, duty_id, before, version, moved_at)
    select ${reorganisationId}, d.id, jsonb_build_object(
      'agency_id', d.agency_id, 'stage', d.stage, 'stage_before', d.stage_before, 'because', d.because,
      'because_words', d.because_words, 'version', d.version, 'joined_into', d.joined_into, 'officer_id', d.officer_id,
      'origins', (select coalesce(jsonb_agg(to_jsonb(o)), '[]') from duty_origin o where o.duty_id = d.id)), d.version, ${at}
    from duty d where d.id = any(${ids}::uuid[]) on conflict do nothing`.execute(trx);
}

/** The person in charge goes along where the person has gone to the heir, too. */
export const officerStays = sql`exists (
  select from post p where p.user_id = d.officer_id and p.agency_id = d.agency_id and p.valid_until is null)`;

export async function carryMove(trx: Db, reorganisationId: string, move: DutyMove, at: Date): Promise<void> {
  if (move.kind === 'end' || move.kind === 'join') {
    const [because, into] = move.kind === 'join' ? ['joined', move.into] : ['moved', null];
    await sql`update duty d set stage_before = d.stage, stage = 'dropped', because = ${because}, joined_into = ${into}::uuid,
      version = d.version + 1 where d.id = ${move.dutyId}`.execute(trx);
    return;
  }
  const id = move.kind === 'move' ? move.dutyId : move.kind === 'part' ? move.fromDuty : randomUUID();
  if (move.kind === 'move')
    await sql`update duty set agency_id = ${move.agencyId}, version = version + 1 where id = ${id}`.execute(trx);
  if (move.kind === 'part') await revive(trx, reorganisationId, move, at);
  if (move.kind === 'copy') await copyDuty(trx, reorganisationId, { ...move, id }, at);
  for (const { key, assignmentId } of move.origins)
    await sql`update duty_origin o set assignment_id = ${assignmentId}
      where o.duty_id = ${id} and concat_ws(' ', o.document_id, o.finding_kind, o.finding_id) = ${key}`.execute(trx);
}

/** What was joined goes elsewhere: it is a duty of its own again, with the sentence that it came from. */
async function revive(
  trx: Db,
  reorganisationId: string,
  { dutyId, fromDuty, agencyId }: Extract<DutyMove, { kind: 'part' }>,
  at: Date,
): Promise<void> {
  await keepBefore(trx, reorganisationId, [fromDuty], at);
  await giveOriginsBack(trx, { from: dutyId, to: fromDuty });
  await sql`update duty set agency_id = ${agencyId}, stage = coalesce(stage_before, 'assigned'), stage_before = null,
    because = null, joined_into = null, version = version + 1 where id = ${fromDuty}`.execute(trx);
}

async function copyDuty(
  trx: Db,
  reorganisationId: string,
  { id, dutyId, agencyId, origins }: Extract<DutyMove, { kind: 'copy' }> & { id: string },
  at: Date,
): Promise<void> {
  await sql`
    insert into duty (id, root_id, kind, agency_id, product, authority, period, starts_on, first_due, due, waits_for, waits_for_duty, given_at)
    select ${id}, ${id}, 'assigned', ${agencyId}, product, authority, period, starts_on, first_due, due, waits_for, waits_for_duty, ${at}
    from duty where id = ${dutyId}`.execute(trx);
  await sql`
    insert into duty_origin (duty_id, document_id, finding_kind, finding_id, period)
    select ${id}, o.document_id, o.finding_kind, o.finding_id, o.period from duty_origin o
    where o.duty_id = ${dutyId} and concat_ws(' ', o.document_id, o.finding_kind, o.finding_id) = any(${origins.map(({ key }) => key)}::text[])`.execute(
    trx,
  );
  await sql`
    insert into duty_move (reorganisation_id, duty_id, before, version, moved_at)
    values (${reorganisationId}, ${id}, null, 1, ${at})`.execute(trx);
}

/** Open steps stand with the agency whose duty they are a piece of, and what is below an ended duty ends with it. */
export async function followMoved(trx: Db, reorganisationId: string, at: Date): Promise<void> {
  const pieces = await sql<{ id: string }>`
    with recursive below(id) as (
      select d.id from duty d join duty_move m on m.duty_id = d.parent_id and m.reorganisation_id = ${reorganisationId}
      union select d.id from below join duty d on d.parent_id = below.id)
    select d.id from below join duty d on d.id = below.id where ${open}`.execute(trx);
  await keepBefore(
    trx,
    reorganisationId,
    pieces.rows.map(({ id }) => id),
    at,
  );
  const ids = pieces.rows.map(({ id }) => id);
  await sql`
    with recursive gone(id) as (
      select m.duty_id from duty_move m join duty d on d.id = m.duty_id
      where m.reorganisation_id = ${reorganisationId} and d.stage = 'dropped' and d.because in ('moved', 'joined')
      union select d.id from gone join duty d on d.parent_id = gone.id)
    update duty d set stage_before = d.stage, stage = 'dropped', because = 'above', version = d.version + 1
    from gone where gone.id = d.id and d.parent_id is not null and ${open}`.execute(trx);
  await sql`
    update duty d set agency_id = p.agency_id, version = d.version + 1 from duty p
    where p.id = d.parent_id and d.kind = 'step' and d.id = any(${ids}::uuid[]) and ${open} and d.agency_id <> p.agency_id`.execute(
    trx,
  );
}

/** Pieces still open with an agency that is no more, of what was done or ended already: nobody takes them on. */
export async function endLeftPieces(
  trx: Db,
  reorganisationId: string,
  { agencyIds, day }: { agencyIds: readonly string[]; day: string },
  at: Date,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select d.id from duty d join agency g on g.id = d.agency_id and g.valid_until <= ${day}::date
    where d.kind <> 'assigned' and ${open} and not (d.kind = 'report' and d.stage = 'reported') and (d.agency_id = any(${agencyIds}::text[])
      or d.id in (select m.duty_id from duty_move m where m.reorganisation_id = ${reorganisationId}))`.execute(trx);
  const ids = rows.map(({ id }) => id);
  await keepBefore(trx, reorganisationId, ids, at);
  await sql`update duty set stage_before = stage, stage = 'dropped', because = 'above', version = version + 1
    where id = any(${ids}::uuid[])`.execute(trx);
}

export type OpenPart = { id: string; agencyId: string; parentAgencyId: string };

/** Open parts that agencies have which are no more. */
export async function partsOfAgencies(trx: Db, agencyIds: readonly string[]): Promise<OpenPart[]> {
  const { rows } = await sql<OpenPart>`
    select d.id, d.agency_id as "agencyId", p.agency_id as "parentAgencyId" from duty d join duty p on p.id = d.parent_id
    where ${openPart} and d.agency_id = any(${agencyIds}::text[]) order by d.given_at, d.id`.execute(trx);
  return rows;
}

export async function dutiesWithoutRows(
  trx: Db,
  agencyIds: readonly string[],
): Promise<{ id: string; agencyId: string }[]> {
  const { rows } = await sql<{ id: string; agencyId: string }>`
    select d.id, d.agency_id as "agencyId" from duty d
    where d.agency_id = any(${agencyIds}::text[]) and ${withoutRow} order by d.given_at, d.id`.execute(trx);
  return rows;
}

export async function handTo(trx: Db, id: string, agencyId: string): Promise<void> {
  await sql`update duty set agency_id = ${agencyId}, version = version + 1 where id = ${id}`.execute(trx);
}

/**
 * Nobody is in charge who does not work in the agency now; and the versions that all have when the event has been carried out. Pieces
 * that were looked at and left as they were are none of the event's: nothing of them is to be given back.
 */
export async function settleMoved(trx: Db, reorganisationId: string): Promise<void> {
  await sql`
    update duty d set officer_id = null from duty_move m
    where m.duty_id = d.id and m.reorganisation_id = ${reorganisationId} and d.officer_id is not null
      and m.before ->> 'agency_id' <> d.agency_id and not ${officerStays}`.execute(trx);
  await sql`delete from duty_move m using duty d where d.id = m.duty_id and m.reorganisation_id = ${reorganisationId}
    and (m.before ->> 'version')::int = d.version`.execute(trx);
  await sql`update duty_move m set version = d.version from duty d where d.id = m.duty_id and m.reorganisation_id = ${reorganisationId}`.execute(
    trx,
  );
}

/** Takes back what the event did to duties, exactly. */
export async function giveBackDuties(trx: Db, reorganisationId: string): Promise<number> {
  const changed = sql`select m.duty_id from duty_move m where m.reorganisation_id = ${reorganisationId}`;
  await sql`delete from duty_origin where duty_id in (${changed})`.execute(trx);
  await sql`delete from duty d using duty_move m where m.duty_id = d.id and m.reorganisation_id = ${reorganisationId}
    and m.before is null`.execute(trx);
  const { rows } = await sql<{ id: string }>`
    update duty d set agency_id = m.before ->> 'agency_id', stage = m.before ->> 'stage', stage_before = m.before ->> 'stage_before',
      because = m.before ->> 'because', because_words = m.before ->> 'because_words',
      joined_into = (m.before ->> 'joined_into')::uuid, officer_id = m.before ->> 'officer_id', version = d.version + 1
    from duty_move m where m.duty_id = d.id and m.reorganisation_id = ${reorganisationId} returning d.id`.execute(trx);
  await sql`
    insert into duty_origin (duty_id, document_id, finding_kind, finding_id, assignment_id, period, from_duty)
    select o.duty_id, o.document_id, o.finding_kind, o.finding_id, o.assignment_id, o.period, o.from_duty from duty_move m
      cross join lateral jsonb_populate_recordset(null::duty_origin, m.before -> 'origins') o
    where m.reorganisation_id = ${reorganisationId}`.execute(trx);
  // An earlier event had left them at the version that they now stand at again.
  await sql`update duty_move earlier set version = d.version from duty_move m join duty d on d.id = m.duty_id
    where m.reorganisation_id = ${reorganisationId} and earlier.duty_id = m.duty_id
      and earlier.reorganisation_id <> m.reorganisation_id and earlier.version = (m.before ->> 'version')::int`.execute(
    trx,
  );
  await sql`delete from duty_move where reorganisation_id = ${reorganisationId}`.execute(trx);
  return rows.length;
}

/** What has been done with the event's duties since: the words of some of them. */
export async function dutiesGoneOn(db: Db, reorganisationId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select coalesce(d.content, (
      select coalesce(t.quote, g.quote) from duty_origin o
        left join task t on o.finding_kind = 'task' and t.document_id = o.document_id and t.id = o.finding_id
        left join target g on o.finding_kind = 'target' and g.document_id = o.document_id and g.id = o.finding_id
      where o.duty_id = d.root_id limit 1), d.id::text) as name
    from duty_move m join duty d on d.id = m.duty_id
    where m.reorganisation_id = ${reorganisationId} and (d.version <> m.version
      or exists (select from duty below where below.parent_id = d.id and below.given_at > m.moved_at)
      or exists (select from submission s where s.duty_id = d.id and greatest(s.begun_at, s.submitted_at, s.returned_at) > m.moved_at)
      or exists (select from progress p where p.duty_id = d.id and p.created_at > m.moved_at)
      or exists (select from obstacle o where o.duty_id = d.id and o.raised_at > m.moved_at)
      or exists (select from evidence e where e.duty_id = d.id and e.added_at > m.moved_at)
      or exists (select from due_change c where c.duty_id = d.id and c.asked_at > m.moved_at)
      or exists (select from question q where q.duty_id = d.id and q.asked_at > m.moved_at))
    order by 1 limit 5`.execute(db);
  return rows.map(({ name }) => name);
}

/**
 * People of an agency that is no more go on in its one heir; where there are several, the administrator says where. A post that began
 * there after the event's day was never one: whoever holds it holds it in the heir from its first day on.
 */
export async function movePosts(
  trx: Db,
  reorganisationId: string,
  { from, to }: { from: string; to: string },
  day: string,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select p.id from post p where p.agency_id = ${from} and ${heldAfter(sql`${day}::date`)} order by p.id`.execute(trx);
  for (const { id } of rows) {
    const heir = randomUUID();
    await sql`insert into post (id, user_id, role, agency_id, valid_from, valid_until, given_by)
      select ${heir}, user_id, role, ${to}, greatest(valid_from, ${day}::date), valid_until, given_by from post where id = ${id}`.execute(
      trx,
    );
    await sql`insert into post_move (reorganisation_id, post_id, until_before, heir_post_id)
      select ${reorganisationId}, id, valid_until, ${heir} from post where id = ${id}`.execute(trx);
    await sql`update post set valid_until = greatest(valid_from, ${day}::date) where id = ${id}`.execute(trx);
  }
}

/** The later events that took people further whom this one had brought to an heir. */
export async function peopleMovedOn(db: Db, reorganisationId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct r.title as name from post_move m join post_move later on later.post_id = m.heir_post_id
      join reorganisation r on r.id = later.reorganisation_id
    where m.reorganisation_id = ${reorganisationId} order by 1`.execute(db);
  return rows.map(({ name }) => name);
}

/** As long as they are held in the heir: a post that somebody has ended there does not begin again. */
export async function giveBackPosts(trx: Db, reorganisationId: string): Promise<void> {
  const { rows } = await sql<{ post_id: string; until: string | null; heir_post_id: string }>`
    select m.post_id, h.valid_until as until, m.heir_post_id from post_move m join post h on h.id = m.heir_post_id
    where m.reorganisation_id = ${reorganisationId}`.execute(trx);
  for (const row of rows) {
    await sql`update post set valid_until = ${row.until} where id = ${row.post_id}`.execute(trx);
    await sql`delete from post where id = ${row.heir_post_id}`.execute(trx);
  }
}

export type CountedAlong = { duties: number; parts: number; reports: number; people: number };

/** What goes along when these rows and agencies are moved: open duties, parts of agencies that end, people where they go along. */
export async function countAlong(
  db: Db,
  {
    rowIds,
    ceasing,
    moving,
    day,
  }: { rowIds: readonly number[]; ceasing: readonly string[]; moving: readonly string[]; day: string },
): Promise<CountedAlong> {
  const { rows } = await sql<CountedAlong>`
    select (select count(*) from duty d where ${open} and (
          d.id in (select o.duty_id from duty_origin o where o.assignment_id = any(${rowIds}::bigint[]))
          or d.agency_id = any(${ceasing}::text[]) and ${givenByStocktake})) as duties,
      (select count(*) from duty d where ${openPart} and d.agency_id = any(${ceasing}::text[])) as parts,
      (select count(*) from duty d where ${unsentReport} and d.agency_id = any(${ceasing}::text[])) as reports,
      (select count(distinct p.user_id) from post p where p.agency_id = any(${moving}::text[]) and ${heldAfter(sql`${day}::date`)}) as people`.execute(
    db,
  );
  return rows[0] ?? { duties: 0, parts: 0, reports: 0, people: 0 };
}
