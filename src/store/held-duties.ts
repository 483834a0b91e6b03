import { randomUUID } from 'node:crypto';
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { PlainDate } from '../values/plain-date.ts';
import { searchText } from '../values/search-text.ts';
import type { Db } from './database.ts';
import type { LaidDuty } from './reported-duties.ts';
import type { WorkTables } from './work-tables.ts';

/** Duties that somebody changes: held until the transaction ends. */

export type HeldDuty = Selectable<WorkTables['duty']>;

export const holdDuty = (trx: Db, id: string): Promise<HeldDuty | undefined> =>
  trx.selectFrom('duty').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/** Several at once, in an order that is everybody's: of two people neither waits for what the other holds. */
export async function holdDuties(trx: Db, ids: readonly string[]): Promise<void> {
  await sql`select from duty where id = any(${ids}::uuid[]) order by id for update`.execute(trx);
}

export async function updateDuty(trx: Db, id: string, fields: Updateable<WorkTables['duty']>): Promise<void> {
  await trx
    .updateTable('duty')
    .set((is) => ({ ...fields, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

type NewDuty = Omit<Insertable<WorkTables['duty']>, 'id' | 'root_id'> & { root_id?: string };

export async function insertDuty(trx: Db, fields: NewDuty): Promise<LaidDuty> {
  const id = randomUUID();
  const words = fields.content ? searchText([fields.content]) : undefined;
  return trx
    .insertInto('duty')
    .values({ root_id: id, ...fields, id, words: words?.words ?? null, plain_words: words?.plainWords ?? null })
    .returning(['id', 'province'])
    .executeTakeFirstOrThrow();
}

/** Everything open below a duty ends with it. */
export async function dropBelow(trx: Db, id: string): Promise<void> {
  await sql`
    with recursive below(id) as (
      select d.id from duty d where d.parent_id = ${id} union select d.id from below join duty d on d.parent_id = below.id)
    update duty d set stage_before = d.stage, stage = 'dropped', because = 'above', version = d.version + 1
    from below where below.id = d.id and d.stage not in ('done', 'dropped')`.execute(trx);
}

/** What ended below a duty with it goes on with it. */
export async function resumeBelow(trx: Db, id: string): Promise<void> {
  await sql`
    with recursive below(id) as (
      select d.id from duty d where d.parent_id = ${id} union select d.id from below join duty d on d.parent_id = below.id)
    update duty d set stage = d.stage_before, stage_before = null, because = null, version = d.version + 1
    from below where below.id = d.id and d.stage = 'dropped' and d.because = 'above'`.execute(trx);
}

/**
 * The work that a duty follows goes to another agency from this day on: its rows end, new ones begin, and a new duty follows
 * those. Gives the rows that it follows; none where the agency has the work already.
 */
export async function reassignWork(
  trx: Db,
  { dutyId, newDutyId, agencyId }: { dutyId: string; newDutyId: string; agencyId: string },
  today: PlainDate,
): Promise<number> {
  const made = await sql<{ id: number }>`
    with ended as (
      update assignment a set valid_until = greatest(${today}::date, a.valid_from), reassigned = true
      from duty_origin o where o.duty_id = ${dutyId} and o.assignment_id = a.id
      returning a.id, a.document_id, a.finding_kind, a.finding_id, a.role, a.named_position, a.valid_from)
    insert into assignment (document_id, finding_kind, finding_id, role, agency_id, named_position, valid_from, origins)
    select document_id, finding_kind, finding_id, role, ${agencyId}, named_position, greatest(${today}::date, valid_from), array[id]
    from ended returning id`.execute(trx);
  await sql`
    insert into duty_origin (duty_id, document_id, finding_kind, finding_id, assignment_id, period)
    select ${newDutyId}, o.document_id, o.finding_kind, o.finding_id, a.id, o.period
    from duty_origin o join assignment a on a.origins = array[o.assignment_id]
    where o.duty_id = ${dutyId} and a.id = any(${made.rows.map(({ id }) => id)}::bigint[])`.execute(trx);
  return made.rows.length;
}

/** What begins when one duty is done begins with another that has taken its place. Gives what waits. */
export async function passWaiting(trx: Db, { from, to }: { from: string; to: string }): Promise<LaidDuty[]> {
  return trx
    .updateTable('duty')
    .set((is) => ({ waits_for_duty: to, version: is('version', '+', 1) }))
    .where('waits_for_duty', '=', from)
    .where('stage', 'not in', ['done', 'dropped'])
    .returning(['id', 'province'])
    .execute();
}

/** Whether an agency has another duty of the same finding and period already. */
export async function hasSameDuty(db: Db, dutyId: string, agencyId: string): Promise<boolean> {
  const { rows } = await sql`
    select from duty_origin own join duty_origin o on o.document_id = own.document_id and o.finding_kind = own.finding_kind
        and o.finding_id = own.finding_id and o.period = own.period
      join duty d on d.id = o.duty_id
    where own.duty_id = ${dutyId} and d.id <> own.duty_id and d.agency_id = ${agencyId} and d.stage <> 'dropped' limit 1`.execute(
    db,
  );
  return rows.length > 0;
}
