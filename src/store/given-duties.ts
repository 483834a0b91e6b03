import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { DutyTerm, TimeWords } from '../registry/due-rules.ts';
import type { FindingKind } from '../registry/review.ts';
import { dayOfMoment, type PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';
import { moveOrigins } from './joined-duties.ts';
import { type LaidDuty, placed } from './reported-duties.ts';
import { dueOf } from './tasks.ts';

/** Duties as they follow from who has which work: made for it, removed and ended with it. All of it wants a transaction. */

/** An agency that answers for a finding's work, and the times of it that duties have been made for. */
export type Answering = {
  assignmentId: number;
  documentId: string;
  documentName: string;
  quote: string;
  findingKind: FindingKind;
  findingId: string;
  agencyId: string;
  validFrom: PlainDate;
  periodTo: number | null;
  /** The day on which the first duty was given for it. */
  givenOn: PlainDate | null;
  /** Of a task. */
  words: TimeWords | null;
  /** Of a target. */
  year: number | null;
  periods: string[];
};

/** Whoever leads a task; a target's agencies have one role only. */
const answers = sql`(a.role = 'lead' or a.finding_kind = 'target' and a.role = 'named')`;

/** What a row of work carries on: a duty made for that, done or open, is not made again for the heir. */
const periodsOf = sql`array(
  with recursive line(id) as (
    select a.id union select o.id from line join assignment x on x.id = line.id cross join lateral unnest(x.origins) o(id))
  select o.period from line join duty_origin o on o.assignment_id = line.id)`;

type AnsweringRow = Omit<Answering, 'words' | 'givenOn'> & {
  given_at: Date | null;
  time_raw: string | null;
} & Parameters<typeof dueOf>[0];

/** Work in force, or to be so, of which some duty may be missing: of one document, or of all. */
export async function answeringAgencies(
  db: Db,
  { documentId, today }: { documentId?: string | undefined; today: PlainDate },
): Promise<Answering[]> {
  const { rows } = await sql<AnsweringRow>`
    select a.id as "assignmentId", a.document_id as "documentId", coalesce(d.number, d.title, d.file_name) as "documentName",
      coalesce(t.quote, g.quote) as quote, a.finding_kind as "findingKind", a.finding_id as "findingId",
      a.agency_id as "agencyId", a.valid_from as "validFrom", d.period_to as "periodTo", g.year, ${periodsOf} as periods,
      t.due_kind, t.due_from, t.due_to, t.due_every, t.due_condition, t.time_raw,
      (select min(y.given_at) from duty_origin o join duty y on y.id = o.duty_id where o.assignment_id = a.id) as given_at
    from assignment a join document d on d.id = a.document_id
      left join task t on a.finding_kind = 'task' and t.document_id = a.document_id and t.id = a.finding_id
      left join target g on a.finding_kind = 'target' and g.document_id = a.document_id and g.id = a.finding_id
    where ${answers} and ${documentId === undefined ? sql`true` : sql`a.document_id = ${documentId}`}
      and (a.valid_until is null or (a.valid_until > ${today} and a.valid_until > a.valid_from))
      and (t.due_kind = 'recurring' or not exists (select from duty_origin o where o.assignment_id = a.id))
    order by a.document_id, a.id`.execute(db);
  return rows.map(({ given_at, time_raw, due_kind, due_from, due_to, due_every, due_condition, ...row }) => {
    const time = dueOf({ due_kind, due_from, due_to, due_every, due_condition });
    const words = row.findingKind === 'task' ? { time, timeRaw: time_raw } : null;
    return { ...row, words, givenOn: given_at && dayOfMoment(given_at) };
  });
}

/** Documents of which some duty may be missing. */
export async function documentsMissingDuties(db: Db, today: PlainDate): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct a.document_id as id from assignment a
      left join task t on a.finding_kind = 'task' and t.document_id = a.document_id and t.id = a.finding_id
    where ${answers} and (a.valid_until is null or (a.valid_until > ${today} and a.valid_until > a.valid_from))
      and (t.due_kind = 'recurring' or not exists (select from duty_origin o where o.assignment_id = a.id))
    order by 1`.execute(db);
  return rows.map(({ id }) => id);
}

/** Only one process makes duties at a time, so that none is made twice. */
export const holdGiving = async (trx: Db): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('tiendo duties'))`.execute(trx);
};

