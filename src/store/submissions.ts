import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { daysLeft, dutyState, type StateDay } from '../registry/duty-state.ts';
import type { Named } from '../registry/named.ts';
import { sendingOf } from '../registry/round-measures.ts';
import type { SubmissionFilter, SubmissionRecord } from '../registry/submission.ts';
import { SubmissionStage } from '../registry/submission-stage.ts';
import type { WorkingCalendar } from '../registry/working-days.ts';
import { Tier } from '../values/finding.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { searchQuery, searchText } from '../values/search-text.ts';
import { allOf, type Condition, dayOf, escaped, oneOf } from './conditions.ts';
import type { Db } from './database.ts';
import type { LaidSubmission } from './held-submissions.ts';
import { agencyNameOn, agencyNamesOn } from './names.ts';
import { named } from './people.ts';
import { placed } from './reported-duties.ts';

export type CountingDay = StateDay & { calendar: WorkingCalendar };

type Row = {
  id: string;
  province: string;
  asked_province: string;
  round_id: string;
  duty_id: string;
  agency_id: string;
  asked_id: string;
  tier: string;
  first_due: PlainDate | null;
  due: PlainDate | null;
  stage: string;
  duty_stage: string;
  done_on: PlainDate | null;
  cells: number;
  filled: number;
  written: number;
  sections: string[];
  begun_at: Date | null;
  submitted_at: Date | null;
  submitted_by: string | null;
  submitted_name: string | null;
  first_sent_at: Date | null;
  sent_at: Date | null;
  sent_by: string | null;
  sent_name: string | null;
  returned_at: Date | null;
  returned_by: string | null;
  returned_name: string | null;
  returned_because: string | null;
  returned_inside: boolean;
  approved_at: Date | null;
  approved_by: string | null;
  approved_name: string | null;
  version: number;
};

const nameOf = (column: string): RawBuilder<string | null> =>
  sql`(select u.name from app_user u where u.id = ${sql.ref(`s.${column}`)})`;

export type FoundSubmission = {
  submission: SubmissionRecord;
  laid: LaidSubmission;
  /** By which the figures of who was asked lie. */
  askedProvince: string;
};

/** Submissions that fulfil a condition on `s`, `d` (its duty) and `a` (who owes it today). */
async function submissionsWhere(db: Db, condition: Condition, day: CountingDay): Promise<FoundSubmission[]> {
  const { rows } = await sql<Row>`
    with s as (
      select s.*, d.agency_id as holder_id, a.tier, y.province as asked_province, d.due as due_now, d.stage as duty_stage, d.done_on
      from submission s join duty d on d.id = s.duty_id and d.province = s.province join agency a on a.id = d.agency_id
        join agency_province y on y.agency_id = s.agency_id
      where ${condition})
    select s.id, s.province, s.asked_province, s.round_id, s.duty_id, s.holder_id as agency_id, s.agency_id as asked_id, s.tier, s.due as first_due,
      s.due_now as due, s.stage, s.duty_stage, s.done_on, f.cells, f.filled, f.written, s.sections, s.begun_at,
      s.submitted_at, s.submitted_by, ${nameOf('submitted_by')} as submitted_name, s.first_sent_at,
      s.sent_at, s.sent_by, ${nameOf('sent_by')} as sent_name,
      s.returned_at, s.returned_by, ${nameOf('returned_by')} as returned_name, s.returned_because, s.returned_inside,
      s.approved_at, s.approved_by, ${nameOf('approved_by')} as approved_name, s.version
    from s join submissions_filled(array(select id from s)) f on f.submission_id = s.id`.execute(db);
  const names = await agencyNamesOn(
    db,
    [...new Set(rows.flatMap(({ agency_id, asked_id }) => [agency_id, asked_id]))],
    day.today,
  );
  return rows.map((row) => ({
    submission: submissionRecord(row, names, day),
    laid: { id: row.id, province: row.province },
    askedProvince: row.asked_province,
  }));
}

export async function findSubmission(db: Db, id: string, day: CountingDay): Promise<FoundSubmission | undefined> {
  return (await submissionsWhere(db, sql`s.id = ${id}`, day))[0];
}

type Said = { at: string; by: Named } | null;
const said = (at: Date | null, by: string | null, name: string | null): Said =>
  at === null || by === null ? null : { at: at.toISOString(), by: named(by, name) };

