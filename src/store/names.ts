import { type RawBuilder, sql } from 'kysely';
import type { Named } from '../registry/named.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';

/** What things of the register are called, for those who only show them. */

const byId = (rows: Named[]): Map<string, string> => new Map(rows.map(({ id, name }) => [id, name]));

/** The same name of one agency, within another question. */
export const agencyNameOn = (agencyId: RawBuilder<unknown>, day: PlainDate): RawBuilder<string | null> =>
  sql`(select n.name from agency_name n where n.agency_id = ${agencyId} order by ${nameOrder(day)} limit 1)`;

const nameOrder = (day: PlainDate): RawBuilder<unknown> => sql`kind = 'official' desc,
  (valid_from is null or valid_from <= ${day}) and (valid_until is null or valid_until > ${day}) desc, valid_from desc nulls last`;

/** Under its official name of a day; where it had none then, the last one it had. */
export async function agencyNamesOn(db: Db, ids: readonly string[], day: PlainDate): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Named>`
    select distinct on (agency_id) agency_id as id, name from agency_name
    where agency_id = any(${ids}::text[])
    order by agency_id, ${nameOrder(day)}`.execute(db);
  return byId(rows);
}

export async function indicatorNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Named>`select id, name from indicator where id = any(${ids}::text[])`.execute(db);
  return byId(rows);
}

export type GroupName = Named & { chosenByOfficer: boolean };

/** All groups there are: a few dozen. */
export async function groupNames(db: Db): Promise<Map<string, GroupName>> {
  const { rows } = await sql<GroupName>`
    select id, name, chosen_by_officer as "chosenByOfficer" from agency_group`.execute(db);
  return new Map(rows.map((group) => [group.id, group]));
}

/** Which of these are not in the register. */
export async function unknownIds(
  db: Db,
  table: 'agency' | 'agency_group' | 'indicator',
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select asked.id from unnest(${ids}::text[]) asked(id)
    where not exists (select from ${sql.table(table)} known where known.id = asked.id)`.execute(db);
  return rows.map(({ id }) => id);
}
