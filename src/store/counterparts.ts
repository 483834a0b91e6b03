import { sql } from 'kysely';
import type { Counterpart, Judged, Judgement, Relation } from '../registry/counterpart.ts';
import type { Db } from './database.ts';

type FindingKind = Counterpart['kind'];

/** What officers judged about the pairs of two documents. */
export async function judgedPairs(
  db: Db,
  relation: Relation,
  documentId: string,
  otherDocumentId: string,
): Promise<Record<FindingKind, Judged[]>> {
  const rows = await db
    .selectFrom('counterpart')
    .selectAll()
    .where('relation', '=', relation)
    .where('document_id', '=', documentId)
    .where('other_document_id', '=', otherDocumentId)
    .execute();
  const ofKind = (kind: FindingKind): Judged[] =>
    rows
      .filter((row) => row.finding_kind === kind)
      .map((row) => ({ id: row.finding_id, otherId: row.other_finding_id, judgement: row.judgement }));
  return { target: ofKind('target'), task: ofKind('task') };
}

const isPair = (pair: Counterpart) => sql<boolean>`
  relation = ${pair.relation} and finding_kind = ${pair.kind}
  and document_id = ${pair.documentId} and finding_id = ${pair.findingId}
  and other_document_id = ${pair.otherDocumentId}
  and other_finding_id is not distinct from ${pair.otherFindingId}`;

/** What was judged about exactly this pair. */
export async function findJudgement(trx: Db, pair: Counterpart): Promise<Judgement | undefined> {
  const row = await trx.selectFrom('counterpart').select('judgement').where(isPair(pair)).executeTakeFirst();
  return row?.judgement;
}

/**
 * Stores a judgement, or with `null` takes it back. A finding has one confirmed counterpart in a document, and one
 * finding there answers one here: what was confirmed before about either is taken back. Only a task below may answer
 * several above.
 */
export async function putJudgement(trx: Db, pair: Counterpart, judgement: Judgement | null): Promise<void> {
  const shared = pair.relation === 'below' && pair.kind === 'task';
  await trx.deleteFrom('counterpart').where(isPair(pair)).execute();
  if (judgement === null) return;
  if (judgement === 'confirmed')
    await trx
      .deleteFrom('counterpart')
      .where('relation', '=', pair.relation)
      .where('finding_kind', '=', pair.kind)
      .where('document_id', '=', pair.documentId)
      .where('other_document_id', '=', pair.otherDocumentId)
      .where('judgement', '=', 'confirmed')
      .where(({ or, eb }) =>
        or([
          eb('finding_id', '=', pair.findingId),
          ...(shared ? [] : [eb('other_finding_id', '=', pair.otherFindingId)]),
        ]),
      )
      .execute();
  await trx
    .insertInto('counterpart')
    .values({
      relation: pair.relation,
      finding_kind: pair.kind,
      document_id: pair.documentId,
      finding_id: pair.findingId,
      other_document_id: pair.otherDocumentId,
      other_finding_id: pair.otherFindingId,
      judgement,
    })
    .execute();
}

export async function hasFinding(db: Db, kind: FindingKind, documentId: string, id: string): Promise<boolean> {
  const found = await db
    .selectFrom(kind)
    .select('id')
    .where('document_id', '=', documentId)
    .where('id', '=', id)
    .executeTakeFirst();
  return found !== undefined;
}
