import { type RawBuilder, sql } from 'kysely';
import type { PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';

/**
 * Whom something is told: one person, who holds a post in an agency, or who holds one that reaches it, from above or by its place. For an
 * agency that is no more those hear of it that have its work.
 */
export type Recipient =
  | { userId: string }
  | { agencyId: string; roles: readonly string[] }
  | { reaching: string; roles: readonly string[] };

/** The people behind each list, each once, as of a day. */
export async function peopleOf(db: Db, lists: readonly (readonly Recipient[])[], day: PlainDate): Promise<string[][]> {
  const people = lists.map((list) => new Set(list.flatMap((one) => ('userId' in one ? [one.userId] : []))));
  const asked = lists.flatMap((list, at) =>
    list.flatMap((one) =>
      'userId' in one
        ? []
        : [
            {
              at,
              agency_id: 'reaching' in one ? one.reaching : one.agencyId,
              reaching: 'reaching' in one,
              roles: one.roles,
            },
          ],
    ),
  );
  if (asked.length > 0)
    for (const { at, user_id } of await holders(db, JSON.stringify(asked), day)) people[at]?.add(user_id);
  return people.map((some) => [...some]);
}

/** Those of an agency's place and of all places around it: a commune's own committee stands below no other, and yet they answer for it. */
const committeesOver = (agencyId: RawBuilder<string>): RawBuilder<unknown> => sql`(
  with recursive around(id) as (
    select a.place_id from agency a where a.id = ${agencyId} and a.place_id is not null
    union select p.parent_id from around join place p on p.id = around.id where p.parent_id is not null)
  select c.id from around cross join lateral (
    select a.id from agency a where a.place_id = around.id and a.kind = 'committee' offset 0) c)`;

async function holders(db: Db, asked: string, day: PlainDate): Promise<{ at: number; user_id: string }[]> {
  const { rows } = await sql<{ at: number; user_id: string }>`
    select distinct asked.at, post.user_id
    from jsonb_to_recordset(${asked}::jsonb) as asked(at int, agency_id text, reaching boolean, roles jsonb)
    cross join lateral going_on_for(asked.agency_id, ${day}) heir(id)
    cross join lateral (
      select heir.id
      union select reach.above_id from agency_reach reach where asked.reaching and reach.agency_id = heir.id
      union select over_place.id from ${committeesOver(sql`heir.id`)} over_place where asked.reaching) over_it
    join post on post.agency_id = over_it.id and asked.roles ? post.role
    join app_user person on person.id = post.user_id and person.state = 'active'
    where post.valid_from <= ${day} and (post.valid_until is null or post.valid_until > ${day})
    order by asked.at, post.user_id`.execute(db);
  return rows;
}

export type Contact = { id: string; name: string; email: string };

/** Those of them who are at work here on a day: whose account is open, and who hold a post. */
export async function contactsAtWork(
  db: Db,
  userIds: readonly string[],
  day: PlainDate,
): Promise<Map<string, Contact>> {
  const { rows } = await sql<Contact>`
    select id, name, email from app_user person where id = any(${userIds}::text[]) and state = 'active' and exists (
      select from post where user_id = person.id and valid_from <= ${day} and (valid_until is null or valid_until > ${day}))`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Where letters to a person go; undefined for who is not at work here any more, or not yet. */
export const findMailbox = async (db: Db, userId: string, day: PlainDate): Promise<string | undefined> =>
  (await contactsAtWork(db, [userId], day)).get(userId)?.email;
