import { sql } from 'kysely';
import type { FiledWork } from '../registry/filed-work.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';

/** What documents gave out and is in force on a day, with whoever has each row on that day. */
export async function filedWork(db: Db, day: PlainDate): Promise<FiledWork[]> {
  const { rows } = await sql<FiledWork>`
    with recursive child(origin, id) as (
      select unnest(origins), id from assignment where made_by is not null
    ), line(root, id) as (
      select id, id from assignment where made_by is null and valid_from <= ${day}::date
      union select line.root, child.id from line join child on child.origin = line.id
    )
    select f.agency_id as "agencyId", f.finding_kind as kind, f.document_id || ' ' || f.finding_id as work,
      array_agg(distinct a.agency_id) as now
    from line join assignment f on f.id = line.root join assignment a on a.id = line.id
    where a.valid_from <= ${day}::date and (a.valid_until is null or a.valid_until > ${day}::date)
    group by f.id`.execute(db);
  return rows;
}
