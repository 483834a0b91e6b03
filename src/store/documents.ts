import { type Insertable, type RawBuilder, type Selectable, sql } from 'kysely';
import type { DocumentSummary, PlanDocument } from '../registry/plan-document.ts';
import type { Block, Page, Place } from '../values/block.ts';
import { DocumentHeader } from '../values/finding.ts';
import type { Note } from '../values/note.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { highestSecrecy } from '../values/secrecy.ts';
import { inForce, today } from './conditions.ts';
import type { Db } from './database.ts';
import { agencyRows, documentRow, type NewDocument, noteRow, targetRow, taskRow } from './document-rows.ts';
import { insertPassages } from './passages.ts';
import { figureRow } from './past-figures.ts';
import type { Tables } from './tables.ts';

/** False where the same file is a document already; then nothing was stored. Wants a transaction, and its file to be kept. */
export async function insertDocument(trx: Db, document: NewDocument): Promise<boolean> {
  const { id, intake } = document;
  const inserted = await trx
    .insertInto('document')
    .values(documentRow(document))
    .onConflict((conflict) => conflict.column('file_hash').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) return false;
  await trx.insertInto('document_file').values({ document_id: id, hash: document.file.hash }).execute();
  await trx
    .insertInto('document_text')
    .values({
      document_id: id,
      text: document.text,
      blocks: document.blocks,
      pages: document.pages,
      places: document.places,
    })
    .execute();
  await insertAll(
    trx,
    'target',
    intake.targets.map((entry, position) => targetRow(id, entry, position)),
  );
  await insertAll(
    trx,
    'task',
    intake.tasks.map((entry, position) => taskRow(id, entry, position)),
  );
  await insertAll(
    trx,
    'past_figure',
    intake.figures.map((entry, position) => figureRow(id, entry, position)),
  );
  await insertPassages(trx, id, document.passages);
  await insertAll(trx, 'finding_agency', agencyRows(id, intake));
  await insertAll(
    trx,
    'note',
    intake.notes.map((note, position) => noteRow(id, note, position)),
  );
  return true;
}

/** PostgreSQL takes 65,535 values in one statement; the widest table has 31 columns. */
const rowsAtOnce = 1000;

async function insertAll<T extends keyof Tables>(trx: Db, table: T, rows: Insertable<Tables[T]>[]): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    await trx
      .insertInto<keyof Tables>(table)
      .values(rows.slice(at, at + rowsAtOnce))
      .execute();
}

