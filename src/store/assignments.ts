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

/**
 * Gives a finding's work anew, as its names now mean it. Rows that stay keep their ids, for duties follow them. What a
 * reorganisation or a coordinator has moved stays where it went.
 */
export async function replaceAssignments(
  trx: Db,
  documentId: string,
  { finding, given }: GivenWork,
  validFrom: PlainDate,
): Promise<void> {
  const { rows } = await sql<{ id: number; role: string; agency_id: string; moved: boolean }>`
    select id, role, agency_id, made_by is not null or ended_by is not null or origins <> '{}' or reassigned as moved
    from assignment
    where document_id = ${documentId} and finding_kind = ${finding.kind} and finding_id = ${finding.record.id}`.execute(
    trx,
  );
  const wanted = new Set(given.map(({ role, agencyId }) => `${role} ${agencyId}`));
  const has = new Set(rows.map((row) => `${row.role} ${row.agency_id}`));
  const gone = rows.filter((row) => !row.moved && !wanted.has(`${row.role} ${row.agency_id}`));
  if (gone.length > 0)
    await trx
      .deleteFrom('assignment')
      .where(
        'id',
        'in',
        gone.map(({ id }) => id),
      )
      .execute();
  const fresh = given.filter(({ role, agencyId }) => !has.has(`${role} ${agencyId}`));
  await insertAssignments(trx, documentId, [{ finding, given: fresh }], validFrom);
}

/** Whether a reorganisation has moved any of a document's work, or of one finding's. */
export async function hasMovedWork(db: Db, documentId: string, finding?: HeldFinding): Promise<boolean> {
  const its = finding ? sql`finding_kind = ${finding.kind} and finding_id = ${finding.record.id}` : sql`true`;
  const { rows } = await sql`
    select from assignment
    where document_id = ${documentId} and ${its} and (made_by is not null or ended_by is not null) limit 1`.execute(db);
  return rows.length > 0;
}

export async function deleteAssignments(trx: Db, documentId: string): Promise<void> {
  await trx.deleteFrom('assignment').where('document_id', '=', documentId).execute();
}
