import { sql } from 'kysely';
import type { Db } from './database.ts';

/** Of the three-letter pieces of what was typed so many must be in the name. */
const least = 0.7;

/** Agencies, indicators and people whose names are spelt nearly like what was typed, the nearest first. */
export async function namesLike(db: Db, typed: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ name: string | null }>`
    select case n.kind
      when 'agency' then (select a.name from agency_name a where a.agency_id = n.id and a.kind = 'official' order by a.valid_from desc nulls last limit 1)
      when 'indicator' then (select i.name from indicator i where i.id = n.id)
      when 'person' then (select u.name from app_user u where u.id = n.id) end as name
    from names_like(${typed}, ${limit}) n where n.likeness >= ${least} order by n.likeness desc`.execute(db);
  return [...new Set(rows.flatMap(({ name }) => name ?? []))];
}