/** PostgreSQL takes 65,535 values in one statement. */
const rowsAtOnce = 2000;

export type NewDuty = { work: Answering; term: DutyTerm };

export type MadeDuty = NewDuty & LaidDuty;

export async function insertDuties(trx: Db, duties: readonly NewDuty[], at: Date): Promise<MadeDuty[]> {
  const rows = duties.map((duty) => ({ ...duty, id: randomUUID() }));
  const made: MadeDuty[] = [];
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const some = rows.slice(from, from + rowsAtOnce);
    const laid = await trx
      .insertInto('duty')
      .values(
        some.map(({ id, work, term: { period, startsOn, due, waitsFor } }) => ({
          id,
          root_id: id,
          kind: 'assigned',
          agency_id: work.agencyId,
          period: period === '' ? null : period,
          starts_on: startsOn,
          first_due: due,
          due,
          waits_for: waitsFor,
          given_at: at,
        })),
      )
      .returning(['id', 'province'])
      .execute();
    made.push(...placed(some, laid));
    await trx
      .insertInto('duty_origin')
      .values(
        some.map(({ id, work, term: { period } }) => ({
          duty_id: id,
          document_id: work.documentId,
          finding_kind: work.findingKind,
          finding_id: work.findingId,
          assignment_id: work.assignmentId,
          period,
        })),
      )
      .execute();
  }
  return made;
}

/** How many duties of a document somebody has said something about: they are more than what the document gave. */
export async function countReported(db: Db, rootIds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from duty d where d.root_id = any(${rootIds}::uuid[]) and (
      exists (select from progress p where p.duty_id = d.id and p.stage <> 'draft')
      or exists (select from obstacle o where o.duty_id = d.id) or exists (select from evidence e where e.duty_id = d.id)
      or exists (select from due_change c where c.duty_id = d.id) or exists (select from question q where q.duty_id = d.id)
      or exists (select from stocktake_item i where i.duty_id = d.id and i.stood is not null))`.execute(db);
  return rows[0]?.count ?? 0;
}

export async function dutiesOfDocument(db: Db, documentId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('duty_origin')
    .select('duty_id')
    .distinct()
    .where('document_id', '=', documentId)
    .execute();
  return rows.map((row) => row.duty_id);
}

/** Those whose work has been taken away from under them. */
export async function dutiesWithoutWork(db: Db, documentId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select d.id from duty d where d.stage <> 'dropped'
      and exists (select from duty_origin o where o.duty_id = d.id and o.document_id = ${documentId})
      and not exists (select from duty_origin o where o.duty_id = d.id and o.assignment_id is not null)`.execute(db);
  return rows.map(({ id }) => id);
}

/**
 * Before a document's duties go: those that other documents' were joined to give them back, and those that were joined to
 * others' leave only their sentences there.
 */
export async function partJoined(trx: Db, documentId: string): Promise<void> {
  const given = await moveOrigins(
    trx,
    sql`o.document_id <> ${documentId} and o.from_duty is not null and exists (
      select from duty_origin main
      where main.duty_id = o.duty_id and main.document_id = ${documentId} and main.from_duty is null)`,
    { to: sql`o.from_duty`, from: sql`null::uuid` },
  );
  await sql`
    update duty set stage = coalesce(stage_before, 'assigned'), stage_before = null, because = null, joined_into = null,
      version = version + 1
    where id = any(${given}::uuid[])`.execute(trx);
  const gone = await sql<{ id: string }>`
    delete from duty_origin where document_id = ${documentId} and from_duty is not null returning from_duty as id`.execute(
    trx,
  );
  await deleteDuties(
    trx,
    gone.rows.map(({ id }) => id),
  );
}

type TimedRow = Omit<TimedDuty, 'words'> & { time_raw: string | null } & Parameters<typeof dueOf>[0];

/** An open duty, and what the sentence that it comes from says of its time. */
export type TimedDuty = LaidDuty & {
  firstDue: PlainDate | null;
  due: PlainDate | null;
  waitsFor: string | null;
  words: TimeWords | null;
  year: number | null;
};

