import { sql } from 'kysely';
import type { DocumentState } from '../registry/document-state.ts';
import type { DocumentHeader } from '../values/finding.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { dayOf } from './conditions.ts';
import type { Db } from './database.ts';

/** What a review needs to know of a document beside its findings. */
export type HeldDocument = {
  id: string;
  state: DocumentState;
  version: number;
  validFrom: PlainDate | null;
  validUntil: PlainDate | null;
  issuedOn: PlainDate | null;
  issuer: string | null;
  header: DocumentHeader;
  receivedOn: PlainDate;
};

/** @param forChange waits for whoever changes this document now, and keeps others waiting until the transaction ends */
export async function findHeldDocument(
  db: Db,
  id: string,
  { forChange }: { forChange: boolean },
): Promise<HeldDocument | undefined> {
  const { rows } = await sql<HeldDocument>`
    select id, state, version, valid_from as "validFrom", valid_until as "validUntil", issued_on as "issuedOn", issuer, header,
      ${dayOf('received_at')} as "receivedOn"
    from document where id = ${id} ${forChange ? sql`for no key update` : sql``}`.execute(db);
  return rows[0];
}

export async function getCanonicalText(db: Db, documentId: string): Promise<string> {
  const { text } = await db
    .selectFrom('document_text')
    .select('text')
    .where('document_id', '=', documentId)
    .executeTakeFirstOrThrow();
  return text;
}

export async function setDocumentState(
  trx: Db,
  id: string,
  { state, validFrom, validUntil }: Pick<HeldDocument, 'state' | 'validFrom' | 'validUntil'>,
): Promise<void> {
  await trx
    .updateTable('document')
    .set((eb) => ({ state, valid_from: validFrom, valid_until: validUntil, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
