import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Cell, type CellRemark, RemarkKind } from '../registry/cell.ts';
import { type FigureKey, FigureValue, figureKey } from '../registry/figure.ts';
import { FigureBasis, FigureSpan } from '../registry/figure-basis.ts';
import type { Db } from './database.ts';
import { named } from './people.ts';

type CellRow = {
  submission_id: string;
  indicator_id: string;
  line: string;
  span: string;
  basis: string;
  value: number | null;
  missing: string | null;
  reason: string;
  changed_at: Date | null;
  changed_by: string | null;
  changed_name: string | null;
  version: number;
};

const keyOf = (row: Pick<CellRow, 'indicator_id' | 'line' | 'span' | 'basis'>): FigureKey => ({
  indicatorId: row.indicator_id,
  line: row.line,
  span: FigureSpan.parse(row.span),
  basis: FigureBasis.parse(row.basis),
});

const cellOf = (row: CellRow): Cell => ({
  ...keyOf(row),
  value: row.value,
  missing: FigureValue.shape.missing.parse(row.missing),
  reason: row.reason,
  changedAt: row.changed_at?.toISOString() ?? null,
  changedBy: row.changed_by === null ? null : named(row.changed_by, row.changed_name),
  version: row.version,
});

/** In the order that they were asked for. */
export async function cellsOfSubmissions(db: Db, submissionIds: readonly string[]): Promise<Map<string, Cell[]>> {
  const { rows } = await sql<CellRow>`
    select c.*, u.name as changed_name from cell c left join app_user u on u.id = c.changed_by
    where c.submission_id = any(${submissionIds}::uuid[]) order by c.submission_id, c.position`.execute(db);
  const cells = new Map<string, Cell[]>(submissionIds.map((id) => [id, []]));
  for (const row of rows) cells.get(row.submission_id)?.push(cellOf(row));
  return cells;
}

export const cellsOfSubmission = async (db: Db, submissionId: string): Promise<Cell[]> =>
  (await cellsOfSubmissions(db, [submissionId])).get(submissionId) ?? [];

/** Wants the submission to be held: nobody else writes its cells until the transaction ends. */
export async function putCells(
  trx: Db,
  submissionId: string,
  changes: readonly (FigureKey & FigureValue & { reason: string })[],
  { at, userId }: { at: Date; userId: string },
): Promise<void> {
  await sql`
    update cell c set value = n.value, missing = n.missing, reason = n.reason, changed_at = ${at}, changed_by = ${userId},
      version = c.version + 1
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as n("indicatorId" text, line text, span text, basis text,
      value double precision, missing text, reason text)
    where c.submission_id = ${submissionId} and c.indicator_id = n."indicatorId" and c.line = n.line and c.span = n.span
      and c.basis = n.basis`.execute(trx);
}

type RemarkRow = Pick<CellRow, 'indicator_id' | 'line' | 'span' | 'basis'> & {
  id: string;
  kind: string;
  author_id: string;
  author_name: string | null;
  at: Date;
  words: string;
  settled_at: Date | null;
};

/** By cell, oldest first. */
export async function remarksOfSubmission(db: Db, submissionId: string): Promise<Map<string, CellRemark[]>> {
  const { rows } = await sql<RemarkRow>`
    select r.*, u.name as author_name from cell_remark r join app_user u on u.id = r.author_id
    where r.submission_id = ${submissionId} order by r.at, r.id`.execute(db);
  const remarks = new Map<string, CellRemark[]>();
  for (const row of rows) {
    const remark: CellRemark = {
      id: row.id,
      kind: RemarkKind.parse(row.kind),
      author: named(row.author_id, row.author_name),
      at: row.at.toISOString(),
      words: row.words,
      settledAt: row.settled_at?.toISOString() ?? null,
    };
    const key = figureKey(keyOf(row));
    remarks.set(key, [...(remarks.get(key) ?? []), remark]);
  }
  return remarks;
}

export type NewRemark = { key: FigureKey; kind: RemarkKind; words: string };

export async function insertRemarks(
  trx: Db,
  submissionId: string,
  remarks: readonly NewRemark[],
  { at, authorId }: { at: Date; authorId: string },
): Promise<void> {
  if (remarks.length === 0) return;
  await trx
    .insertInto('cell_remark')
    .values(
      remarks.map(({ key, kind, words }) => ({
        ...{ id: randomUUID(), submission_id: submissionId, kind, words, author_id: authorId, at },
        ...{ indicator_id: key.indicatorId, line: key.line, span: key.span, basis: key.basis },
      })),
    )
    .execute();
}

/** Gives whether it was open. */
export async function settleRemark(trx: Db, submissionId: string, id: string, at: Date): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update cell_remark set settled_at = ${at}
    where id = ${id} and submission_id = ${submissionId} and settled_at is null`.execute(trx);
  return numAffectedRows > 0n;
}
