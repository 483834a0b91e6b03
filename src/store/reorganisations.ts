import { sql } from 'kysely';
import { agencyKey } from '../registry/agency.ts';
import type {
  Decision,
  Move,
  Predecessor,
  ReorganisationEvent,
  ReorganisationState,
  StandingAgency,
} from '../registry/reorganisation.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';

/** An event as it is stored: its moves are what an officer wrote, or the successions that the register knows. */
export type StoredReorganisation = {
  id: string;
  state: ReorganisationState;
  version: number;
  /** Null where it came with the register's own facts. */
  written: ReorganisationEvent | null;
  event: ReorganisationEvent;
  decisions: Decision[];
};

type Draft = { event?: ReorganisationEvent; decisions?: Decision[] };
type Row = {
  id: string;
  title: string;
  effectiveOn: PlainDate;
  legalBasis: string;
  state: ReorganisationState;
  version: number;
  draft: Draft | null;
};

const columns = sql`id, title, effective_on as "effectiveOn", legal_basis as "legalBasis", state, version, draft`;

/** @param hold nobody else changes it until the transaction ends */
export async function findReorganisation(
  db: Db,
  id: string,
  { hold = false } = {},
): Promise<StoredReorganisation | undefined> {
  const { rows } = await sql<Row>`
    select ${columns} from reorganisation where id = ${id} ${hold ? sql`for update` : sql``}`.execute(db);
  const row = rows[0];
  if (!row) return undefined;
  const written = row.draft?.event ?? null;
  return {
    id: row.id,
    state: row.state,
    version: row.version,
    written,
    event: written ?? (await knownEvent(db, row)),
    decisions: row.draft?.decisions ?? [],
  };
}

/** Of the successions of a whole country only those of bodies that have ever had work or people here, and of others in their places. */
async function knownEvent(db: Db, row: Row): Promise<ReorganisationEvent> {
  const { rows: moves } = await sql<Move>`
    select s.kind, s.from_agency_id as "from", s.to_agency_id as "to", s.field, null as name
    from succession s join agency g on g.id = s.from_agency_id
    where s.reorganisation_id = ${row.id} and (exists (select from assignment a where a.agency_id = g.id)
      or exists (select from duty d where d.agency_id = g.id) or exists (select from post p where p.agency_id = g.id)
      or g.place_id in (select w.place_id from assignment a join agency w on w.id = a.agency_id))
    order by s.from_agency_id, s.field nulls last, s.to_agency_id`.execute(db);
  const { title, legalBasis, effectiveOn } = row;
  return { title, legalBasis, effectiveOn, newAgencies: [], moves };
}

export type ReorganisationSummary = {
  id: string;
  title: string;
  effectiveOn: PlainDate;
  legalBasis: string;
  state: ReorganisationState;
  version: number;
  /** Written by an officer, not a fact that the register came with. */
  own: boolean;
  /** How many bodies end, change or hand something over in it. */
  agencies: number;
};

/** Latest first. */
export async function listReorganisations(db: Db): Promise<ReorganisationSummary[]> {
  const { rows } = await sql<ReorganisationSummary>`
    select id, title, effective_on as "effectiveOn", legal_basis as "legalBasis", state, version,
      coalesce(draft ? 'event', false) as own,
      case when draft ? 'event' then (
          select count(distinct move ->> 'from') from jsonb_array_elements(draft -> 'event' -> 'moves') move)
        else (select count(distinct from_agency_id) from succession where reorganisation_id = reorganisation.id)
      end as agencies
    from reorganisation order by effective_on desc, title collate "vi-x-icu", id`.execute(db);
  return rows;
}

export async function insertReorganisation(trx: Db, id: string, event: ReorganisationEvent): Promise<void> {
  await sql`
    insert into reorganisation (id, title, effective_on, legal_basis, state, draft)
    values (${id}, ${event.title}, ${event.effectiveOn}, ${event.legalBasis}, 'planned', ${JSON.stringify({ event })})`.execute(
    trx,
  );
}

type Change = { state?: ReorganisationState; event?: ReorganisationEvent; decisions?: Decision[] };

/** Counts the version up; what is not named stays. */
export async function updateReorganisation(
  trx: Db,
  { id, version, written, decisions, state }: StoredReorganisation,
  change: Change,
): Promise<void> {
  const event = change.event ?? written;
  const draft: Draft = { ...(event && { event }), decisions: change.decisions ?? decisions };
  await sql`
    update reorganisation set state = ${change.state ?? state}, version = ${version + 1}, draft = ${JSON.stringify(draft)}
    where id = ${id}`.execute(trx);
  if (!event) return;
  await sql`
    update reorganisation set title = ${event.title}, effective_on = ${event.effectiveOn}, legal_basis = ${event.legalBasis}
    where id = ${id}`.execute(trx);
}

export async function deleteReorganisation(trx: Db, id: string): Promise<void> {
  await sql`delete from reorganisation where id = ${id}`.execute(trx);
}

/** Bodies as an event sees them: those of these ids, and those that bear one of these names. */
export async function standingAgencies(
  db: Db,
  ids: readonly string[],
  names: readonly string[],
): Promise<StandingAgency[]> {
  const { rows } = await sql<StandingAgency>`
    select g.id, g.place_id as "placeId", g.profile, g.valid_from as "validFrom", g.valid_until as "validUntil",
      (select coalesce(json_agg(json_build_object(
          'kind', n.kind, 'name', n.name, 'validFrom', n.valid_from, 'validUntil', n.valid_until)), '[]')
        from agency_name n where n.agency_id = g.id and n.kind = 'official') as names
    from agency g
    where g.id = any(${ids}::text[]) or g.id in (
      select agency_id from agency_name where key = any(${names.map(agencyKey)}::text[]) and kind = 'official')
    order by g.id`.execute(db);
  return rows;
}

/** What bodies are and where they belong. */
export async function predecessors(db: Db, ids: readonly string[]): Promise<Map<string, Predecessor>> {
  const { rows } = await sql<Predecessor & { id: string }>`
    select id, kind, tier, place_id as "placeId", parent_id as "parentId" from agency where id = any(${ids}::text[])`.execute(
    db,
  );
  return new Map(rows.map(({ id, ...body }) => [id, body]));
}
