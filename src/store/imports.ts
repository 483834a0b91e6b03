import { type Selectable, sql, type Updateable } from 'kysely';
import type { ImportRecord, ImportStage } from '../registry/import.ts';
import type { Db } from './database.ts';
import { serverRuns } from './servers.ts';
import type { Tables } from './tables.ts';

export async function insertImport(
  db: Db,
  start: { id: string; fileName: string; userId: string; at: Date; server: number },
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
      server: start.server,
    })
    .execute();
}

type Progress = { stage: ImportStage; file_size: number } | { pages_done: number; pages_total: number };

/** How far it is; gives false where it was ended by somebody else. */
export const tellImport = (db: Db, id: string, progress: Progress): Promise<boolean> => setRunning(db, id, progress);

async function setRunning(db: Db, id: string, set: Updateable<Tables['document_import']>): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('document_import')
    .set(set)
    .where('id', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export type ImportEnd =
  | { state: 'done' | 'alreadyThere'; documentId: string; at: Date }
  | { state: 'refused'; refusal: NonNullable<ImportRecord['refusal']>; at: Date; fileName?: string | undefined };

/** Gives false where it was ended already: what was said to be cancelled or interrupted stays so. */
export const endImport = (db: Db, id: string, end: ImportEnd): Promise<boolean> =>
  setRunning(db, id, {
    state: end.state,
    ended_at: end.at,
    ...(end.state === 'refused'
      ? { refusal: JSON.stringify(end.refusal), ...(end.fileName !== undefined && { file_name: end.fileName }) }
      : { document_id: end.documentId }),
  });

/** Imports that a server left running when it ended; what others have in hand goes on. */
export async function endInterrupted(db: Db, at: Date): Promise<void> {
  const refusal: ImportRecord['refusal'] = { code: 'importInterrupted', detail: {} };
  await db
    .updateTable('document_import')
    .set({ state: 'refused', ended_at: at, refusal: JSON.stringify(refusal) })
    .where('state', '=', 'running')
    .where(sql<boolean>`not ${serverRuns(sql.ref('document_import.server'))}`)
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
