import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type SearchQuery, searchQuery } from '../values/search-text.ts';

export type Condition = RawBuilder<SqlBool>;

/** Undefined where nothing was chosen, which means all. */
export const oneOf = (
  column: RawBuilder<unknown>,
  values: readonly (string | number)[],
  type: string,
): Condition | undefined =>
  values.length === 0 ? undefined : sql<SqlBool>`${column} = any(${values}::${sql.raw(type)}[])`;

const column: Record<SearchQuery['form'], string> = { words: 'f.words', plainWords: 'f.plain_words' };

const escaped = (term: string): string => term.replace(/[\\%_]/g, '\\$&');

/** Free text over a finding's words; every term must begin a word. `f` is the finding's table. */
export function saying(typed: string | undefined): Condition | undefined {
  const query = searchQuery(typed ?? '');
  if (!query) return undefined;
  const words = sql.ref(column[query.form]);
  return sql<SqlBool>`(${sql.join(
    query.terms.map((term) => sql`${words} like ${`% ${escaped(term)}%`}`),
    sql` and `,
  )})`;
}

/** All that are given; true where none is. */
export function allOf(conditions: readonly (Condition | undefined)[]): Condition {
  const given = conditions.filter((condition) => condition !== undefined);
  return given.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(given, sql` and `)}`;
}
