import { type RawBuilder, sql, type Updateable } from 'kysely';
import type {
  FigureImport,
  FigureMapping,
  ImportChoices,
  RefusedRow,
  SavedMapping,
} from '../registry/figure-import.ts';
import type { PageOf } from '../registry/listing.ts';
import { readPage } from './batches.ts';
import type { Db } from './database.ts';
import { serverRuns } from './servers.ts';
import type { Tables } from './tables.ts';

type StartedImport = {
  id: string;
  fileName: string;
  mapping: FigureMapping;
  choices: ImportChoices;
  userId: string;
  at: Date;
  /** Of a program that may ask again. */
  request: { key: string; hash: string } | null;
  /** Which has it in hand; none where it is stored in the same transaction. */
  server: number | null;
};

/** False where this person's request of that key is here already; then nothing was stored. */
export async function insertFigureImport(db: Db, start: StartedImport): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('figure_import')
    .values({
      id: start.id,
      file_name: start.fileName,
      mapping: JSON.stringify(start.mapping),
      choices: JSON.stringify(start.choices),
      stage: 'reading',
      started_by: start.userId,
      started_at: start.at,
      request_key: start.request?.key ?? null,
      request_hash: start.request?.hash ?? null,
      server: start.server,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** What a person's program asked for with a key; one that was cut off has stored nothing and counts as never asked for. */
export async function findRequested(
  db: Db,
  userId: string,
  key: string,
): Promise<{ id: string; hash: string | null } | undefined> {
  return db
    .selectFrom('figure_import')
    .select(['id', 'request_hash as hash'])
    .where('started_by', '=', userId)
    .where('request_key', '=', key)
    .where(sql<boolean>`refusal ->> 'code' is distinct from 'importInterrupted'`)
    .executeTakeFirst();
}

export type ImportCounts = Pick<
  FigureImport,
  'rowsRead' | 'rowsRefused' | 'figuresStored' | 'figuresReplaced' | 'figuresSame'
>;

const countColumns = (counts: Partial<ImportCounts>) => ({
  ...(counts.rowsRead !== undefined && { rows_read: counts.rowsRead }),
  ...(counts.rowsRefused !== undefined && { rows_refused: counts.rowsRefused }),
  ...(counts.figuresStored !== undefined && { figures_stored: counts.figuresStored }),
  ...(counts.figuresReplaced !== undefined && { figures_replaced: counts.figuresReplaced }),
  ...(counts.figuresSame !== undefined && { figures_same: counts.figuresSame }),
});

/** How far it is; gives false where it was ended by somebody else. */
export async function tellFigureImport(
  db: Db,
  id: string,
  stage: 'reading' | 'storing',
  counts: Partial<ImportCounts>,
): Promise<boolean> {
  return setRunning(db, id, { stage, ...countColumns(counts) });
}

async function setRunning(db: Db, id: string, set: Updateable<Tables['figure_import']>): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('figure_import')
    .set(set)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export type FigureImportEnd = {
  stage: 'done' | 'failed' | 'cancelled';
  at: Date;
  counts: Partial<ImportCounts>;
  head: readonly string[];
  faults: readonly RefusedRow[];
  refusal: FigureImport['refusal'];
};

/** Gives false where it was ended already: what was said to be cancelled or interrupted stays so. */
export const endFigureImport = (db: Db, id: string, end: FigureImportEnd): Promise<boolean> =>
  setRunning(db, id, {
    stage: end.stage,
    ended_at: end.at,
    ...countColumns(end.counts),
    head: JSON.stringify(end.head),
    faults: JSON.stringify(end.faults),
    refusal: end.refusal === null ? null : JSON.stringify(end.refusal),
  });

/** Those that a server left running when it ended: nothing of them was stored. What others have in hand goes on. */
export async function endInterruptedFigureImports(db: Db, at: Date): Promise<void> {
  const refusal: FigureImport['refusal'] = { code: 'importInterrupted', detail: {} };
  await db
    .updateTable('figure_import')
    .set({ stage: 'failed', ended_at: at, refusal: JSON.stringify(refusal) })
    .where('ended_at', 'is', null)
    .where(sql<boolean>`not ${serverRuns(sql.ref('figure_import.server'))}`)
    .execute();
}

/** So many faults go along with an import's line; the rest is in its file of refused rows. */
const shownFaults = 100;

type ImportRow = Omit<FigureImport, 'startedAt' | 'endedAt' | 'startedBy'> & {
  userId: string;
  userName: string;
  startedAt: Date;
  endedAt: Date | null;
};

const importRows = (where: RawBuilder<unknown>): RawBuilder<ImportRow> => sql<ImportRow>`
  select i.id, i.file_name as "fileName", i.choices, i.stage, i.rows_read as "rowsRead", i.rows_refused as "rowsRefused",
    i.figures_stored as "figuresStored", i.figures_replaced as "figuresReplaced", i.figures_same as "figuresSame",
    (select coalesce(jsonb_agg(f - 'cells' order by at), '[]') from jsonb_array_elements(i.faults) with ordinality one(f, at)
      where at <= ${shownFaults}) as faults,
    i.refusal, u.id as "userId", u.name as "userName", i.started_at as "startedAt", i.ended_at as "endedAt"
  from figure_import i join app_user u on u.id = i.started_by ${where}`;

const importOf = ({ userId, userName, startedAt, endedAt, ...row }: ImportRow): FigureImport => ({
  ...row,
  startedBy: { id: userId, name: userName },
  startedAt: startedAt.toISOString(),
  endedAt: endedAt?.toISOString() ?? null,
});

export async function findFigureImport(db: Db, id: string): Promise<FigureImport | undefined> {
  const { rows } = await importRows(sql`where i.id = ${id}`).execute(db);
  return rows[0] && importOf(rows[0]);
}

/** Latest first. */
export async function listFigureImports(db: Db, page: PageOf): Promise<{ total: number; imports: FigureImport[] }> {
  const { total, rows } = await readPage(
    db,
    { rows: importRows(sql`order by i.started_at desc, i.id`), counted: sql`figure_import` },
    page,
  );
  return { total, imports: rows.map(importOf) };
}

export async function refusedRows(db: Db, id: string): Promise<{ head: string[]; faults: RefusedRow[] }> {
  return db.selectFrom('figure_import').select(['head', 'faults']).where('id', '=', id).executeTakeFirstOrThrow();
}

type MappingRow = Omit<SavedMapping, 'changedBy' | 'changedAt'> & { userId: string; userName: string; changedAt: Date };

const mappingsWhere = (where: RawBuilder<unknown>): RawBuilder<MappingRow> => sql<MappingRow>`
  select m.name, m.mapping, m.version, m.changed_at as "changedAt", u.id as "userId", u.name as "userName"
  from import_mapping m join app_user u on u.id = m.changed_by ${where}`;

const mappingOf = ({ userId, userName, changedAt, ...row }: MappingRow): SavedMapping => ({
  ...row,
  changedBy: { id: userId, name: userName },
  changedAt: changedAt.toISOString(),
});

/** A province keeps a handful. */
const mostMappings = 200;

export async function listMappings(db: Db): Promise<SavedMapping[]> {
  const { rows } = await mappingsWhere(sql`order by m.name collate "vi-x-icu" limit ${mostMappings}`).execute(db);
  return rows.map(mappingOf);
}

/** Nobody else changes it until the transaction ends. */
export async function lockMapping(trx: Db, name: string): Promise<SavedMapping | undefined> {
  const { rows } = await mappingsWhere(sql`where m.name = ${name} for update of m`).execute(trx);
  return rows[0] && mappingOf(rows[0]);
}

/** False where somebody has just given another mapping this name. */
export async function putMapping(
  trx: Db,
  { name, mapping, version }: Pick<SavedMapping, 'name' | 'mapping' | 'version'>,
  by: { userId: string; at: Date },
): Promise<boolean> {
  const set = { mapping: JSON.stringify(mapping), changed_by: by.userId, changed_at: by.at };
  if (version > 0) {
    await trx
      .updateTable('import_mapping')
      .set({ ...set, version: version + 1 })
      .where('name', '=', name)
      .execute();
    return true;
  }
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('import_mapping')
    .values({ name, ...set })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function deleteMapping(trx: Db, name: string): Promise<void> {
  await trx.deleteFrom('import_mapping').where('name', '=', name).execute();
}
