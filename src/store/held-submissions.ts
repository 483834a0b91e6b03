import { sql, type Updateable } from 'kysely';
import { SubmissionStage } from '../registry/submission-stage.ts';
import { type PeriodCode, ReportingCalendar } from '../values/period.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';
import type { LaidDuty } from './reported-duties.ts';
import type { Tables } from './tables.ts';

/** Submissions that somebody changes: held until the transaction ends. */

/** A submission, and where to look for what hangs on it. */
export type LaidSubmission = { id: string; province: string };

/** What follows is to name the province, this alone cannot: rows are held in one place only. */
export async function findLaidSubmission(db: Db, id: string): Promise<LaidSubmission | undefined> {
  const { rows } = await sql<LaidSubmission>`select id, province from submission where id = ${id}`.execute(db);
  return rows[0];
}

/** What a submission is asked for figures by. */
export type AskedFigures = LaidSubmission & {
  askedId: string;
  /** By which the figures of who was asked lie. */
  askedProvince: string;
  period: PeriodCode;
  calendar: ReportingCalendar;
  /** The round's closing day. */
  to: PlainDate;
};

export type HeldSubmission = AskedFigures & {
  dutyId: string;
  stage: SubmissionStage;
  /** Whose it is today. */
  agencyId: string;
  officerId: string | null;
  submittedBy: string | null;
  firstSentAt: Date | null;
  version: number;
  /** What it owes of the round's outline, by the keys. */
  sections: string[];
  roundId: string;
  /** What the round is called. */
  title: string;
  closed: boolean;
};

type Row = Omit<HeldSubmission, 'stage' | 'calendar'> & { stage: string; calendar: string };

/**
 * With its duty, which nobody else changes until the transaction ends either. What was closed while this waited for it is told by the duty: the
 * round is read as it was before.
 */
export async function holdSubmission(trx: Db, { id, province }: LaidSubmission): Promise<HeldSubmission | undefined> {
  const { rows } = await sql<Row>`
    select s.id, s.province, s.duty_id as "dutyId", s.stage, d.agency_id as "agencyId", s.agency_id as "askedId",
      y.province as "askedProvince", d.officer_id as "officerId", s.submitted_by as "submittedBy", s.first_sent_at as "firstSentAt",
      s.version, s.sections, o.id as "roundId", o.title, o.period, o.calendar, o.to_day as "to",
      o.closed_at is not null or d.stage = 'dropped' and d.because = 'ended' as closed
    from submission s join duty d on d.id = s.duty_id and d.province = s.province join round o on o.id = s.round_id
      join agency_province y on y.agency_id = s.agency_id
    where s.id = ${id} and s.province = ${province} for no key update of s, d`.execute(trx);
  const [row] = rows;
  return row && { ...row, stage: SubmissionStage.parse(row.stage), calendar: ReportingCalendar.parse(row.calendar) };
}

/** @param hold nobody else changes it until the transaction ends */
export async function findAskedFigures(
  db: Db,
  { id, province }: LaidSubmission,
  { hold = false } = {},
): Promise<AskedFigures | undefined> {
  const { rows } = await sql<Omit<AskedFigures, 'calendar'> & { calendar: string }>`
    select s.id, s.province, s.agency_id as "askedId", y.province as "askedProvince", o.period, o.calendar, o.to_day as "to"
    from submission s join round o on o.id = s.round_id join agency_province y on y.agency_id = s.agency_id
    where s.id = ${id} and s.province = ${province} ${hold ? sql`for no key update of s` : sql``}`.execute(db);
  const [row] = rows;
  return row && { ...row, calendar: ReportingCalendar.parse(row.calendar) };
}

/** Wants it held. @param counts false: what was seen of it stands all the same */
export async function updateSubmission(
  trx: Db,
  { id, province }: LaidSubmission,
  fields: Updateable<Tables['submission']>,
  { counts = true } = {},
): Promise<void> {
  await trx
    .updateTable('submission')
    .set((is) => ({ ...fields, ...(counts && { version: is('version', '+', 1) }) }))
    .where('id', '=', id)
    .where('province', '=', province)
    .execute();
}

/** With a round that is closed ends what nobody has sent; what was sent is decided. Gives the duties. */
export async function endUnsent(trx: Db, roundId: string): Promise<LaidDuty[]> {
  const { rows } = await sql<LaidDuty>`
    update duty d set stage_before = d.stage, stage = 'dropped', because = 'ended', version = d.version + 1
    from submission s where s.round_id = ${roundId} and d.id = s.duty_id and d.province = s.province and d.stage not in ('reported', 'done', 'dropped') returning d.id, d.province`.execute(
    trx,
  );
  return rows;
}

/** What ended with it goes on when it takes submissions again. */
export async function resumeUnsent(trx: Db, roundId: string): Promise<(LaidDuty & { agencyId: string })[]> {
  const { rows } = await sql<LaidDuty & { agencyId: string }>`
    update duty d set stage = d.stage_before, stage_before = null, because = null, version = d.version + 1
    from submission s where s.round_id = ${roundId} and d.id = s.duty_id and d.province = s.province and d.stage = 'dropped' and d.because = 'ended' returning d.id, d.province, d.agency_id as "agencyId"`.execute(
    trx,
  );
  return rows;
}
