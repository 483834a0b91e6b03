import { sql } from 'kysely';
import { agencyKey } from '../registry/agency.ts';
import type { Seed } from '../registry/seed/seed.ts';
import { searchText } from '../values/search-text.ts';
import { agencyRow } from './agencies.ts';
import type { Db } from './database.ts';

/** Any number, the same for all servers of one database. */
const seedLock = 7_346_503;

/** Until the transaction ends no other server puts a seed in. */
export const beginSeed = async (trx: Db): Promise<void> =>
  void (await sql`select pg_advisory_xact_lock(${seedLock})`.execute(trx));

/** A seed with all that is stored of its names. */
export type SeedRows = Seed & { names: NameRow[] };

export const seedRows = (seed: Seed): SeedRows => ({ ...seed, names: seed.agencies.flatMap(nameRows) });

/**
 * Brings the register of places, agencies and groups to what the seed says. What an officer has changed has a version
 * above 1 and stays as it is. Rows are sent as one JSON text for each table: 60,000 of them in about a second.
 */
export async function putSeed(trx: Db, seed: SeedRows): Promise<void> {
  await putPlaces(trx, seed);
  // Before the agencies: what became of a province says by which one the rows of its agencies lie.
  await putEvents(trx, seed);
  await putAgencies(trx, seed);
  await putNames(trx, seed);
  await putGroups(trx, seed);
  await putSuccessions(trx, seed);
}

const json = (rows: readonly object[]) => sql`${JSON.stringify(rows)}::json`;

async function putPlaces(trx: Db, { places }: Seed): Promise<void> {
  const rows = places.map(({ parentId, validFrom, validUntil, ...place }) => ({
    ...place,
    parent_id: parentId,
    valid_from: validFrom,
    valid_until: validUntil,
  }));
  await sql`
    insert into place select * from json_populate_recordset(null::place, ${json(rows)})
    on conflict (id) do update set code = excluded.code, name = excluded.name, kind = excluded.kind,
      tier = excluded.tier, parent_id = excluded.parent_id, valid_from = excluded.valid_from,
      valid_until = excluded.valid_until, source = excluded.source
    where (place.*) is distinct from (excluded.*)`.execute(trx);
}

async function putAgencies(trx: Db, { agencies }: Seed): Promise<void> {
  const rows = agencies.map((agency) => ({ id: agency.id, ...agencyRow({ ...agency, version: 1 }) }));
  await sql`
    insert into agency select * from json_populate_recordset(null::agency, ${json(rows)})
    on conflict (id) do update set kind = excluded.kind, profile = excluded.profile, tier = excluded.tier,
      place_id = excluded.place_id, parent_id = excluded.parent_id, symbol = excluded.symbol,
      valid_from = excluded.valid_from, valid_until = excluded.valid_until, source = excluded.source
    where agency.version = 1 and (agency.kind, agency.profile, agency.tier, agency.place_id, agency.parent_id,
        agency.symbol, agency.valid_from, agency.valid_until, agency.source)
      is distinct from (excluded.kind, excluded.profile, excluded.tier, excluded.place_id, excluded.parent_id,
        excluded.symbol, excluded.valid_from, excluded.valid_until, excluded.source)`.execute(trx);
}

type StoredName = Record<'agency_id' | 'kind' | 'name', string> & Record<'valid_from' | 'valid_until', string | null>;
type NameRow = StoredName & Record<'key' | 'words' | 'plain_words', string>;

/** The words that a search compares are made here: in the database it would take two seconds for all. */
const nameRows = ({ id, names }: Seed['agencies'][number]): NameRow[] =>
  names.map(({ kind, name, validFrom, validUntil }) => {
    const key = agencyKey(name);
    const { words, plainWords } = searchText([name, key]);
    const days = { valid_from: validFrom, valid_until: validUntil };
    return { agency_id: id, kind, name, key, words, plain_words: plainWords, ...days };
  });

