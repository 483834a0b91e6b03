import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { agencyKey } from '../registry/agency.ts';
import type { AgencyQuery } from '../registry/agency-summary.ts';
import type { FilterChoice, PageOf } from '../registry/listing.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { searchQuery } from '../values/search-text.ts';
import { allOf, type Condition, escaped, oneOf } from './conditions.ts';
import type { Db } from './database.ts';

/** Bodies by what is typed of their names, other spellings and places. In all of it `a` is the agency. */

const standing = (table: 'a' | 'n', day: PlainDate): Condition => {
  const [from, until] = [sql.ref(`${table}.valid_from`), sql.ref(`${table}.valid_until`)];
  return sql<SqlBool>`(${from} is null or ${from} <= ${day}) and (${until} is null or ${until} > ${day})`;
};

type Called = {
  /** The places with the words of their names and of those above them, each made once: `l`, to be joined by place. */
  land: RawBuilder<unknown>;
  /** Every term begins a word of one of the body's names, or of its place. */
  condition: Condition;
};

function called(typed: string): Called | undefined {
  const query = searchQuery(typed);
  if (!query) return undefined;
  const [words, make] = query.form === 'words' ? ['words', 'search_words'] : ['plain_words', 'plain_search_words'];
  const terms = query.terms.map((term) => {
    const begun = `% ${escaped(term)}%`;
    return sql<SqlBool>`(${sql.ref(`n.${words}`)} like ${begun} or l.words like ${begun})`;
  });
  return {
    land: sql`land as materialized (
      select p.id, ${sql.raw(make)}(concat_ws(' ', p.name, q.name, r.name)) as words
      from place p left join place q on q.id = p.parent_id left join place r on r.id = q.parent_id)`,
    condition: sql<SqlBool>`exists (select from agency_name n where n.agency_id = a.id and ${allOf(terms)})`,
  };
}

/**
 * Those that are called so on a day, best first: the very name, then those of the places given (nearest first), then of the
 * nation, then of the own province, then the rest; official names before others.
 */
export async function searchAgencies(
  db: Db,
  { typed, day, nearPlaces, limit }: { typed: string; day: PlainDate; nearPlaces: readonly string[]; limit: number },
): Promise<string[]> {
  const key = agencyKey(typed);
  const search = called(typed);
  if (!search) return [];
  const { rows } = await sql<{ id: string }>`
    with ${search.land}
    select a.id from agency a left join land l on l.id = a.place_id
    where ${standing('a', day)} and ${search.condition}
    order by
      exists (select from agency_name n where n.agency_id = a.id and n.key = ${key}) desc,
      coalesce(array_position(${nearPlaces}::text[], a.place_id), case when a.place_id is null then 100
        when a.place_id in (select own_land()) then 101 else 102 end),
      (select min(length(n.name)) from agency_name n where n.agency_id = a.id and n.kind = 'official'),
      a.id
    limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

type Facet = 'tier' | 'kind' | 'place';

/** Agencies with their official name of the day (`name`), the words of their land (`l`) and their province (`province`). */
function listed(query: AgencyQuery, day: PlainDate, without?: Facet) {
  const search = called(query.q ?? '');
  const land = search?.land ?? sql`land as (select p.id, '' as words from place p)`;
  const conditions: Record<Facet, Condition | undefined> = {
    tier: oneOf(sql`a.tier`, query.tier, 'text'),
    kind: oneOf(sql`a.kind`, query.kind, 'text'),
    place: oneOf(sql`coalesce(r.id, q.id, p.id)`, query.place, 'text'),
  };
  if (without) conditions[without] = undefined;
  return {
    land,
    from: sql`agency a left join land l on l.id = a.place_id
      left join place p on p.id = a.place_id left join place q on q.id = p.parent_id left join place r on r.id = q.parent_id`,
    where: allOf([standing('a', day), search?.condition, ...Object.values(conditions)]),
  };
}

const officialName = (day: PlainDate): RawBuilder<unknown> => sql`(
  select n.name from agency_name n where n.agency_id = a.id and n.kind = 'official'
  order by ${standing('n', day)} desc, n.valid_from desc nulls last limit 1) collate "vi-x-icu"`;

const orders = (day: PlainDate): Record<AgencyQuery['sort'], RawBuilder<unknown>> => ({
  name: officialName(day),
  place: sql`coalesce(r.name, q.name, p.name) collate "vi-x-icu"`,
  since: sql`a.valid_from`,
});

/** Bodies of the nation first, where sorted by place; within a place in the order of the alphabet. */
export async function listAgencies(
  db: Db,
  query: AgencyQuery,
  day: PlainDate,
  { limit, offset }: PageOf,
): Promise<{ total: number; ids: string[] }> {
  const { land, from, where } = listed(query, day);
  const counted = await sql<{
    total: number;
  }>`with ${land} select count(*) as total from ${from} where ${where}`.execute(db);
  const { rows } = await sql<{ id: string }>`
    with ${land} select a.id from ${from} where ${where}
    order by ${orders(day)[query.sort]} ${sql.raw(query.order)} nulls first, ${officialName(day)}, a.id
    limit ${limit} offset ${offset}`.execute(db);
  return { total: counted.rows[0]?.total ?? 0, ids: rows.map(({ id }) => id) };
}

export async function countAgencyChoices(
  db: Db,
  query: AgencyQuery,
  day: PlainDate,
): Promise<Record<Facet, FilterChoice[]>> {
  const count = async (
    facet: Facet,
    value: RawBuilder<unknown>,
    label: RawBuilder<unknown>,
  ): Promise<FilterChoice[]> => {
    const { land, from, where } = listed(query, day, facet);
    const { rows } = await sql<FilterChoice>`
      with ${land} select ${value} as value, min(${label}) as label, count(*) as count
      from ${from} where ${where} and ${value} is not null
      group by 1 order by count(*) desc, 1 limit 1000`.execute(db);
    return rows;
  };
  return {
    tier: await count('tier', sql`a.tier`, sql`a.tier`),
    kind: await count('kind', sql`a.kind`, sql`a.kind`),
    place: await count('place', sql`coalesce(r.id, q.id, p.id)`, sql`coalesce(r.name, q.name, p.name)`),
  };
}
