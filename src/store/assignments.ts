import { sql } from 'kysely';
import type { HeldFinding } from '../registry/held-finding.ts';
import type { Given } from '../registry/issuing.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';

/** Who has the work of a document's findings, from which day to which. */

type GivenWork = { finding: HeldFinding; given: readonly Given[] };

/** PostgreSQL takes 65,535 values in one statement. */
const rowsAtOnce = 2000;

export async function insertAssignments(
  trx: Db,
  documentId: string,
  work: readonly GivenWork[],
  validFrom: PlainDate,
): Promise<void> {
  const rows = work.flatMap(({ finding, given }) =>
    given.map(({ role, position, agencyId }) => ({
      document_id: documentId,
      finding_kind: finding.kind,
      finding_id: finding.record.id,
      role,
      agency_id: agencyId,
      named_position: position,
      valid_from: validFrom,
    })),
  );
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    await trx
      .insertInto('assignment')
      .values(rows.slice(at, at + rowsAtOnce))
      .execute();
}

/** Gives a finding's work anew, as its names now mean it. What a reorganisation has moved stays where it went. */
export async function replaceAssignments(
  trx: Db,
  documentId: string,
  { finding, given }: GivenWork,
  validFrom: PlainDate,
): Promise<void> {
  const { rows } = await sql<{ role: string; agency_id: string }>`
    with gone as (
      delete from assignment where document_id = ${documentId} and finding_kind = ${finding.kind}
        and finding_id = ${finding.record.id} and made_by is null and ended_by is null
      returning id)
    select role, agency_id from assignment
    where document_id = ${documentId} and finding_kind = ${finding.kind} and finding_id = ${finding.record.id}
      and (made_by is not null or ended_by is not null)`.execute(trx);
  const moved = new Set(rows.map((row) => `${row.role} ${row.agency_id}`));
  const fresh = given.filter(({ role, agencyId }) => !moved.has(`${role} ${agencyId}`));
  await insertAssignments(trx, documentId, [{ finding, given: fresh }], validFrom);
}

/** Whether a reorganisation has moved any of a document's work. */
export async function hasMovedWork(db: Db, documentId: string): Promise<boolean> {
  const { rows } = await sql`
    select from assignment where document_id = ${documentId} and (made_by is not null or ended_by is not null) limit 1`.execute(
    db,
  );
  return rows.length > 0;
}

export async function deleteAssignments(trx: Db, documentId: string): Promise<void> {
  await trx.deleteFrom('assignment').where('document_id', '=', documentId).execute();
}
