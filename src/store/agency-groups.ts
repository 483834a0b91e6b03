import type { Selectable } from 'kysely';
import type { AgencyGroup } from '../registry/agency-group.ts';
import type { Db } from './database.ts';
import type { Tables } from './tables.ts';

export async function listAgencyGroups(db: Db): Promise<AgencyGroup[]> {
  const rows = await db.selectFrom('agency_group').selectAll().orderBy('id').execute();
  return rows.map(groupOf);
}

const groupOf = ({ chosen_by_officer: chosenByOfficer, ...row }: Selectable<Tables['agency_group']>): AgencyGroup => ({
  ...row,
  chosenByOfficer,
});
