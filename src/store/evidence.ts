import { type RawBuilder, type Selectable, sql } from 'kysely';
import { type Evidence, EvidenceKind, type Product } from '../registry/evidence.ts';
import type { Condition } from './conditions.ts';
import type { Db } from './database.ts';
import { named, personName } from './people.ts';
import type { LaidDuty } from './reported-duties.ts';
import type { WorkTables } from './work-tables.ts';

type Row = Selectable<WorkTables['evidence']> & { added_name: string | null; document_id: string | null };

/** A product is the document of the register with its number, and of its day where one was given. */
const rowsWhere = (condition: Condition): RawBuilder<Row> => sql<Row>`
  select e.*, ${personName('e.added_by')} as added_name, (
    select d.id from document d
    where d.number = e.document_number and (e.document_date is null or d.issued_on = e.document_date)
    order by d.issued_on desc nulls last, d.id limit 1) as document_id
  from evidence e
  where ${condition}
  order by e.added_at desc, e.id desc`;

export async function findEvidence(db: Db, id: string): Promise<Evidence | undefined> {
  const { rows } = await rowsWhere(sql`e.id = ${id}`).execute(db);
  return rows[0] && recordOf(rows[0]);
}

/** Latest first. What came with something that was not sent is shown inside the agency only. */
export async function evidenceOfDuty(
  db: Db,
  { id, province }: LaidDuty,
  { inside }: { inside: boolean },
): Promise<Evidence[]> {
  const shown = inside
    ? sql<boolean>`true`
    : sql<boolean>`(e.progress_id is null or exists (
      select from progress p where p.id = e.progress_id and p.province = e.province and p.stage = 'sent'))`;
  const { rows } = await rowsWhere(sql`e.duty_id = ${id} and e.province = ${province} and ${shown}`).execute(db);
  return rows.map(recordOf);
}

/** The same file where it has come with the same progress already: it was sent twice. */
export async function findSameFile(
  db: Db,
  { dutyId, progressId, hash }: { dutyId: string; progressId: string | null; hash: string },
): Promise<Evidence | undefined> {
  const { rows } = await rowsWhere(
    sql`e.duty_id = ${dutyId} and e.file_hash = ${hash} and e.progress_id is not distinct from ${progressId}::uuid`,
  ).execute(db);
  return rows[0] && recordOf(rows[0]);
}

export async function countEvidence(
  db: Db,
  dutyId: string,
  progressId: string | null,
): Promise<{ ofDuty: number; ofProgress: number }> {
  const { rows } = await sql<{ ofDuty: number; ofProgress: number }>`
    select count(*) as "ofDuty", count(*) filter (where progress_id = ${progressId}::uuid) as "ofProgress"
    from evidence where duty_id = ${dutyId}`.execute(db);
  return rows[0] ?? { ofDuty: 0, ofProgress: 0 };
}

export type NewEvidence = {
  id: string;
  dutyId: string;
  progressId: string | null;
  agencyId: string;
  userId: string;
  at: Date;
  note: string;
  file?: { name: string; kind: EvidenceKind; size: number; hash: string };
  product?: Product;
};

/** False where it is there already. */
export async function insertEvidence(trx: Db, evidence: NewEvidence): Promise<boolean> {
  const inserted = await trx
    .insertInto('evidence')
    .values({
      id: evidence.id,
      duty_id: evidence.dutyId,
      progress_id: evidence.progressId,
      agency_id: evidence.agencyId,
      added_by: evidence.userId,
      added_at: evidence.at,
      note: evidence.note,
      document_number: evidence.product?.number ?? null,
      document_date: evidence.product?.date ?? null,
      file_name: evidence.file?.name ?? null,
      file_type: evidence.file?.kind ?? null,
      file_size: evidence.file?.size ?? null,
      file_hash: evidence.file?.hash ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/** What the file of one piece of evidence is kept by. */
export async function findEvidenceHash(db: Db, evidenceId: string): Promise<string | undefined> {
  const row = await db.selectFrom('evidence').select('file_hash').where('id', '=', evidenceId).executeTakeFirst();
  return row?.file_hash ?? undefined;
}

export async function deleteEvidence(trx: Db, id: string): Promise<void> {
  await trx.deleteFrom('evidence').where('id', '=', id).execute();
}

const recordOf = (row: Row): Evidence => ({
  id: row.id,
  dutyId: row.duty_id,
  progressId: row.progress_id,
  agencyId: row.agency_id,
  added: { at: row.added_at.toISOString(), by: named(row.added_by, row.added_name) },
  note: row.note,
  file:
    row.file_name === null
      ? null
      : { name: row.file_name, kind: EvidenceKind.parse(row.file_type), size: row.file_size ?? 0 },
  product:
    row.document_number === null
      ? null
      : { number: row.document_number, date: row.document_date, documentId: row.document_id },
});