export async function documentsWithoutPlace(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from document where place_id is null and issuer is not null order by received_at`.execute(db);
  return rows.map(({ id }) => id);
}

export async function setPlace(db: Db, id: string, placeId: string): Promise<void> {
  await db.updateTable('document').set({ place_id: placeId }).where('id', '=', id).execute();
}

export async function findDocumentByHash(db: Db, hash: string): Promise<{ id: string } | undefined> {
  return db.selectFrom('document').select('id').where('file_hash', '=', hash).executeTakeFirst();
}

/**
 * All there are, or those that were in force on a day. Newest issued first, with as many findings as the lists of that day
 * show of them; a document that has ended keeps its own.
 */
export async function listDocuments(db: Db, asOf?: PlainDate): Promise<DocumentSummary[]> {
  const { rows } = await documentRows(asOf, sql`true`, sql`d.issued_on desc nulls last, d.id`).execute(db);
  return rows.map(summaryOf);
}

/** In the order of their ids, which never changes. */
export async function documentsAfter(
  db: Db,
  asOf: PlainDate | undefined,
  after: string | undefined,
  limit: number,
): Promise<DocumentSummary[]> {
  const behind = after === undefined ? sql`true` : sql`d.id > ${after}`;
  const { rows } = await documentRows(asOf, behind, sql`d.id limit ${limit}`).execute(db);
  return rows.map(summaryOf);
}

function documentRows(
  asOf: PlainDate | undefined,
  which: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): RawBuilder<DocumentRow> {
  const day = asOf === undefined ? today : sql`${asOf}::date`;
  // Once issued a document's findings only ever end: few have, and they alone are counted.
  const endedBy = (kind: 'target' | 'task') => sql`left join (
    select f.document_id, count(*)::int as count from ${sql.table(kind)} f where f.valid_until <= ${day} group by 1
  ) ${sql.ref(`${kind}_ended`)} on ${sql.ref(`${kind}_ended.document_id`)} = d.id and (d.valid_until is null or d.valid_until > ${day})`;
  return sql<DocumentRow>`
    select d.*, d.target_count - coalesce(target_ended.count, 0) as target_count,
      d.task_count - coalesce(task_ended.count, 0) as task_count
    from document d ${endedBy('target')} ${endedBy('task')}
    where ${asOf === undefined ? sql`true` : inForce('d', asOf)} and ${which}
    order by ${order}`;
}

/** Those of the ids that there are, in no order. */
export async function findSummaries(db: Db, ids: readonly string[]): Promise<DocumentSummary[]> {
  const rows = await db
    .selectFrom('document')
    .selectAll()
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return rows.map(summaryOf);
}

export async function findDocument(db: Db, id: string): Promise<PlanDocument | undefined> {
  const row = await db
    .selectFrom('document')
    .innerJoin('app_user', 'app_user.id', 'document.received_by')
    .selectAll('document')
    .select('app_user.name as received_by_name')
    .where('document.id', '=', id)
    .executeTakeFirst();
  return row && documentOf(row, row.received_by_name);
}

export type StoredText = { text: string; blocks: Block[]; pages: Page[]; places: Place[] };

export async function getText(db: Db, documentId: string): Promise<StoredText> {
  const { pages, places, ...rest } = await db
    .selectFrom('document_text')
    .select(['text', 'blocks', 'pages', 'places'])
    .where('document_id', '=', documentId)
    .executeTakeFirstOrThrow();
  return { ...rest, pages: pages ?? [], places: places ?? [] };
}

export type StoredPage = { fileHash: string; format: PlanDocument['format']; page: Page };

/** @param at from 0 */
export async function findPage(db: Db, documentId: string, at: number): Promise<StoredPage | undefined> {
  const row = await db
    .selectFrom('document_text')
    .innerJoin('document', 'document.id', 'document_text.document_id')
    .select(['document.file_hash as fileHash', 'document.format'])
    .select(sql<Page | null>`document_text.pages -> ${at}::integer`.as('page'))
    .where('document.id', '=', documentId)
    .executeTakeFirst();
  return row?.page ? { ...row, page: row.page } : undefined;
}

export async function notesOfDocument(db: Db, documentId: string): Promise<Note[]> {
  const rows = await db
    .selectFrom('note')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy('position')
    .execute();
  return rows.map(noteOf);
}

const noteOf = (row: Selectable<Tables['note']>): Note => ({
  code: row.code,
  span: row.span_start === null || row.span_end === null ? null : { start: row.span_start, end: row.span_end },
  findingId: row.finding_id,
  detail: row.detail,
  suggestion: row.suggestion,
  reasons: row.reasons,
});

export type NamedFile = { name: string; format: PlanDocument['format']; hash: string };

export async function findFile(db: Db, documentId: string): Promise<NamedFile | undefined> {
  return db
    .selectFrom('document_file')
    .innerJoin('document', 'document.id', 'document_file.document_id')
    .select(['document.file_name as name', 'document.format', 'document_file.hash'])
    .where('document.id', '=', documentId)
    .executeTakeFirst();
}

const periodOf = ({ period_from: from, period_to: to }: DocumentRow): DocumentSummary['period'] =>
  from === null || to === null ? null : { from, to };

type DocumentRow = Selectable<Tables['document']>;

const summaryOf = (row: DocumentRow): DocumentSummary => ({
  id: row.id,
  fileName: row.file_name,
  format: row.format,
  number: row.number,
  kind: row.kind,
  title: row.title,
  issuer: row.issuer,
  issuedOn: row.issued_on,
  period: periodOf(row),
  targetCount: row.target_count,
  taskCount: row.task_count,
  noteCount: row.note_count,
  receivedAt: row.received_at.toISOString(),
  state: row.state,
  validFrom: row.valid_from,
  validUntil: row.valid_until,
  secrecy: highestSecrecy([row.header, ...(row.header.further ?? [])].map(({ secrecy }) => secrecy ?? null)),
  further: (row.header.further ?? []).map(({ number, kind, title, issuedOn }) => ({ number, kind, title, issuedOn })),
});

const documentOf = (row: DocumentRow, receivedBy: string): PlanDocument => ({
  id: row.id,
  fileName: row.file_name,
  fileHash: row.file_hash,
  fileSize: row.file_size,
  format: row.format,
  header: DocumentHeader.parse(row.header),
  targetCount: row.target_count,
  taskCount: row.task_count,
  noteCount: row.note_count,
  receivedAt: row.received_at.toISOString(),
  state: row.state,
  validFrom: row.valid_from,
  validUntil: row.valid_until,
  receivedBy,
});
