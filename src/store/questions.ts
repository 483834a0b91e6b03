import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Question } from '../registry/question.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';
import { named, personName, said } from './people.ts';
import type { LaidDuty } from './reported-duties.ts';
import type { WorkTables } from './work-tables.ts';

type Row = Selectable<WorkTables['question']> & {
  asked_name: string | null;
  answered_name: string | null;
  draft_answer: string | null;
  draft_at: Date | null;
  draft_by: string | null;
  draft_name: string | null;
  draft_version: number | null;
};

const rowsWhere = (condition: RawBuilder<unknown>): RawBuilder<Row> => sql<Row>`
  select q.*, ${personName('q.asked_by')} as asked_name, ${personName('q.answered_by')} as answered_name, a.answer as draft_answer,
    a.changed_at as draft_at, a.author_id as draft_by, ${personName('a.author_id')} as draft_name, a.version as draft_version
  from question q left join answer_draft a on a.question_id = q.id and a.province = q.province
  where ${condition}`;

export async function findQuestion(db: Db, id: string): Promise<Question | undefined> {
  const { rows } = await rowsWhere(sql`q.id = ${id}`).execute(db);
  return rows[0] && recordOf(rows[0]);
}

/** Waits for whoever changes it now, and keeps others waiting until the transaction ends. */
export async function holdQuestion(trx: Db, id: string): Promise<Question | undefined> {
  await sql`select from question where id = ${id} for update`.execute(trx);
  return findQuestion(trx, id);
}

/** Those without an answer first, each the latest first. */
export async function questionsOfDuty(db: Db, { id, province }: LaidDuty): Promise<Question[]> {
  const { rows } = await rowsWhere(
    sql`q.duty_id = ${id} and q.province = ${province} order by q.answered_at is not null, q.asked_at desc, q.id`,
  ).execute(db);
  return rows.map(recordOf);
}

type NewQuestion = {
  id: string;
  dutyId: string;
  askedFor: string;
  userId: string;
  at: Date;
  question: string;
  answerBy: PlainDate | null;
};

/** False where it is there already. */
export async function insertQuestion(trx: Db, question: NewQuestion): Promise<boolean> {
  const inserted = await trx
    .insertInto('question')
    .values({
      id: question.id,
      duty_id: question.dutyId,
      asked_by: question.userId,
      asked_for: question.askedFor,
      asked_at: question.at,
      question: question.question,
      answer_by: question.answerBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

type Answer = { answer: string; userId: string; at: Date };

export async function putAnswerDraft(
  trx: Db,
  { id, askedFor }: Pick<Question, 'id' | 'askedFor'>,
  { answer, userId, at }: Answer,
): Promise<void> {
  await trx
    .insertInto('answer_draft')
    .values({ question_id: id, agency_id: askedFor, answer, author_id: userId, changed_at: at })
    .onConflict((conflict) =>
      conflict.column('question_id').doUpdateSet((is) => ({
        answer,
        author_id: userId,
        changed_at: at,
        version: is('answer_draft.version', '+', 1),
      })),
    )
    .execute();
}

/** The draft has served. */
export async function answerQuestion(trx: Db, id: string, { answer, userId, at }: Answer): Promise<void> {
  await trx
    .updateTable('question')
    .set((is) => ({ answer, answered_by: userId, answered_at: at, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
  await trx.deleteFrom('answer_draft').where('question_id', '=', id).execute();
}

function recordOf(row: Row): Question {
  const answered = said(row.answered_at, row.answered_by, row.answered_name);
  const draft = said(row.draft_at, row.draft_by, row.draft_name);
  return {
    id: row.id,
    dutyId: row.duty_id,
    askedFor: row.asked_for,
    asked: { at: row.asked_at.toISOString(), by: named(row.asked_by, row.asked_name) },
    question: row.question,
    answerBy: row.answer_by,
    answer: answered && { ...answered, text: row.answer ?? '' },
    draft: draft && { ...draft, text: row.draft_answer ?? '', version: row.draft_version ?? 1 },
    version: row.version,
  };
}
