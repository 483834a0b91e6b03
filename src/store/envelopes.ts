import type { ReceivedEnvelope } from '../registry/received-envelope.ts';
import type { Db } from './database.ts';

export type NewEnvelope = Omit<ReceivedEnvelope, 'receivedAt'> & {
  hash: string;
  documentId: string;
  receivedAt: Date;
  receivedBy: string;
};

/** Nothing happens where the same envelope is here already. */
export async function insertEnvelope(trx: Db, one: NewEnvelope): Promise<void> {
  await trx
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
    .execute();
}

export async function findDocumentOfEnvelope(db: Db, hash: string): Promise<{ id: string } | undefined> {
  return db.selectFrom('document_envelope').select('document_id as id').where('hash', '=', hash).executeTakeFirst();
}

/** The same document may come more than once, from several senders. Latest first. */
export async function envelopesOfDocument(db: Db, documentId: string): Promise<ReceivedEnvelope[]> {
  const rows = await db
    .selectFrom('document_envelope')
    .select(['file_name', 'header', 'parts', 'received_at'])
    .where('document_id', '=', documentId)
    .orderBy('received_at', 'desc')
    .orderBy('hash')
    .execute();
  return rows.map((row) => ({
    fileName: row.file_name,
    header: row.header,
    parts: row.parts,
    receivedAt: row.received_at.toISOString(),
  }));
}
