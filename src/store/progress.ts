import { type RawBuilder, type Selectable, sql } from 'kysely';
import { Confidence } from '../registry/duty.ts';
import { type Progress, type ProgressFields, ProgressStage, type Saving, Verdict } from '../registry/progress.ts';
import type { Db } from './database.ts';
import { named, personName, said } from './people.ts';
import type { LaidDuty } from './reported-duties.ts';
import type { WorkTables } from './work-tables.ts';

type Row = Selectable<WorkTables['progress']> & {
  author_name: string | null;
  sent_name: string | null;
  returned_name: string | null;
  judged_name: string | null;
};

/** What is stored beside the record: which window saved it last. */
export type StoredProgress = Progress & { savedFrom: string | null; savedNumber: number };

const rowsWhere = (condition: RawBuilder<unknown>): RawBuilder<Row> => sql<Row>`
  select p.*, ${personName('p.author_id')} as author_name, ${personName('p.sent_by')} as sent_name,
    ${personName('p.returned_by')} as returned_name, ${personName('p.judged_by')} as judged_name
  from progress p where ${condition}`;

export async function findProgress(db: Db, id: string): Promise<Progress | undefined> {
  const { rows } = await rowsWhere(sql`p.id = ${id}`).execute(db);
  return rows[0] && recordOf(rows[0]);
}

/** Waits for whoever changes it now, and keeps others waiting until the transaction ends. */
export async function holdProgress(trx: Db, id: string): Promise<StoredProgress | undefined> {
  const { rows } = await rowsWhere(sql`p.id = ${id} for update of p`).execute(trx);
  return rows[0] && { ...recordOf(rows[0]), savedFrom: rows[0].saved_from, savedNumber: rows[0].saved_number };
}

/** A person's own draft of a duty: there is one at most. */
export async function findDraft(db: Db, dutyId: string, authorId: string): Promise<Progress | undefined> {
  const { rows } = await rowsWhere(
    sql`p.duty_id = ${dutyId} and p.author_id = ${authorId} and p.stage = 'draft'`,
  ).execute(db);
  return rows[0] && recordOf(rows[0]);
}

/** What was not sent, where it is to be shown, and the latest of what was. */
export async function progressOfDuty(
  db: Db,
  { id, province }: LaidDuty,
  { inside, sentAtMost }: { inside: boolean; sentAtMost: number },
): Promise<Progress[]> {
  const all = rowsWhere(sql`p.duty_id = ${id} and p.province = ${province} and (p.stage = 'sent' or ${inside})`);
  const { rows } = await sql<Row>`
    select * from (
      select every.*, row_number() over (partition by stage = 'sent' order by coalesce(sent_at, changed_at) desc, id) as place
      from (${all}) every) placed
    where stage <> 'sent' or place <= ${sentAtMost} order by stage = 'sent', place`.execute(db);
  return rows.map(recordOf);
}

type NewDraft = { dutyId: string; agencyId: string; authorId: string; at: Date; saving: Saving };

/** False where another draft of this person stands in its place, or this one is there already. */
export async function insertDraft(trx: Db, { dutyId, agencyId, authorId, at, saving }: NewDraft): Promise<boolean> {
  const inserted = await trx
    .insertInto('progress')
    .values({
      id: saving.id,
      duty_id: dutyId,
      agency_id: agencyId,
      author_id: authorId,
      ...fieldColumns(saving.fields),
      created_at: at,
      changed_at: at,
      saved_from: saving.window,
      saved_number: saving.number,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

export async function saveDraft(trx: Db, { id, window, number, fields }: Saving, at: Date): Promise<void> {
  await trx
    .updateTable('progress')
    .set((is) => ({
      ...fieldColumns(fields),
      stage: 'draft',
      changed_at: at,
      saved_from: window,
      saved_number: number,
      version: is('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

export type StageChange = {
  stage: ProgressStage;
  at: Date;
  /** Who sends or returns it. */
  userId: string;
  because?: string;
};

export async function setProgressStage(
  trx: Db,
  id: string,
  { stage, at, userId, because }: StageChange,
): Promise<void> {
  await trx
    .updateTable('progress')
    .set((is) => ({
      stage,
      changed_at: at,
      ...(stage === 'sent' && { sent_at: at, sent_by: userId }),
      ...(stage === 'returned' && { returned_at: at, returned_by: userId, returned_because: because ?? '' }),
      version: is('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

/** It is another one's draft from now on. */
export async function setProgressAuthor(
  trx: Db,
  id: string,
  { at, userId }: { at: Date; userId: string },
): Promise<void> {
  await trx
    .updateTable('progress')
    .set((is) => ({ author_id: userId, stage: 'draft', changed_at: at, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function deleteProgress(trx: Db, id: string): Promise<void> {
  await trx.deleteFrom('progress').where('id', '=', id).execute();
}

export type Judged = { verdict: Verdict; at: Date; userId: string; because: string | null };

/** Null: as if nobody had judged it. */
export async function setJudgement(trx: Db, id: string, judged: Judged | null): Promise<void> {
  await trx
    .updateTable('progress')
    .set((is) => ({
      judgement: judged?.verdict ?? null,
      judged_at: judged?.at ?? null,
      judged_by: judged?.userId ?? null,
      judged_because: judged?.because ?? null,
      version: is('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

/** What the duty was said to be done by, before a result that was sent back. */
export async function lastSharedBefore(db: Db, dutyId: string, resultId: string): Promise<number | null> {
  const row = await db
    .selectFrom('progress')
    .select('share')
    .where('duty_id', '=', dutyId)
    .where('stage', '=', 'sent')
    .where('id', '<>', resultId)
    .where('result', '=', false)
    .where('share', 'is not', null)
    .orderBy('sent_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.share ?? null;
}

const fieldColumns = (fields: ProgressFields) => ({
  share: fields.share,
  result: fields.result,
  done_text: fields.doneText,
  proposal: fields.proposal,
  confidence: fields.confidence,
  without_evidence: fields.withoutEvidence,
});

const recordOf = (row: Row): Progress => ({
  id: row.id,
  dutyId: row.duty_id,
  agencyId: row.agency_id,
  author: named(row.author_id, row.author_name),
  stage: ProgressStage.parse(row.stage),
  share: row.share,
  result: row.result,
  doneText: row.done_text,
  proposal: row.proposal,
  confidence: Confidence.nullable().parse(row.confidence),
  withoutEvidence: row.without_evidence,
  createdAt: row.created_at.toISOString(),
  changedAt: row.changed_at.toISOString(),
  returned: row.stage === 'returned' ? returnedOf(row) : null,
  sent: said(row.sent_at, row.sent_by, row.sent_name),
  judgement: judgementOf(row),
  version: row.version,
});

function returnedOf(row: Row): Progress['returned'] {
  const returned = said(row.returned_at, row.returned_by, row.returned_name);
  return returned && { ...returned, because: row.returned_because ?? '' };
}

function judgementOf(row: Row): Progress['judgement'] {
  const judged = said(row.judged_at, row.judged_by, row.judged_name);
  return judged && { ...judged, verdict: Verdict.parse(row.judgement), because: row.judged_because };
}
