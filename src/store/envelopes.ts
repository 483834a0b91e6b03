import { sql } from 'kysely';
import type { ReceivedEnvelope } from '../registry/received-envelope.ts';
import type { EnvelopePart } from '../values/envelope.ts';
import type { Db } from './database.ts';

export type NewEnvelope = Pick<ReceivedEnvelope, 'fileName' | 'header'> & {
  hash: string;
  documentId: string;
  parts: readonly EnvelopePart[];
  receivedAt: Date;
  receivedBy: string;
};

/** Files beside the document that are kept, by their place among the parts. */
type BesideFile = { position: number; hash: string };

/** Nothing happens where the same envelope is here already. */
export async function insertEnvelope(trx: Db, one: NewEnvelope, beside: readonly BesideFile[]): Promise<void> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('document_envelope')
    .values({
      hash: one.hash,
      document_id: one.documentId,
      file_name: one.fileName,
      header: JSON.stringify(one.header),
      parts: JSON.stringify(one.parts),
      received_at: one.receivedAt,
      received_by: one.receivedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return;
  if (beside.length === 0) return;
  await trx
    .insertInto('envelope_file')
    .values(beside.map(({ position, hash }) => ({ envelope_hash: one.hash, position, hash })))
    .execute();
}

export async function findDocumentOfEnvelope(db: Db, hash: string): Promise<{ id: string } | undefined> {
  return db.selectFrom('document_envelope').select('document_id as id').where('hash', '=', hash).executeTakeFirst();
}

/** The same document may come more than once, from several senders. Latest first. */
export async function envelopesOfDocument(db: Db, documentId: string): Promise<ReceivedEnvelope[]> {
  const rows = await db
    .selectFrom('document_envelope')
    .select([
      ...(['hash', 'file_name', 'header', 'parts', 'received_at'] as const),
      sql<number[]>`array(select f.position from envelope_file f where f.envelope_hash = document_envelope.hash)`.as(
        'kept',
      ),
    ])
    .where('document_id', '=', documentId)
    .orderBy('received_at', 'desc')
    .orderBy('hash')
    .execute();
  return rows.map((row) => ({
    id: row.hash,
    fileName: row.file_name,
    header: row.header,
    // The first is the document itself.
    parts: row.parts.map((part, at) => ({ ...part, kept: at === 0 || row.kept.includes(at) })),
    receivedAt: row.received_at.toISOString(),
  }));
}

export async function findEnvelopeFile(
  db: Db,
  documentId: string,
  hash: string,
  position: number,
): Promise<{ name: string; hash: string } | undefined> {
  const row = await db
    .selectFrom('document_envelope')
    .innerJoin('envelope_file', 'envelope_hash', 'document_envelope.hash')
    .select(['parts', 'envelope_file.hash as file'])
    .where('document_id', '=', documentId)
    .where('document_envelope.hash', '=', hash)
    .where('position', '=', position)
    .executeTakeFirst();
  return row && { name: row.parts[position]?.name ?? hash, hash: row.file };
}
