import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { DocumentState } from '../registry/document-state.ts';
import type { Standing } from '../registry/listing.ts';
import type { FindingKind } from '../registry/review.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { type SearchQuery, searchQuery } from '../values/search-text.ts';

export type Condition = RawBuilder<SqlBool>;

/** Undefined where nothing was chosen, which means all. */
export const oneOf = (
  column: RawBuilder<unknown>,
  values: readonly (string | number)[],
  type: string,
): Condition | undefined =>
  values.length === 0 ? undefined : sql<SqlBool>`${column} = any(${values}::${sql.raw(type)}[])`;

const column: Record<SearchQuery['form'], string> = { words: 'words', plainWords: 'plain_words' };

export const escaped = (term: string): string => term.replace(/[\\%_]/g, '\\$&');

/** Free text over a finding's words; every term must begin a word. `f` is the finding's table. */
export function saying(kind: FindingKind, typed: string | undefined): Condition | undefined {
  const query = searchQuery(typed ?? '');
  if (!query) return undefined;
  const patterns = query.terms.map((term) => `% ${escaped(term)}%`);
  return sql<SqlBool>`(f.document_id, f.id) in (
    select said.document_id, said.id from findings_saying(${kind}, ${column[query.form]}, ${patterns}::text[]) said)`;
}

/** All that are given; true where none is. */
export function allOf(conditions: readonly (Condition | undefined)[]): Condition {
  const given = conditions.filter((condition) => condition !== undefined);
  return given.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(given, sql` and `)}`;
}

/** The moment at which a day begins in Việt Nam. */
export const dayBegins = (day: PlainDate): RawBuilder<Date> =>
  sql`(${day}::date::timestamp at time zone 'Asia/Ho_Chi_Minh')`;

/** The day in Việt Nam on which a moment lies, or that in a column. */
export const dayOf = (moment: string | RawBuilder<unknown>): RawBuilder<PlainDate> =>
  sql`(${typeof moment === 'string' ? sql.ref(moment) : moment} at time zone 'Asia/Ho_Chi_Minh')::date`;

/** The day that was given for whoever asks; where nobody in particular does, the one it is in Việt Nam. */
export const today = sql`coalesce(person_day(), (now() at time zone 'Asia/Ho_Chi_Minh')::date)`;

/** Whether a row was in force on a day: the one condition, for documents, findings and assignments. */
export function inForce(table: string, day: PlainDate | undefined): Condition {
  const [from, until] = [sql.ref(`${table}.valid_from`), sql.ref(`${table}.valid_until`)];
  const on = day === undefined ? today : sql`${day}::date`;
  return sql`(${from} <= ${on} and (${until} is null or ${until} > ${on}))`;
}

/** Whether a row was in force and is so no more today. */
export const hasEnded = (table: string): Condition =>
  sql`coalesce(${sql.ref(`${table}.valid_until`)} <= ${today}, false)`;

const ends: readonly DocumentState[] = ['superseded', 'withdrawn'];

/** Which findings there are as of a day, or now: then also those of documents that have not been issued yet. */
export function standing({ asOf, state = [], review = [], ended }: Standing): Condition {
  const ofState = oneOf(sql`state`, state, 'text');
  const reviewed = review.length > 0 ? review : ['proposed', 'accepted'];
  const endedToo = state.filter((one) => ends.includes(one));
  const present = sql<SqlBool>`(not ${hasEnded('f')}${
    endedToo.length === 0
      ? sql``
      : sql` or f.document_id in (select id from document where state = any(${endedToo}::text[]))`
  })`;
  return allOf([
    ofState && sql`f.document_id in (select id from document where ${ofState})`,
    sql`f.review = any(${reviewed}::text[])`,
    asOf === undefined ? (ended ? undefined : present) : inForce('f', asOf),
  ]);
}