function submissionRecord(row: Row, names: ReadonlyMap<string, string>, day: CountingDay): SubmissionRecord {
  const agency = (id: string): Named => ({ id, name: names.get(id) ?? id });
  const state = dutyState({ stage: row.duty_stage, due: row.due, doneOn: row.done_on }, day);
  const counts = row.due !== null && state !== null && row.duty_stage !== 'done';
  const returned = said(row.returned_at, row.returned_by, row.returned_name);
  return {
    id: row.id,
    roundId: row.round_id,
    dutyId: row.duty_id,
    agency: agency(row.agency_id),
    asked: agency(row.asked_id),
    tier: Tier.parse(row.tier),
    firstDue: row.first_due,
    due: row.due,
    stage: SubmissionStage.parse(row.stage),
    state,
    daysLeft: counts && row.due !== null ? daysLeft(day.calendar, row.due, day.today) : null,
    cells: row.cells,
    filled: row.filled,
    sections: row.sections,
    written: row.written,
    begunAt: row.begun_at?.toISOString() ?? null,
    submitted: said(row.submitted_at, row.submitted_by, row.submitted_name),
    firstSentAt: row.first_sent_at?.toISOString() ?? null,
    sending: sendingOf({ firstSentAt: row.first_sent_at?.toISOString() ?? null, due: row.due }, day.today),
    sent: said(row.sent_at, row.sent_by, row.sent_name),
    returned: returned && { ...returned, because: row.returned_because ?? '', inside: row.returned_inside },
    approved: said(row.approved_at, row.approved_by, row.approved_name),
    version: row.version,
  };
}

/** As registry/round-measures.ts says it. */
const sendingOn = (today: PlainDate): RawBuilder<string> => sql`case
  when s.first_sent_at is null then case when d.due < ${today}::date then 'overdue' else 'waiting' end
  when ${dayOf('s.first_sent_at')} > d.due then 'late' else 'onTime' end`;

/** The higher tiers first, each by the names of its agencies. */
export async function submissionsOfRound(
  db: Db,
  roundId: string,
  { q, stage, sending, tier }: SubmissionFilter,
  { offset, limit }: { offset: number; limit: number },
  day: CountingDay,
): Promise<{ rows: SubmissionRecord[]; total: number }> {
  const query = searchQuery(q ?? '');
  const said =
    query &&
    sql<boolean>`exists (select from agency_name n where n.agency_id = d.agency_id and (${sql.join(
      query.terms.map(
        (term) => sql`${sql.ref(query.form === 'words' ? 'n.words' : 'n.plain_words')} like ${`% ${escaped(term)}%`}`,
      ),
      sql` and `,
    )}))`;
  const found = await sql<{ id: string; total: number }>`
    select s.id, count(*) over ()::int as total from submission s join duty d on d.id = s.duty_id and d.province = s.province
      join agency a on a.id = d.agency_id
    where ${allOf([
      sql`s.round_id = ${roundId}`,
      said,
      oneOf(sql`s.stage`, stage, 'text'),
      oneOf(sendingOn(day.today), sending, 'text'),
      oneOf(sql`a.tier`, tier, 'text'),
    ])}
    order by array_position(array['national', 'province', 'district', 'commune'], a.tier),
      ${agencyNameOn(sql`d.agency_id`, day.today)} collate "vi-x-icu", s.id
    limit ${limit} offset ${offset}`.execute(db);
  const ids = found.rows.map(({ id }) => id);
  const records = await submissionsWhere(db, sql`s.id = any(${ids}::uuid[])`, day);
  const byId = new Map(records.map(({ submission }) => [submission.id, submission]));
  return { rows: ids.flatMap((id) => byId.get(id) ?? []), total: found.rows[0]?.total ?? 0 };
}

export type NewSubmission = { agencyId: string; due: PlainDate; sections: readonly string[] };
export type MadeSubmission = NewSubmission & LaidSubmission & { dutyId: string };

/** PostgreSQL takes 65,535 values in one statement. */
const rowsAtOnce = 2000;

/** With the duty that each of them is. Its agency has it from the start: a report that the law asks for cannot be given back. */
export async function insertSubmissions(
  trx: Db,
  round: { id: string; title: string; period: string; from: PlainDate },
  submissions: readonly NewSubmission[],
  at: Date,
): Promise<MadeSubmission[]> {
  const { words, plainWords } = searchText([round.title]);
  const made: MadeSubmission[] = [];
  for (let first = 0; first < submissions.length; first += rowsAtOnce) {
    const duties = submissions.slice(first, first + rowsAtOnce).map((one) => ({ ...one, id: randomUUID() }));
    const laid = await trx
      .insertInto('duty')
      .values(
        duties.map(({ id, agencyId, due }) => ({
          ...{ id, root_id: id, kind: 'report', agency_id: agencyId, stage: 'accepted', given_at: at },
          ...{ content: round.title, words, plain_words: plainWords, period: periodOfDuty(round.period) },
          ...{ starts_on: round.from, first_due: due, due },
        })),
      )
      .returning(['id', 'province'])
      .execute();
    const some = placed(duties, laid).map((duty) => ({ ...duty, dutyId: duty.id, id: randomUUID() }));
    await trx
      .insertInto('submission')
      .values(
        some.map(({ id, province, dutyId, agencyId, due, sections }) => ({
          ...{ id, province, round_id: round.id, duty_id: dutyId, agency_id: agencyId, due, sections: [...sections] },
        })),
      )
      .execute();
    made.push(...some);
  }
  return made;
}

/** A duty's term is a code; free days are in its words. */
const periodOfDuty = (code: string): string | null => (code.includes('/') ? null : code);
