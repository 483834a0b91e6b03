import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ActionRecord } from '../registry/action.ts';
import type { Db } from './database.ts';
import type { LaidDuty } from './reported-duties.ts';

/** What is recorded about one subject; `operation` binds what one person did at once. */
export type NewAction = Pick<ActionRecord, 'operation' | 'verb' | 'subjectKind' | 'subjectId' | 'before' | 'after'> & {
  at: Date;
  userId: string;
  documentId: string | null;
  /** The duty whose story it is a part of. */
  duty?: LaidDuty;
  reason: string | null;
  undoes?: number;
};

/** With its duty; else with the place of its document, which the database looks up, else with the nation. */
const provinceOf = ({ duty, documentId }: NewAction): string | null =>
  duty?.province ?? (documentId === null ? 'nation' : null);

/** PostgreSQL takes 65,535 values in one statement. */
const rowsAtOnce = 1000;

/** Wants the transaction that makes the change. */
export async function recordActions(trx: Db, actions: readonly NewAction[]): Promise<void> {
  const json = (fields: NewAction['before']) => (fields === null ? null : JSON.stringify(fields));
  const rows = actions.map((action) => ({
    at: action.at,
    user_id: action.userId,
    operation: action.operation,
    verb: action.verb,
    document_id: action.documentId,
    duty_id: action.duty?.id ?? null,
    province: provinceOf(action),
    subject_kind: action.subjectKind,
    subject_id: action.subjectId,
    reason: action.reason,
    before: json(action.before),
    after: json(action.after),
    undoes: action.undoes ?? null,
  }));
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    await trx
      .insertInto('action')
      .values(rows.slice(at, at + rowsAtOnce))
      .execute();
}

/** Whose story: everything of a document, or one subject, of a document where it belongs to one. */
export type StoryOf = { documentId?: string; subject?: { kind: string; id: string } };

/** All that was done in one operation, in order. */
export async function operationActions(
  db: Db,
  operation: string,
): Promise<(ActionRecord & { documentId: string | null })[]> {
  const { rows } = await actionsWhere(sql`a.operation = ${operation}`, sql`order by a.id`).execute(db);
  return rows.map((row) => ({ ...actionRecord(row), documentId: row.documentId }));
}

/** The latest step of this kind that a document took. */
export async function findStep(db: Db, documentId: string, verb: string): Promise<ActionRecord | undefined> {
  const { rows } = await actionsWhere(
    sql`a.document_id = ${documentId} and a.subject_kind = 'document' and a.verb = ${verb}`,
    sql`order by a.id desc limit 1`,
  ).execute(db);
  return rows[0] && actionRecord(rows[0]);
}

type ActionRow = Omit<ActionRecord, 'at' | 'by'> & {
  at: Date;
  userId: string;
  userName: string;
  documentId: string | null;
};

/** Latest first; `before` leaves out that action and all later ones. */
export async function readStory(
  db: Db,
  { documentId, subject }: StoryOf,
  { limit, before }: { limit: number; before?: number | undefined },
): Promise<ActionRecord[]> {
  const { rows } = await actionsWhere(
    sql`${documentId === undefined ? sql`true` : sql`a.document_id = ${documentId}`}
      and ${subject ? sql`a.subject_kind = ${subject.kind} and a.subject_id = ${subject.id}` : sql`true`}
      and ${before === undefined ? sql`true` : sql`a.id < ${before}`}`,
    sql`order by a.id desc limit ${limit}`,
  ).execute(db);
  return rows.map(actionRecord);
}

const actionsWhere = (
  condition: RawBuilder<SqlBool>,
  rest: RawBuilder<unknown>,
): RawBuilder<ActionRow> => sql<ActionRow>`
  select a.id, a.operation, a.at, a.user_id as "userId", u.name as "userName", a.verb, a.document_id as "documentId", a.subject_kind as "subjectKind",
    a.subject_id as "subjectId", a.reason, a.before, a.after, a.undoes,
    exists (select from action later where later.undoes = a.id) as undone
  from action a join app_user u on u.id = a.user_id
  where ${condition} ${rest}`;

const actionRecord = ({ userId, userName, documentId: _, at, ...row }: ActionRow): ActionRecord => ({
  ...row,
  at: at.toISOString(),
  by: { id: userId, name: userName },
});

/** The latest action on each finding of a document, by kind and id. */
export async function latestActions(db: Db, documentId: string): Promise<Map<string, ActionRecord>> {
  const { rows } = await sql<ActionRow>`
    select distinct on ("subjectKind", "subjectId") * from (${actionsWhere(sql`a.document_id = ${documentId}`, sql``)}) every
    order by "subjectKind", "subjectId", id desc`.execute(db);
  return new Map(rows.map((row) => [`${row.subjectKind} ${row.subjectId}`, actionRecord(row)]));
}

/**
 * What a user did last to findings of a document and has not undone, in the order it was done. What was done before the
 * document last changed its state is out of reach.
 */
export async function lastOperation(db: Db, documentId: string, userId: string): Promise<ActionRecord[]> {
  const undoable = sql`a.document_id = ${documentId} and a.user_id = ${userId} and a.subject_kind in ('target', 'task')
    and a.undoes is null and not exists (select from action later where later.undoes = a.id)
    and a.id > coalesce((select max(id) from action where document_id = ${documentId} and subject_kind = 'document'), 0)`;
  const { rows } = await actionsWhere(
    // Duties that were given with it follow by themselves.
    sql`a.subject_kind in ('target', 'task')
      and a.operation = (select a.operation from action a where ${undoable} order by a.id desc limit 1)`,
    sql`order by a.id`,
  ).execute(db);
  return rows.map(actionRecord);
}

/** Who changed one of these subjects after the action on it was recorded, and was not undone. */
export async function findOvertaking(db: Db, operation: string): Promise<ActionRecord | undefined> {
  const { rows } = await actionsWhere(
    sql`exists (select from action own where own.operation = ${operation} and own.id < a.id
        and own.document_id = a.document_id and own.subject_kind = a.subject_kind and own.subject_id = a.subject_id)
      and a.undoes is null and not exists (select from action later where later.undoes = a.id)`,
    sql`order by a.id desc limit 1`,
  ).execute(db);
  return rows[0] && actionRecord(rows[0]);
}

/** Where what is recorded in this transaction comes from; the database writes it beside each action. */
export async function actFrom(trx: Db, address: string): Promise<void> {
  await sql`select set_config('tiendo.address', ${address}, true)`.execute(trx);
}
