import { sql } from 'kysely';
import { type FindingKind, findingKinds } from '../registry/review.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';

/** From which day to which findings are in force, and the work in them with them. All of it wants a transaction. */

/** What was accepted is in force from this day on; null takes it back. */
export async function setInForce(trx: Db, documentId: string, from: PlainDate | null): Promise<void> {
  for (const kind of findingKinds)
    await sql`update ${sql.table(kind)} set valid_from = ${from}
      where document_id = ${documentId} and review = 'accepted'`.execute(trx);
}

/** Everything of a document that is in force still is so until this day; what has ended before stays as it ended. */
export async function endDocument(trx: Db, documentId: string, until: PlainDate): Promise<void> {
  for (const table of [...findingKinds, 'assignment'] as const)
    await sql`update ${sql.table(table)} set valid_until = ${until}
      where document_id = ${documentId} and valid_from is not null and valid_until is null`.execute(trx);
}

/** The opposite of `endDocument`: what ended with the document on that day goes on; what was ended by itself does not. */
export async function resumeDocument(trx: Db, documentId: string, until: PlainDate): Promise<void> {
  for (const kind of findingKinds)
    await sql`update ${sql.table(kind)} f set valid_until = null
      where document_id = ${documentId} and valid_until = ${until}
        and not exists (
          select from action a where a.document_id = f.document_id and a.subject_kind = ${kind} and a.subject_id = f.id
            and a.verb = 'end' and not exists (select from action later where later.undoes = a.id))`.execute(trx);
  await sql`update assignment a set valid_until = null
    where document_id = ${documentId} and valid_until = ${until} and ended_by is null and not reassigned
      and (select f.valid_until from target f where a.finding_kind = 'target' and f.document_id = a.document_id and f.id = a.finding_id
        union all
        select f.valid_until from task f where a.finding_kind = 'task' and f.document_id = a.document_id and f.id = a.finding_id
      ) is null`.execute(trx);
}

export type EndedFinding = { documentId: string; kind: FindingKind; id: string };

/** One finding and its open work end. False where it is not in force, or has ended already. */
export async function endFinding(trx: Db, { documentId, kind, id }: EndedFinding, until: PlainDate): Promise<boolean> {
  const ended = await sql`update ${sql.table(kind)} set valid_until = ${until}, version = version + 1
    where document_id = ${documentId} and id = ${id} and valid_from <= ${until} and valid_until is null`.execute(trx);
  if (!ended.numAffectedRows) return false;
  await sql`update assignment set valid_until = ${until}
    where document_id = ${documentId} and finding_kind = ${kind} and finding_id = ${id} and valid_until is null`.execute(
    trx,
  );
  return true;
}

/** The opposite of `endFinding`. */
export async function resumeFinding(trx: Db, { documentId, kind, id }: EndedFinding, until: PlainDate): Promise<void> {
  await sql`update ${sql.table(kind)} set valid_until = null, version = version + 1
    where document_id = ${documentId} and id = ${id} and valid_until = ${until}`.execute(trx);
  await sql`update assignment set valid_until = null
    where document_id = ${documentId} and finding_kind = ${kind} and finding_id = ${id} and valid_until = ${until}
      and ended_by is null and not reassigned`.execute(trx);
}
