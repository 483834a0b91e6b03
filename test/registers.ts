import { sql } from 'kysely';
import type { Db } from '../src/store/database.ts';

/** A small register of agencies and groups, where a test is about what refers to it. */
export async function storeAgencies(db: Db, names: Record<string, string>): Promise<void> {
  for (const [id, name] of Object.entries(names)) {
    await sql`insert into agency (id, kind, tier, source) values (${id}, 'department', 'province', 'test')`.execute(db);
    await sql`insert into agency_name (agency_id, kind, name, key) values (${id}, 'official', ${name}, lower(${name}))`.execute(
      db,
    );
  }
}

/** Its members are all agencies of the nation that `storeAgencies` stores. */
export async function storeGroup(db: Db, id: string, name: string, chosenByOfficer: boolean): Promise<void> {
  await sql`insert into agency_group (id, name, keys, rule, chosen_by_officer, source)
    values (${id}, ${name}, array[lower(${name})], '[{"scope":"national","kinds":["department"],"profiles":[],"placeKinds":[]}]', ${chosenByOfficer}, 'test')`.execute(
    db,
  );
}
