import { type RawBuilder, type Selectable, sql } from 'kysely';
import { type Agency, type AgencyName, agencyKey } from '../registry/agency.ts';
import type { Db } from './database.ts';
import type { Tables } from './tables.ts';

type AgencyRow = Selectable<Tables['agency']> & { names: AgencyName[] };

/** Official names first, each kind from the oldest on. */
const withNames = sql`
  a.*, (
    select coalesce(json_agg(json_build_object(
      'kind', n.kind, 'name', n.name, 'validFrom', n.valid_from, 'validUntil', n.valid_until
    ) order by n.kind = 'official' desc, n.valid_from nulls first, n.kind, n.name collate "vi-x-icu"), '[]')
    from agency_name n where n.agency_id = a.id) as names`;

async function readAgencies(db: Db, from: RawBuilder<unknown>): Promise<Agency[]> {
  const { rows } = await sql<AgencyRow>`select ${withNames} from ${from}`.execute(db);
  return rows.map(agencyOf);
}

export async function findAgency(db: Db, id: string): Promise<Agency | undefined> {
  return (await readAgencies(db, sql`agency a where a.id = ${id}`))[0];
}

/** By its id, or by a name that no other agency has on a day; undefined where several have it. */
export async function findAgencyByName(db: Db, idOrName: string, day: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from agency where id = ${idOrName}
    union select a.id from agency a join agency_name n on n.agency_id = a.id
    where n.name = ${idOrName} and (a.valid_from is null or a.valid_from <= ${day}) and (a.valid_until is null or a.valid_until > ${day})
      and (n.valid_from is null or n.valid_from <= ${day}) and (n.valid_until is null or n.valid_until > ${day})`.execute(
    db,
  );
  return rows.length === 1 ? rows[0]?.id : undefined;
}

export async function agenciesByIds(db: Db, ids: readonly string[]): Promise<Agency[]> {
  return ids.length === 0 ? [] : readAgencies(db, sql`agency a where a.id = any(${ids}::text[])`);
}

/** Bodies of the nation, and of these places and all below them. */
export async function agenciesIn(db: Db, placeIds: readonly string[]): Promise<Agency[]> {
  return readAgencies(
    db,
    sql`agency a where a.place_id is null or a.place_id in (
      with recursive land(id) as (
        select unnest(${placeIds}::text[]) union select p.id from place p join land on p.parent_id = land.id
      ) select id from land)`,
  );
}

export type AgencyFilter = {
  placeIds: readonly string[];
  nation: boolean;
  kinds: readonly string[];
  profiles: readonly string[];
};

/** Bodies that stand in these places themselves, and of the nation where it is asked for. */
export async function agenciesAt(db: Db, { placeIds, nation, kinds, profiles }: AgencyFilter): Promise<Agency[]> {
  return readAgencies(
    db,
    sql`agency a where (a.place_id = any(${placeIds}::text[]) or (${nation} and a.place_id is null))
      and (a.kind = any(${kinds}::text[]) or a.profile = any(${profiles}::text[]))
      order by a.place_id, a.id`,
  );
}

/** Waits for whoever changes it now, and keeps others waiting until the transaction ends. */
export async function lockAgency(trx: Db, id: string): Promise<Agency | undefined> {
  await sql`select from agency where id = ${id} for update`.execute(trx);
  return findAgency(trx, id);
}

/** An agency's own columns, but for its id. */
export const agencyRow = (agency: Omit<Agency, 'id' | 'names'>) => ({
  kind: agency.kind,
  profile: agency.profile,
  tier: agency.tier,
  place_id: agency.placeId,
  parent_id: agency.parentId,
  symbol: agency.symbol,
  exchange_code: agency.exchangeCode,
  contact: agency.contact,
  valid_from: agency.validFrom,
  valid_until: agency.validUntil,
  source: agency.source,
  version: agency.version,
});

/** As it is given, whole: its row and all its names. */
export async function putAgency(trx: Db, agency: Agency): Promise<void> {
  const row = agencyRow(agency);
  await trx
    .insertInto('agency')
    .values({ id: agency.id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
  await trx.deleteFrom('agency_name').where('agency_id', '=', agency.id).execute();
  await trx
    .insertInto('agency_name')
    .values(
      agency.names.map(({ kind, name, validFrom, validUntil }) => ({
        agency_id: agency.id,
        kind,
        name,
        key: agencyKey(name),
        valid_from: validFrom,
        valid_until: validUntil,
      })),
    )
    .execute();
}

const agencyOf = (row: AgencyRow): Agency => ({
  id: row.id,
  kind: row.kind,
  profile: row.profile,
  tier: row.tier,
  placeId: row.place_id,
  parentId: row.parent_id,
  symbol: row.symbol,
  exchangeCode: row.exchange_code,
  contact: row.contact,
  validFrom: row.valid_from,
  validUntil: row.valid_until,
  source: row.source,
  version: row.version,
  names: row.names,
});
