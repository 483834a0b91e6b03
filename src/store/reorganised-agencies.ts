import { sql } from 'kysely';
import { agencyKey } from '../registry/agency.ts';
import type { Move, ReorganisationEvent } from '../registry/reorganisation.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import type { Db } from './database.ts';
import { tableInTheWay } from './database-trouble.ts';

/** What an officer's own event does to the bodies themselves, and how it is taken back. */

/** What was before: the end of each body that ends, and of each name that another follows. */
export type AgenciesBefore = { ends: Record<string, PlainDate | null>; nameEnds: Record<string, PlainDate | null> };

type Changed = { id: string; event: ReorganisationEvent; ceasing: { id: string; before: PlainDate | null }[] };

export async function changeAgencies(trx: Db, { id, event, ceasing }: Changed): Promise<AgenciesBefore> {
  const { effectiveOn: day } = event;
  for (const agency of event.newAgencies) {
    await sql`
      insert into agency (id, kind, profile, tier, place_id, parent_id, symbol, valid_from, source)
      values (${agency.id}, ${agency.kind}, ${agency.profile}, ${agency.tier}, ${agency.placeId}, ${agency.parentId},
        ${agency.symbol}, ${day}, ${event.legalBasis})`.execute(trx);
    await insertName(trx, agency.id, agency.name, day);
  }
  await sql`
    update agency set valid_until = ${day}, version = version + 1
    where id = any(${ceasing.map((agency) => agency.id)}::text[])`.execute(trx);
  const nameEnds = await rename(trx, event);
  for (const { kind, from, to, field } of event.moves)
    await sql`
      insert into succession (reorganisation_id, kind, from_agency_id, to_agency_id, field)
      values (${id}, ${kind}, ${from}, ${to}, ${field})`.execute(trx);
  return { ends: Object.fromEntries(ceasing.map((agency) => [agency.id, agency.before])), nameEnds };
}

const insertName = (trx: Db, agencyId: string, name: string, day: PlainDate) =>
  sql`
    insert into agency_name (agency_id, kind, name, key, valid_from)
    values (${agencyId}, 'official', ${name}, ${agencyKey(name)}, ${day})`.execute(trx);

const isRename = (move: Move): move is Move & { name: string } =>
  move.kind === 'rename' && move.to === null && move.name !== null;

async function rename(trx: Db, { moves, effectiveOn: day }: ReorganisationEvent): Promise<AgenciesBefore['nameEnds']> {
  const ends: AgenciesBefore['nameEnds'] = {};
  for (const { from, name } of moves.filter(isRename)) {
    const { rows } = await sql<{ until: PlainDate | null }>`
      select valid_until as until from agency_name where ${borneOn(from, day)}`.execute(trx);
    ends[from] = rows[0]?.until ?? null;
    await sql`update agency_name set valid_until = ${day} where ${borneOn(from, day)}`.execute(trx);
    await insertName(trx, from, name, day);
    await sql`update agency set version = version + 1 where id = ${from}`.execute(trx);
  }
  return ends;
}

const borneOn = (agencyId: string, day: PlainDate) => sql`agency_id = ${agencyId} and kind = 'official'
  and (valid_from is null or valid_from <= ${day}::date) and (valid_until is null or valid_until > ${day}::date)`;

export async function giveBackAgencies(
  trx: Db,
  { id, event }: Omit<Changed, 'ceasing'>,
  { ends, nameEnds }: AgenciesBefore,
): Promise<void> {
  const { effectiveOn: day } = event;
  await sql`delete from succession where reorganisation_id = ${id}`.execute(trx);
  for (const [agencyId, until] of Object.entries(nameEnds)) {
    const given = event.moves.filter((move) => isRename(move) && move.from === agencyId).map((move) => move.name);
    await sql`
      delete from agency_name where agency_id = ${agencyId} and kind = 'official' and valid_from = ${day} and name = any(${given}::text[])`.execute(
      trx,
    );
    // Another event of the same day may have ended a name on it, too: this one ended the latest.
    await sql`
      update agency_name set valid_until = ${until} where ctid = (
        select ctid from agency_name where agency_id = ${agencyId} and kind = 'official' and valid_until = ${day}
        order by valid_from desc nulls last limit 1)`.execute(trx);
  }
  for (const [agencyId, until] of Object.entries(ends))
    await sql`update agency set valid_until = ${until} where id = ${agencyId}`.execute(trx);
  const touched = [...Object.keys(ends), ...Object.keys(nameEnds)];
  await sql`update agency set version = version + 1 where id = any(${touched}::text[])`.execute(trx);
  const made = event.newAgencies.map((agency) => agency.id);
  await sql`delete from agency where id = any(${made}::text[])`.execute(trx).catch((error: unknown) => {
    const kind = tableInTheWay(error);
    throw kind === undefined ? error : new Refusal('reorganisationRestedOn', { kind });
  });
}

