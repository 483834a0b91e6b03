import type { Insertable, Selectable } from 'kysely';
import type { Intake, NamedAgency, TargetEntry, TaskEntry } from '../registry/intake.ts';
import type { DocumentSummary, PlanDocument } from '../registry/plan-document.ts';
import type { Block } from '../values/block.ts';
import type { Note } from '../values/finding.ts';
import type { Db } from './database.ts';
import type { Tables } from './tables.ts';

export type NewDocument = {
  id: string;
  file: { name: string; hash: string; bytes: Uint8Array };
  format: PlanDocument['format'];
  text: string;
  /** As JSON. */
  blocks: string;
  intake: Intake;
  receivedAt: Date;
  receivedBy: string;
};

/** False where the same file is a document already; then nothing was stored. Wants a transaction. */
export async function insertDocument(trx: Db, document: NewDocument): Promise<boolean> {
  const { id, intake } = document;
  const inserted = await trx
    .insertInto('document')
    .values(documentRow(document))
    .onConflict((conflict) => conflict.column('file_hash').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) return false;
  await trx.insertInto('document_file').values({ document_id: id, bytes: asBuffer(document.file.bytes) }).execute();
  await trx
    .insertInto('document_text')
    .values({ document_id: id, text: document.text, blocks: document.blocks })
    .execute();
  await insertAll(trx, 'target', intake.targets.map((entry, position) => targetRow(id, entry, position)));
  await insertAll(trx, 'task', intake.tasks.map((entry, position) => taskRow(id, entry, position)));
  await insertAll(trx, 'finding_agency', agencyRows(id, intake));
  await insertAll(trx, 'note', intake.notes.map((note, position) => noteRow(id, note, position)));
  return true;
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** PostgreSQL takes 65,535 values in one statement; the widest table has 27 columns. */
const rowsAtOnce = 1000;

async function insertAll<T extends keyof Tables>(trx: Db, table: T, rows: Insertable<Tables[T]>[]): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    await trx
      .insertInto<keyof Tables>(table)
      .values(rows.slice(at, at + rowsAtOnce))
      .execute();
}

const documentRow = ({ id, file, format, intake, receivedAt, receivedBy }: NewDocument): Insertable<Tables['document']> => ({
  id,
  file_hash: file.hash,
  file_name: file.name,
  file_size: file.bytes.byteLength,
  format,
  number: intake.header.number,
  kind: intake.header.kind,
  issuer: intake.header.issuer,
  title: intake.header.title,
  issued_on: intake.header.issuedOn,
  period_from: intake.header.period?.from ?? null,
  period_to: intake.header.period?.to ?? null,
  header: JSON.stringify(intake.header),
  target_count: intake.targets.length,
  task_count: intake.tasks.length,
  note_count: intake.notes.length,
  received_at: receivedAt,
  received_by: receivedBy,
});

const joined = (agencies: NamedAgency[], role: NamedAgency['role']): string =>
  agencies
    .filter((agency) => agency.role === role)
    .map(({ name }) => name)
    .join('; ');

const targetRow = (
  documentId: string,
  { target, quote, valueQuote, agencies, words, plainWords }: TargetEntry,
  position: number,
): Insertable<Tables['target']> => ({
  document_id: documentId,
  id: target.id,
  position,
  span_start: target.span.start,
  span_end: target.span.end,
  value_start: target.valueSpan?.start ?? null,
  value_end: target.valueSpan?.end ?? null,
  quote,
  value_quote: valueQuote,
  section: target.section,
  group_name: target.group,
  ordinal: target.ordinal,
  listed: target.listed,
  name: target.name,
  variant: target.variant,
  op: target.op,
  value: target.value,
  value2: target.value2,
  value_of: target.of,
  unit: target.unit,
  change: target.change,
  base: target.base,
  year: target.year,
  year_from: target.yearFrom,
  tier: target.tier,
  parent_id: target.parentId,
  agencies: joined(agencies, 'named'),
  words,
  plain_words: plainWords,
});

