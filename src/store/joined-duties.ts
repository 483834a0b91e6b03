import { sql } from 'kysely';
import type { FindingKind } from '../registry/review.ts';
import type { Db } from './database.ts';

/** False where both come from one finding: that is two times, or two agencies, of one piece of work. */
export async function takeOrigins(trx: Db, { from, to }: { from: string; to: string }): Promise<boolean> {
  const { rows } = await sql`
    select from duty_origin a join duty_origin b using (document_id, finding_kind, finding_id)
    where a.duty_id = ${from} and b.duty_id = ${to}`.execute(trx);
  if (rows.length > 0) return false;
  await sql`update duty_origin set duty_id = ${to}, from_duty = coalesce(from_duty, duty_id) where duty_id = ${from}`.execute(
    trx,
  );
  return true;
}

export async function giveOriginsBack(trx: Db, { from, to }: { from: string; to: string }): Promise<void> {
  await sql`update duty_origin set duty_id = ${to}, from_duty = null where duty_id = ${from} and from_duty = ${to}`.execute(
    trx,
  );
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
