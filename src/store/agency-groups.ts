import { type Selectable, sql } from 'kysely';
import type { AgencyGroup } from '../registry/agency-group.ts';
import type { Db } from './database.ts';
import type { Tables } from './tables.ts';

export async function listAgencyGroups(db: Db): Promise<AgencyGroup[]> {
  const rows = await db.selectFrom('agency_group').selectAll().orderBy('id').execute();
  return rows.map(groupOf);
}

/** All groups, and no one else changes or adds any until the transaction ends: what they say of each other stays true. */
export async function lockAgencyGroups(trx: Db): Promise<AgencyGroup[]> {
  await sql`lock table agency_group in share row exclusive mode`.execute(trx);
  return listAgencyGroups(trx);
}

/** As it is given, whole. */
export async function putAgencyGroup(trx: Db, { id, chosenByOfficer, rule, ...group }: AgencyGroup): Promise<void> {
  const row = { ...group, rule: JSON.stringify(rule), chosen_by_officer: chosenByOfficer };
  await trx
    .insertInto('agency_group')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

/** A kind of body that provinces have, and its name: the usual one, or what the names of all have in common. */
export type Profile = { id: string; name: string };

export async function listProfiles(db: Db): Promise<Profile[]> {
  const { rows } = await sql<{
    id: string;
    usual: string;
    first: string;
    last: string;
    every: number;
    distinct: number;
  }>`
    select a.profile as id, mode() within group (order by n.name) as usual, min(n.name collate "C") as first,
      max(n.name collate "C") as last, count(*)::int as every, count(distinct n.name)::int as distinct
    from agency a join agency_name n on n.agency_id = a.id and n.kind = 'official'
    where a.profile is not null group by a.profile order by 2`.execute(db);
  return rows.map(({ id, usual, first, last, every, distinct }) => ({
    id,
    name: distinct * 2 > every && distinct > 1 ? inCommon(first, last) || usual : usual,
  }));
}

/** The words that both begin with. Of names in the order of their letters the first and the last say it for all. */
function inCommon(first: string, last: string): string {
  const others = last.split(' ');
  const words = first.split(' ');
  const end = words.findIndex((word, at) => word !== others[at]);
  return words.slice(0, end === -1 ? words.length : end).join(' ');
}

const groupOf = ({ chosen_by_officer: chosenByOfficer, ...row }: Selectable<Tables['agency_group']>): AgencyGroup => ({
  ...row,
  chosenByOfficer,
});