const lineOf = ({ agency_id, kind, name, valid_from, valid_until }: StoredName): string =>
  JSON.stringify([agency_id, kind, name, valid_from, valid_until]);

/** Only what differs is touched: most of a new seed is as the old one was. */
async function putNames(trx: Db, { agencies, names }: SeedRows): Promise<void> {
  const ids = agencies.map(({ id }) => id);
  const { rows: touched } = await sql<{ id: string }>`
    select id from agency where version > 1 and id = any(${ids}::text[])`.execute(trx);
  const { rows: there } = await sql<StoredName>`
    select agency_id, kind, name, valid_from, valid_until from agency_name where agency_id = any(${ids}::text[])`.execute(
    trx,
  );
  const kept = new Set(touched.map(({ id }) => id));
  const wanted = new Set(names.map(lineOf));
  const found = new Set(there.map(lineOf));
  const gone = there.filter((row) => !kept.has(row.agency_id) && !wanted.has(lineOf(row)));
  const missing = names.filter((row) => !kept.has(row.agency_id) && !found.has(lineOf(row)));
  if (gone.length > 0)
    await sql`
      delete from agency_name n using json_populate_recordset(null::agency_name, ${json(gone)}) g
      where n.agency_id = g.agency_id and (n.kind, n.name, n.valid_from, n.valid_until)
        is not distinct from (g.kind, g.name, g.valid_from, g.valid_until)`.execute(trx);
  if (missing.length > 0)
    await sql`
      insert into agency_name select * from json_populate_recordset(null::agency_name, ${json(missing)})`.execute(trx);
}

async function putGroups(trx: Db, { groups }: Seed): Promise<void> {
  const rows = groups.map(({ chosenByOfficer, ...group }) => ({ ...group, chosen_by_officer: chosenByOfficer }));
  await sql`
    insert into agency_group select * from json_populate_recordset(null::agency_group, ${json(rows)})
    on conflict (id) do update set name = excluded.name, keys = excluded.keys, rule = excluded.rule,
      chosen_by_officer = excluded.chosen_by_officer, source = excluded.source
    where agency_group.version = 1`.execute(trx);
}

/** Events of the seed are facts; whether open work was moved after them is for each installation to say. */
async function putEvents(trx: Db, { events, placeMoves }: Seed): Promise<void> {
  const heads = events.map(({ id, title, effectiveOn, legalBasis }) => ({ id, title, effectiveOn, legalBasis }));
  await sql`
    insert into reorganisation (id, title, effective_on, legal_basis, state)
    select id, title, "effectiveOn", "legalBasis", 'planned'
    from json_to_recordset(${json(heads)}) as e(id text, title text, "effectiveOn" date, "legalBasis" text)
    on conflict (id) do update set title = excluded.title, effective_on = excluded.effective_on,
      legal_basis = excluded.legal_basis
    where reorganisation.version = 1`.execute(trx);
  const lands = placeMoves.map(({ eventId, fromPlaceId, toPlaceId, split }) => ({
    reorganisation_id: eventId,
    from_place_id: fromPlaceId,
    to_place_id: toPlaceId,
    split,
  }));
  await sql`insert into place_succession select * from json_populate_recordset(null::place_succession, ${json(lands)})
    on conflict do nothing`.execute(trx);
}

async function putSuccessions(trx: Db, { events }: Seed): Promise<void> {
  const ids = events.map(({ id }) => id);
  await sql`delete from succession s using reorganisation r
    where r.id = s.reorganisation_id and r.version = 1 and r.id = any(${ids}::text[])`.execute(trx);
  const rows = events.flatMap(({ id, moves }) =>
    moves.map(({ kind, fromAgencyId, toAgencyId, field }) => ({
      reorganisation_id: id,
      kind,
      from_agency_id: fromAgencyId,
      to_agency_id: toAgencyId,
      field,
    })),
  );
  await sql`insert into succession select s.* from json_populate_recordset(null::succession, ${json(rows)}) s
    join reorganisation r on r.id = s.reorganisation_id and r.version = 1`.execute(trx);
}