/** Those of findings of a document that do not come again. */
export async function timedDuties(
  db: Db,
  documentId: string,
  findings: readonly { kind: FindingKind; id: string }[],
): Promise<TimedDuty[]> {
  const { rows } = await sql<TimedRow & { kind: FindingKind }>`
    select d.id, d.province, d.first_due as "firstDue", d.due, d.waits_for as "waitsFor", o.finding_kind as kind, g.year,
      t.due_kind, t.due_from, t.due_to, t.due_every, t.due_condition, t.time_raw
    from duty_origin o join duty d on d.id = o.duty_id
      left join task t on o.finding_kind = 'task' and t.document_id = o.document_id and t.id = o.finding_id
      left join target g on o.finding_kind = 'target' and g.document_id = o.document_id and g.id = o.finding_id
    where o.document_id = ${documentId} and o.from_duty is null and d.period is null and d.stage not in ('done', 'dropped')
      and (o.finding_kind, o.finding_id) in (
        select * from unnest(${findings.map(({ kind }) => kind)}::text[], ${findings.map(({ id }) => id)}::text[]))
    for update of d`.execute(db);
  return rows.map(({ kind, time_raw, due_kind, due_from, due_to, due_every, due_condition, ...row }) => {
    const time = dueOf({ due_kind, due_from, due_to, due_every, due_condition });
    return { ...row, words: kind === 'task' ? { time, timeRaw: time_raw } : null };
  });
}

/** With everything below them. */
export async function deleteDuties(trx: Db, ids: readonly string[]): Promise<void> {
  await sql`delete from duty where id = any(${ids}::uuid[])`.execute(trx);
}

/** Whether something a duty comes from is in force on the day, or will be. */
const stillMeant = (today: PlainDate): RawBuilder<boolean> => sql`exists (
  select from duty_origin o
    left join task t on o.finding_kind = 'task' and t.document_id = o.document_id and t.id = o.finding_id
    left join target g on o.finding_kind = 'target' and g.document_id = o.document_id and g.id = o.finding_id
  where o.duty_id = d.root_id and coalesce(t.valid_until, g.valid_until, 'infinity') > ${today}::date)`;

/** Duties that may be touched by endings: of what has come to an end at all, in one document or in any. */
const touched = (documentId: string | undefined) =>
  documentId === undefined
    ? sql`(select o.duty_id from task f join duty_origin o on o.document_id = f.document_id and o.finding_kind = 'task'
        and o.finding_id = f.id where f.valid_until is not null
      union select o.duty_id from target f join duty_origin o on o.document_id = f.document_id and o.finding_kind = 'target'
        and o.finding_id = f.id where f.valid_until is not null)`
    : sql`(select o.duty_id from duty_origin o where o.document_id = ${documentId})`;

export type StageChange = LaidDuty & { before: string; after: string };

/** Open duties of which everything has ended that set them. */
export async function dropEnded(
  trx: Db,
  { documentId, today }: { documentId?: string | undefined; today: PlainDate },
): Promise<StageChange[]> {
  const { rows } = await sql<StageChange>`
    update duty d set stage_before = d.stage, stage = 'dropped', because = 'ended', because_words = null, version = d.version + 1
    from (select id, stage from duty) own
    where own.id = d.id and d.stage not in ('done', 'dropped') and d.root_id in ${touched(documentId)}
      and not ${stillMeant(today)}
    returning d.id, d.province, own.stage as before, d.stage as after`.execute(trx);
  return rows;
}

/** What was dropped because what set it had ended goes on where that goes on. */
export async function resumeEnded(
  trx: Db,
  { documentId, today }: { documentId: string; today: PlainDate },
): Promise<StageChange[]> {
  const { rows } = await sql<StageChange>`
    update duty d set stage = d.stage_before, stage_before = null, because = null, version = d.version + 1
    where d.stage = 'dropped' and d.because = 'ended' and d.root_id in ${touched(documentId)} and ${stillMeant(today)}
    returning d.id, d.province, 'dropped' as before, d.stage as after`.execute(trx);
  return rows;
}
