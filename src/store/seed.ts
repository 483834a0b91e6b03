import { sql } from 'kysely';
import { agencyKey } from '../registry/agency.ts';
import type { Seed } from '../registry/seed/seed.ts';
import { searchText } from '../values/search-text.ts';
import { agencyRow } from './agencies.ts';
import type { Db } from './database.ts';

/**
 * Brings the register of places, agencies and groups to what the seed says. What an officer has changed has a version
 * above 1 and stays as it is. Rows are sent as one JSON text for each table: 60,000 of them in about a second.
 */
export async function putSeed(trx: Db, seed: Seed): Promise<void> {
  await putPlaces(trx, seed);
  await putAgencies(trx, seed);
  await putGroups(trx, seed);
  await putEvents(trx, seed);
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
  await putNames(trx, agencies);
}

function spellings(name: string) {
  const key = agencyKey(name);
  const { words, plainWords } = searchText([name, key]);
  return { key, words, plain_words: plainWords };
}

async function putNames(trx: Db, agencies: Seed['agencies']): Promise<void> {
  const rows = agencies.flatMap(({ id, names }) =>
    names.map(({ kind, name, validFrom, validUntil }) => ({
      agency_id: id,
      kind,
      name,
      valid_from: validFrom,
      valid_until: validUntil,
      ...spellings(name),
    })),
  );
  // Only what differs is touched: most of a new seed is as the old one was.
  await sql`create temp table seed_name on commit drop as
    select *, concat_ws('|', agency_id, kind, name, valid_from, '-', valid_until) as line
    from json_populate_recordset(null::agency_name, ${json(rows)})`.execute(trx);
  await sql`analyze seed_name`.execute(trx);
  await sql`
    delete from agency_name n using agency a
    where a.id = n.agency_id and a.version = 1 and a.id in (select agency_id from seed_name)
      and concat_ws('|', n.agency_id, n.kind, n.name, n.valid_from, '-', n.valid_until) not in (select line from seed_name)`.execute(
    trx,
  );
  await sql`
    insert into agency_name (agency_id, kind, name, key, words, plain_words, valid_from, valid_until)
    select s.agency_id, s.kind, s.name, s.key, s.words, s.plain_words, s.valid_from, s.valid_until
    from seed_name s join agency a on a.id = s.agency_id and a.version = 1
    where s.line not in (
      select concat_ws('|', n.agency_id, n.kind, n.name, n.valid_from, '-', n.valid_until) from agency_name n)`.execute(
    trx,
  );
  await sql`drop table seed_name`.execute(trx);
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
  const lands = placeMoves.map(({ eventId, fromPlaceId, toPlaceId, split }) => ({
    reorganisation_id: eventId,
    from_place_id: fromPlaceId,
    to_place_id: toPlaceId,
    split,
  }));
  await sql`insert into place_succession select * from json_populate_recordset(null::place_succession, ${json(lands)})
    on conflict do nothing`.execute(trx);
}
