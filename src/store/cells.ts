import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Cell, type CellRemark, RemarkKind } from '../registry/cell.ts';
import { type FigureKey, FigureValue, figureKey } from '../registry/figure.ts';
import { FigureBasis, FigureSpan } from '../registry/figure-basis.ts';
import type { Db } from './database.ts';
import type { LaidSubmission } from './held-submissions.ts';
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
export async function cellsOfSubmissions(db: Db, submissions: readonly LaidSubmission[]): Promise<Map<string, Cell[]>> {
  const ids = submissions.map(({ id }) => id);
  const provinces = [...new Set(submissions.map(({ province }) => province))];
  const { rows } = await sql<CellRow>`
    select c.*, u.name as changed_name from cell c left join app_user u on u.id = c.changed_by
    where c.submission_id = any(${ids}::uuid[]) and c.province = any(${provinces}::text[]) order by c.submission_id, c.position`.execute(
    db,
  );
  const cells = new Map<string, Cell[]>(ids.map((id) => [id, []]));
  for (const row of rows) cells.get(row.submission_id)?.push(cellOf(row));
  return cells;
}

export const cellsOfSubmission = async (db: Db, submission: LaidSubmission): Promise<Cell[]> =>
  (await cellsOfSubmissions(db, [submission])).get(submission.id) ?? [];

/** Wants the submission to be held: nobody else writes its cells until the transaction ends. Gives those that were changed. */
export async function putCells(
  trx: Db,
  { id, province }: LaidSubmission,
  changes: readonly (FigureKey & FigureValue & { reason: string })[],
  { at, userId }: { at: Date; userId: string },
): Promise<Cell[]> {
  const { rows } = await sql<CellRow>`
    update cell c set value = n.value, missing = n.missing, reason = n.reason, changed_at = ${at}, changed_by = ${userId},
      version = c.version + 1
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as n("indicatorId" text, line text, span text, basis text,
      value double precision, missing text, reason text)
    where c.submission_id = ${id} and c.province = ${province} and c.indicator_id = n."indicatorId" and c.line = n.line
      and c.span = n.span and c.basis = n.basis
    returning c.*, (select u.name from app_user u where u.id = c.changed_by) as changed_name`.execute(trx);
  return rows.map(cellOf);
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
export async function remarksOfSubmission(
  db: Db,
  { id, province }: LaidSubmission,
): Promise<Map<string, CellRemark[]>> {
  const { rows } = await sql<RemarkRow>`
    select r.*, u.name as author_name from cell_remark r join app_user u on u.id = r.author_id
    where r.submission_id = ${id} and r.province = ${province} order by r.at, r.id`.execute(db);
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
  submission: LaidSubmission,
  remarks: readonly NewRemark[],
  { at, authorId }: { at: Date; authorId: string },
): Promise<void> {
  if (remarks.length === 0) return;
  await trx
    .insertInto('cell_remark')
    .values(
      remarks.map(({ key, kind, words }) => ({
        ...{
          id: randomUUID(),
          submission_id: submission.id,
          province: submission.province,
          kind,
          words,
          author_id: authorId,
          at,
        },
        ...{ indicator_id: key.indicatorId, line: key.line, span: key.span, basis: key.basis },
      })),
    )
    .execute();
}

/** Gives whether it was open. */
export async function settleRemark(trx: Db, submission: LaidSubmission, id: string, at: Date): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update cell_remark set settled_at = ${at}
    where id = ${id} and submission_id = ${submission.id} and province = ${submission.province} and settled_at is null`.execute(
    trx,
  );
  return numAffectedRows > 0n;
}
