import { sql } from 'kysely';
import type { PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';

/** Which of these agencies an administrator does not look after. */
export async function agenciesOutOfReach(
  db: Db,
  userId: string,
  agencyIds: readonly string[],
  day: PlainDate,
): Promise<string[]> {
  if (agencyIds.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select asked.id from unnest(${agencyIds}::text[]) asked(id)
    where asked.id not in (select administered_agencies(${userId}, ${day}))`.execute(db);
  return rows.map(({ id }) => id);
}

/** Of these people those who hold a post, or will, that an administrator does not look after. */
export async function peopleOutOfReach(
  db: Db,
  userId: string,
  userIds: readonly string[],
  day: PlainDate,
): Promise<string[]> {
  if (userIds.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select distinct p.user_id as id from post p
    where p.user_id = any(${userIds}::text[])
      and (p.valid_until is null or (p.valid_until > ${day} and p.valid_until > p.valid_from))
      and p.agency_id not in (select administered_agencies(${userId}, ${day}))`.execute(db);
  return rows.map(({ id }) => id);
}
