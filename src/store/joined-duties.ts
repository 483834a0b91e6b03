import { type RawBuilder, sql } from 'kysely';
import type { FindingKind } from '../registry/review.ts';
import type { Db } from './database.ts';

/**
 * Sentences `o` go to another duty and lie with it from then on: where a row lies never changes, so they are written anew. Gives the duties
 * that they came to. @param to of the sentence as it was
 */
export async function moveOrigins(
  trx: Db,
  which: RawBuilder<unknown>,
  { to, from }: { to: RawBuilder<unknown>; from: RawBuilder<unknown> },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with o as (delete from duty_origin o where ${which} returning o.*)
    insert into duty_origin (duty_id, document_id, finding_kind, finding_id, assignment_id, period, from_duty)
    select ${to}, o.document_id, o.finding_kind, o.finding_id, o.assignment_id, o.period, ${from} from o
    returning duty_id as id`.execute(trx);
  return rows.map(({ id }) => id);
}

/** False where both come from one finding: that is two times, or two agencies, of one piece of work. */
export async function takeOrigins(trx: Db, { from, to }: { from: string; to: string }): Promise<boolean> {
  const { rows } = await sql`
    select from duty_origin a join duty_origin b using (document_id, finding_kind, finding_id)
    where a.duty_id = ${from} and b.duty_id = ${to}`.execute(trx);
  if (rows.length > 0) return false;
  await moveOrigins(trx, sql`o.duty_id = ${from}`, {
    to: sql`${to}::uuid`,
    from: sql`coalesce(o.from_duty, o.duty_id)`,
  });
  return true;
}

export async function giveOriginsBack(trx: Db, { from, to }: { from: string; to: string }): Promise<void> {
  await moveOrigins(trx, sql`o.duty_id = ${from} and o.from_duty = ${to}`, {
    to: sql`${to}::uuid`,
    from: sql`null::uuid`,
  });
}

/** The duty that an origin was before it came to this one; null where it was always this one's. */
export async function originDuty(
  db: Db,
  dutyId: string,
  { documentId, findingKind, findingId }: { documentId: string; findingKind: FindingKind; findingId: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('duty_origin')
    .select('from_duty')
    .where('duty_id', '=', dutyId)
    .where('document_id', '=', documentId)
    .where('finding_kind', '=', findingKind)
    .where('finding_id', '=', findingId)
    .executeTakeFirst();
  return row?.from_duty ?? null;
}
