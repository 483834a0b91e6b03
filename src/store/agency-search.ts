import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { agencyKey } from '../registry/agency.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { searchQuery } from '../values/search-text.ts';
import { allOf, type Condition, escaped } from './conditions.ts';
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
 * nation, then the rest; official names before others.
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
      coalesce(array_position(${nearPlaces}::text[], a.place_id), case when a.place_id is null then 100 else 101 end),
      (select min(length(n.name)) from agency_name n where n.agency_id = a.id and n.kind = 'official'),
      a.id
    limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}
