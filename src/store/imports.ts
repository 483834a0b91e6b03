import type { Selectable } from 'kysely';
import type { ImportRecord, ImportStage } from '../registry/import.ts';
import type { Db } from './database.ts';
import type { Tables } from './tables.ts';

export async function insertImport(
  db: Db,
  start: { id: string; fileName: string; userId: string; at: Date },
): Promise<void> {
  await db
    .insertInto('document_import')
    .values({
      id: start.id,
      file_name: start.fileName,
      stage: 'receiving',
      state: 'running',
      started_by: start.userId,
      started_at: start.at,
    })
    .execute();
}

export async function setImportStage(db: Db, id: string, stage: ImportStage, fileSize: number): Promise<void> {
  await db.updateTable('document_import').set({ stage, file_size: fileSize }).where('id', '=', id).execute();
}

export async function setImportPages(db: Db, id: string, done: number, total: number): Promise<void> {
  await db.updateTable('document_import').set({ pages_done: done, pages_total: total }).where('id', '=', id).execute();
}

export type ImportEnd =
  | { state: 'done' | 'alreadyThere'; documentId: string; at: Date }
  | { state: 'refused'; refusal: NonNullable<ImportRecord['refusal']>; at: Date; fileName?: string | undefined };

export async function endImport(db: Db, id: string, end: ImportEnd): Promise<void> {
  await db
    .updateTable('document_import')
    .set({
      state: end.state,
      ended_at: end.at,
      ...(end.state === 'refused'
        ? { refusal: JSON.stringify(end.refusal), ...(end.fileName !== undefined && { file_name: end.fileName }) }
        : { document_id: end.documentId }),
    })
    .where('id', '=', id)
    .execute();
}

/** Imports that a server left running when it ended. */
export async function endInterrupted(db: Db, at: Date): Promise<void> {
  const refusal: ImportRecord['refusal'] = { code: 'importInterrupted', detail: {} };
  await db
    .updateTable('document_import')
    .set({ state: 'refused', ended_at: at, refusal: JSON.stringify(refusal) })
    .where('state', '=', 'running')
    .execute();
}

export async function getImport(db: Db, id: string): Promise<ImportRecord> {
  return importOf(await db.selectFrom('document_import').selectAll().where('id', '=', id).executeTakeFirstOrThrow());
}

export async function findImportOf(db: Db, userId: string, id: string): Promise<ImportRecord | undefined> {
  const row = await db
    .selectFrom('document_import')
    .selectAll()
    .where('id', '=', id)
    .where('started_by', '=', userId)
    .executeTakeFirst();
  return row && importOf(row);
}

/** Running, or ended after `since`, and not dismissed; newest first. */
export async function listImportsOf(db: Db, userId: string, since: Date): Promise<ImportRecord[]> {
  const rows = await db
    .selectFrom('document_import')
    .selectAll()
    .where('started_by', '=', userId)
    .where('dismissed', '=', false)
    .where((eb) => eb.or([eb('state', '=', 'running'), eb('ended_at', '>', since)]))
    .orderBy('started_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(importOf);
}

export async function dismissImport(db: Db, id: string): Promise<void> {
  await db.updateTable('document_import').set({ dismissed: true }).where('id', '=', id).execute();
}

export async function deleteImport(db: Db, id: string): Promise<void> {
  await db.deleteFrom('document_import').where('id', '=', id).execute();
}

const importOf = (row: Selectable<Tables['document_import']>): ImportRecord => ({
  id: row.id,
  fileName: row.file_name,
  fileSize: row.file_size,
  stage: row.stage,
  pagesDone: row.pages_done,
  pagesTotal: row.pages_total,
  state: row.state,
  documentId: row.document_id,
  refusal: row.refusal,
  startedAt: row.started_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
});
