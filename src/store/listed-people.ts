import { type SqlBool, sql } from 'kysely';
import type { AccountState } from '../registry/account.ts';
import type { PageOf } from '../registry/listing.ts';
import type { User } from '../registry/may.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { searchQuery } from '../values/search-text.ts';
import { allOf, type Condition, escaped } from './conditions.ts';
import type { Db } from './database.ts';

export type PeopleQuery = {
  /** Part of a name or an address. */
  q?: string | undefined;
  role?: string | undefined;
  /** With all below it. */
  agency?: string | undefined;
  state?: AccountState | undefined;
};

function called(typed: string | undefined): Condition | undefined {
  const query = searchQuery(typed ?? '');
  if (!query) return undefined;
  const words = sql.ref(query.form === 'words' ? 'u.words' : 'u.plain_words');
  return allOf(query.terms.map((term) => sql<SqlBool>`${words} like ${`% ${escaped(term)}%`}`));
}

/** By a post that is held or will be: the role and the agency are asked of the same one. */
function holding({ role, agency }: PeopleQuery, day: PlainDate): Condition | undefined {
  if (!role && !agency) return undefined;
  const posts = allOf([
    sql<SqlBool>`(p.valid_until is null or (p.valid_until > ${day} and p.valid_until > p.valid_from))`,
    role ? sql<SqlBool>`p.role = ${role}` : undefined,
    agency
      ? sql<SqlBool>`p.agency_id in (select r.agency_id from agency_reach r where r.above_id = ${agency})`
      : undefined,
  ]);
  return sql<SqlBool>`u.id in (select p.user_id from post p where ${posts})`;
}

/** Who is locked by failures cannot be seen from behind the wall, so it is told. */
function inState(state: AccountState | undefined, locked: readonly string[]): Condition | undefined {
  if (!state) return undefined;
  const shut = sql<SqlBool>`u.id = any(${locked}::text[])`;
  if (state === 'locked') return sql<SqlBool>`(u.state = 'locked' or ${shut})`;
  return state === 'active' ? sql<SqlBool>`u.state = 'active' and not ${shut}` : sql<SqlBool>`u.state = ${state}`;
}

/** In the order of the alphabet. */
export async function listPeople(
  db: Db,
  query: PeopleQuery,
  { day, locked, limit, offset }: PageOf & { day: PlainDate; locked: readonly string[] },
): Promise<{ people: (User & { state: AccountState })[]; total: number }> {
  const where = allOf([called(query.q), holding(query, day), inState(query.state, locked)]);
  const counted = await sql<{ total: number }>`
    select count(*)::int as total from app_user u where ${where}`.execute(db);
  const { rows } = await sql<User & { state: AccountState }>`
    select u.id, u.name, u.email, u.state from app_user u where ${where}
    order by u.name collate "vi-x-icu", u.id limit ${limit} offset ${offset}`.execute(db);
  return { people: rows, total: counted.rows[0]?.total ?? 0 };
}

/** Who cannot sign in now: after failures, or because nobody has for long. Asked of the whole database. */
export async function lockedPeople(
  db: Db,
  { now, unusedSince }: { now: Date; unusedSince: Date | null },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select u.id from app_user u where u.state = 'active' and (
      exists (select from sign_in_failure f where f.key = 'account ' || lower(u.email) and f.locked_until > ${now})
      or coalesce(coalesce(u.seen_at, u.created_at) < ${unusedSince}::timestamptz, false))`.execute(db);
  return rows.map(({ id }) => id);
}