const taskRow = (
  documentId: string,
  { task, quote, agencies, years, words, plainWords }: TaskEntry,
  position: number,
): Insertable<Tables['task']> => ({
  document_id: documentId,
  id: task.id,
  position,
  source: task.source,
  span_start: task.span.start,
  span_end: task.span.end,
  quote,
  section: task.section,
  group_name: task.group,
  ordinal: task.ordinal,
  time_raw: task.timeRaw,
  due_kind: task.time.kind,
  due_from: task.time.kind === 'during' ? task.time.from : null,
  due_to: task.time.kind === 'during' || task.time.kind === 'by' ? task.time.to : null,
  due_every: task.time.kind === 'recurring' ? task.time.every : null,
  due_condition: 'condition' in task.time ? task.time.condition : null,
  year_from: years?.from ?? null,
  year_to: years?.to ?? null,
  product_raw: task.productRaw,
  funding_raw: task.fundingRaw,
  note_raw: task.noteRaw,
  lead: joined(agencies, 'lead'),
  words,
  plain_words: plainWords,
});

function agencyRows(documentId: string, intake: Intake): Insertable<Tables['finding_agency']>[] {
  const rowsOf = (kind: 'target' | 'task', findingId: string, agencies: NamedAgency[]) =>
    agencies.map(({ role, name, key }, position) => ({
      document_id: documentId,
      finding_kind: kind,
      finding_id: findingId,
      role,
      position,
      name,
      key,
    }));
  return [
    ...intake.targets.flatMap(({ target, agencies }) => rowsOf('target', target.id, agencies)),
    ...intake.tasks.flatMap(({ task, agencies }) => rowsOf('task', task.id, agencies)),
  ];
}

const noteRow = (documentId: string, note: Note, position: number): Insertable<Tables['note']> => ({
  document_id: documentId,
  position,
  code: note.code,
  span_start: note.span?.start ?? null,
  span_end: note.span?.end ?? null,
  finding_id: note.findingId,
  detail: note.detail,
});

export async function findDocumentByHash(db: Db, hash: string): Promise<{ id: string } | undefined> {
  return db.selectFrom('document').select('id').where('file_hash', '=', hash).executeTakeFirst();
}

export async function listDocuments(db: Db): Promise<DocumentSummary[]> {
  const rows = await db
    .selectFrom('document')
    .selectAll()
    .orderBy('issued_on', (order) => order.desc().nullsLast())
    .orderBy('id')
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

export async function getText(db: Db, documentId: string): Promise<{ text: string; blocks: Block[] }> {
  return db
    .selectFrom('document_text')
    .select(['text', 'blocks'])
    .where('document_id', '=', documentId)
    .executeTakeFirstOrThrow();
}

export async function notesOfDocument(db: Db, documentId: string): Promise<Note[]> {
  const rows = await db.selectFrom('note').selectAll().where('document_id', '=', documentId).orderBy('position').execute();
  return rows.map((row) => ({
    code: row.code,
    span: row.span_start === null || row.span_end === null ? null : { start: row.span_start, end: row.span_end },
    findingId: row.finding_id,
    detail: row.detail,
  }));
}

export type StoredFile = { name: string; format: PlanDocument['format']; bytes: Buffer };

export async function findFile(db: Db, documentId: string): Promise<StoredFile | undefined> {
  return db
    .selectFrom('document_file')
    .innerJoin('document', 'document.id', 'document_file.document_id')
    .select(['document.file_name as name', 'document.format', 'document_file.bytes'])
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
});

const documentOf = (row: DocumentRow, receivedBy: string): PlanDocument => ({
  id: row.id,
  fileName: row.file_name,
  fileHash: row.file_hash,
  fileSize: row.file_size,
  format: row.format,
  header: row.header,
  targetCount: row.target_count,
  taskCount: row.task_count,
  noteCount: row.note_count,
  receivedAt: row.received_at.toISOString(),
  receivedBy,
});
