import { sql } from 'kysely';
import type { PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';
import { handTo, keepBefore, officerStays } from './reorganised-duties.ts';

/** Duties that come back to an agency that is no more. Wants a transaction. */

/** A row of work that a duty follows, and the one that has taken its place. */
export type RowNow = { assignmentId: number; nowId: number; agencyId: string };

/** Of the rows that a duty follows and that have ended those that carry them on today. */
export async function rowsNow(trx: Db, dutyId: string, today: PlainDate): Promise<RowNow[]> {
  const { rows } = await sql<RowNow>`
    with recursive line(first, id) as (
      select o.assignment_id, o.assignment_id from duty_origin o where o.duty_id = ${dutyId}
      union select line.first, a.id from line join assignment x on x.id = line.id
        join assignment a on a.document_id = x.document_id and a.finding_kind = x.finding_kind and a.finding_id = x.finding_id
          and line.id = any(a.origins))
    select distinct on (line.first) line.first as "assignmentId", a.id as "nowId", a.agency_id as "agencyId"
    from line join assignment a on a.id = line.id and a.id <> line.first
    where a.valid_until is null or a.valid_until > ${today}::date order by line.first, a.id`.execute(trx);
  return rows;
}

/** As if the event were carried out once more. */
export async function handOn(
  trx: Db,
  reorganisationId: string,
  { dutyId, agencyId, rows }: { dutyId: string; agencyId: string; rows: readonly RowNow[] },
  at: Date,
): Promise<void> {
  await keepBefore(trx, reorganisationId, [dutyId], at);
  await handTo(trx, dutyId, agencyId);
  // A row that another duty follows already stays with that one.
  for (const { assignmentId, nowId } of rows)
    await sql`update duty_origin o set assignment_id = ${nowId} where o.duty_id = ${dutyId} and o.assignment_id = ${assignmentId}
      and not exists (select from duty_origin other where other.assignment_id = ${nowId} and other.period = o.period)`.execute(
      trx,
    );
  await sql`update duty d set officer_id = null where d.id = ${dutyId} and d.officer_id is not null and not ${officerStays}`.execute(
    trx,
  );
  await sql`update duty_move m set version = d.version from duty d
    where d.id = m.duty_id and d.id = ${dutyId} and m.reorganisation_id = ${reorganisationId}`.execute(trx);
}

export async function openPiecesOf(trx: Db, dutyId: string): Promise<{ id: string; kind: string; agencyId: string }[]> {
  return trx
    .selectFrom('duty')
    .select(['id', 'kind', 'agency_id as agencyId'])
    .where('parent_id', '=', dutyId)
    .where('stage', 'not in', ['done', 'dropped'])
    .orderBy('given_at')
    .orderBy('id')
    .execute();
}