/**
 * What rests on bodies and can be named: work given to them since, what documents were found to mean, bodies below them, people who have come to them,
 * what they were asked to report, and stocktakes that they take part in.
 */
export async function usersOf(db: Db, agencyIds: readonly string[], reorganisationId: string): Promise<string[]> {
  if (agencyIds.length === 0) return [];
  const { rows } = await sql<{ name: string }>`
    select coalesce(d.number, d.title, d.file_name) as name from document d
    where d.id in (
      select document_id from assignment
      where agency_id = any(${agencyIds}::text[]) and made_by is distinct from ${reorganisationId}
      union
      select document_id from finding_agency
      where agency_id = any(${agencyIds}::text[]) or members && ${agencyIds}::text[])
    union
    select u.name from post p join app_user u on u.id = p.user_id
    where p.agency_id = any(${agencyIds}::text[])
      and not exists (select from post_move m where m.heir_post_id = p.id and m.reorganisation_id = ${reorganisationId})
    union
    select r.name from regime r
    where r.receiver_id = any(${agencyIds}::text[])
      or exists (select from regime_reporter e where e.regime_id = r.id and e.agency_id = any(${agencyIds}::text[]))
      or exists (select from regime_line l where l.regime_id = r.id and l.agency_id = any(${agencyIds}::text[]))
    union
    select o.title from submission s join round o on o.id = s.round_id where s.agency_id = any(${agencyIds}::text[])
    union
    select k.title from stocktake k
    where k.agency_id = any(${agencyIds}::text[])
      or exists (select from stocktake_agency t where t.stocktake_id = k.id and t.agency_id = any(${agencyIds}::text[]))
    union
    select g.id from agency g where g.parent_id = any(${agencyIds}::text[]) and not g.id = any(${agencyIds}::text[])
    order by name`.execute(db);
  return rows.map(({ name }) => name);
}

/** Other events, carried out later, in which the same bodies have a part. */
export async function laterEvents(db: Db, reorganisationId: string, agencyIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct r.title as name from succession s join reorganisation r on r.id = s.reorganisation_id
    where r.id <> ${reorganisationId} and r.state = 'applied'
      and (s.from_agency_id = any(${agencyIds}::text[]) or s.to_agency_id = any(${agencyIds}::text[]))
      and (select min(x.id) from action x where x.subject_kind = 'reorganisation' and x.subject_id = r.id and x.verb = 'apply'
          and not exists (select from action u where u.undoes = x.id))
        > (select min(x.id) from action x where x.subject_kind = 'reorganisation' and x.subject_id = ${reorganisationId}
            and x.verb = 'apply' and not exists (select from action u where u.undoes = x.id))
    order by name`.execute(db);
  return rows.map(({ name }) => name);
}

export type AppliedAction = { id: number; before: AgenciesBefore | null };

/** The times an event was carried out that have not been undone, first to last: again where work came later. */
export async function appliedActions(db: Db, reorganisationId: string): Promise<AppliedAction[]> {
  const { rows } = await sql<AppliedAction>`
    select x.id, x.before -> 'agencies' as before from action x
    where x.subject_kind = 'reorganisation' and x.subject_id = ${reorganisationId} and x.verb = 'apply'
      and not exists (select from action u where u.undoes = x.id)
    order by x.id`.execute(db);
  return rows;
}
