import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Cell } from '../registry/cell.ts';
import { type Figure, type FigureKey, FigureValue } from '../registry/figure.ts';
import { FigureBasis, FigureSpan } from '../registry/figure-basis.ts';
import { Tier } from '../values/finding.ts';
import { type PeriodCode, ReportingCalendar } from '../values/period.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { allOf, type Condition, dayOf } from './conditions.ts';
import type { Db } from './database.ts';
import type { AskedFigures } from './held-submissions.ts';
import { named } from './people.ts';

/** What was approved. Rows are ended and added, never changed. */

type Row = {
  id: number;
  agency_id: string;
  agency_name: string;
  tier: string;
  indicator_id: string;
  line: string;
  period: string;
  calendar: string;
  period_to: PlainDate;
  span: string;
  basis: string;
  value: number | null;
  missing: string | null;
  reason: string;
  submission_id: string | null;
  set_at: Date;
  set_by: string | null;
  set_name: string | null;
  ended_at: Date | null;
};

const figureOf = (row: Row): Figure => ({
  id: row.id,
  agency: { id: row.agency_id, name: row.agency_name },
  tier: Tier.parse(row.tier),
  indicatorId: row.indicator_id,
  line: row.line,
  period: row.period,
  calendar: ReportingCalendar.parse(row.calendar),
  periodTo: row.period_to,
  span: FigureSpan.parse(row.span),
  basis: FigureBasis.parse(row.basis),
  value: row.value,
  missing: FigureValue.shape.missing.parse(row.missing),
  reason: row.reason,
  submissionId: row.submission_id,
  setAt: row.set_at.toISOString(),
  setBy: row.set_by === null ? null : named(row.set_by, row.set_name),
  endedAt: row.ended_at?.toISOString() ?? null,
});

/** Under the name that its agency had when its period ended: found once for each agency and day, however many figures there are. */
const figuresWhere = (condition: Condition, rest: RawBuilder<unknown>): RawBuilder<Row> => sql<Row>`
  with found as materialized (select f.* from figure f where ${condition}),
    called as materialized (
      select q.agency_id, q.period_to, a.tier, coalesce((
        select n.name from agency_name n where n.agency_id = q.agency_id order by n.kind = 'official' desc,
          coalesce(n.valid_from <= q.period_to, true) and coalesce(n.valid_until > q.period_to, true) desc, n.valid_from desc nulls last
        limit 1), q.agency_id) as agency_name
      from (select distinct agency_id, period_to from found) q join agency a on a.id = q.agency_id)
  select f.*, u.name as set_name, c.agency_name, c.tier
  from found f join called c on c.agency_id = f.agency_id and c.period_to = f.period_to left join app_user u on u.id = f.set_by
  ${rest}`;

/**
 * In the order in which they were stored. Numbers are given before the commit: what a transaction that still runs may have stored waits
 * until that has ended, so that whoever goes on behind the last one misses nothing.
 */
export async function figuresAfter(db: Db, place: number, limit: number): Promise<Figure[]> {
  const settled = sql`age(f.xmin) > age(pg_snapshot_xmin(pg_current_snapshot())::xid)`;
  const chosen = sql<SqlBool>`f.id > ${place} and ${settled} order by f.id limit ${limit}`;
  const { rows } = await figuresWhere(chosen, sql`order by f.id`).execute(db);
  return rows.map(figureOf);
}

/** What counts now, or counted at the end of a past day. */
const counting = (asOf: PlainDate | undefined): Condition =>
  asOf === undefined
    ? sql`f.ended_at is null`
    : sql`${dayOf('f.set_at')} <= ${asOf}::date
        and (f.ended_at is null or ${dayOf('f.ended_at')} > ${asOf}::date)`;

/** All that an agency has reported of some indicators since a day, oldest first. @param province by which its figures lie */
export async function figuresOfAgency(
  db: Db,
  { agencyId, province }: { agencyId: string; province: string },
  { indicatorIds, calendar, since }: { indicatorIds: readonly string[]; calendar: ReportingCalendar; since: PlainDate },
): Promise<Figure[]> {
  const { rows } = await figuresWhere(
    sql`f.agency_id = ${agencyId} and f.province = ${province} and f.ended_at is null and f.period_to >= ${since}::date and f.calendar = ${calendar}
      and f.indicator_id = any(${indicatorIds}::text[])`,
    sql`order by f.period_to, f.id`,
  ).execute(db);
  return rows.map(figureOf);
}

type OfLine = {
  indicatorId: string;
  line?: string | undefined;
  period?: PeriodCode | undefined;
  asOf?: PlainDate | undefined;
};

/** Every agency's, with the latest periods first: the figures of an indicator, or of one line of it. */
export async function figuresOfLine(
  db: Db,
  { indicatorId, line, period, asOf }: OfLine,
  limit: number,
): Promise<Figure[]> {
  const { rows } = await figuresWhere(
    allOf([
      sql`f.indicator_id = ${indicatorId}`,
      line === undefined ? undefined : sql`f.line = ${line}`,
      period === undefined ? undefined : sql`f.period = ${period}`,
      counting(asOf),
    ]),
    sql`order by f.period_to desc, f.id limit ${limit}`,
  ).execute(db);
  return rows.map(figureOf);
}

/** Values that another has taken the place of, the latest first: corrections, and what was imported over. */
export async function revisionsOfIndicator(
  db: Db,
  { indicatorId, asOf }: { indicatorId: string; asOf?: PlainDate | undefined },
  limit: number,
): Promise<Figure[]> {
  const past: Condition | undefined = asOf === undefined ? undefined : sql`${dayOf('f.ended_at')} <= ${asOf}::date`;
  const { rows } = await figuresWhere(
    allOf([sql`f.indicator_id = ${indicatorId}`, sql`f.ended_at is not null`, past]),
    sql`order by f.ended_at desc, f.id limit ${limit}`,
  ).execute(db);
  return rows.map(figureOf);
}

export type SameFigure = FigureKey & { agencyId: string; period: PeriodCode; calendar: ReportingCalendar };

/** Every value it has had, the one that counts first. */
export async function historyOfFigure(db: Db, of: SameFigure): Promise<Figure[]> {
  const { rows } = await figuresWhere(
    sql`f.agency_id = ${of.agencyId} and f.indicator_id = ${of.indicatorId} and f.line = ${of.line}
      and f.period = ${of.period} and f.calendar = ${of.calendar} and f.span = ${of.span} and f.basis = ${of.basis}`,
    sql`order by f.ended_at desc nulls first, f.id desc`,
  ).execute(db);
  return rows.map(figureOf);
}

export async function figuresByIds(db: Db, ids: readonly number[]): Promise<Figure[]> {
  const { rows } = await figuresWhere(sql`f.id = any(${ids}::bigint[])`, sql``).execute(db);
  return rows.map(figureOf);
}

/** What an agency's approved submission holds now, corrections included. */
export async function figuresOfSubmission(db: Db, submissionId: string): Promise<Figure[]> {
  const { rows } = await figuresWhere(
    sql`f.submission_id = ${submissionId} and f.ended_at is null`,
    sql`order by f.id`,
  ).execute(db);
  return rows.map(figureOf);
}

/** What an agency has reported for a period. */
export type ReportedPeriod = { agencyId: string; period: PeriodCode; calendar: ReportingCalendar };

/** Nobody else changes figures of an agency, but for whole lists, until the transaction ends. */
export async function holdFiguresOf(trx: Db, agencyId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`figures of ${agencyId}`}, 0))`.execute(trx);
}

/** Submissions from which something that follows by formula counts for one of these periods. */
export async function submissionsFollowing(db: Db, periods: readonly ReportedPeriod[]): Promise<string[]> {
  const column = (name: keyof ReportedPeriod) => sql`${periods.map((one) => one[name])}::text[]`;
  const lie = await sql<{ province: string }>`
    select distinct province from agency_province where agency_id = any(${column('agencyId')})`.execute(db);
  const provinces = lie.rows.map(({ province }) => province);
  const { rows } = await sql<{ id: string }>`
    select distinct f.submission_id as id
    from unnest(${column('agencyId')}, ${column('period')}, ${column('calendar')}) q(agency_id, period, calendar)
      cross join (select id from indicator where formula is not null) i
      join figure f on f.indicator_id = i.id and f.agency_id = q.agency_id and f.period = q.period and f.calendar = q.calendar
    where f.province = any(${provinces}::text[]) and f.ended_at is null and f.submission_id is not null`.execute(db);
  return rows.map(({ id }) => id);
}

/** Ends what these cells replace and makes a figure of each that says something. Gives how many. */
export async function figuresFromCells(
  trx: Db,
  { id, askedId, askedProvince, period, calendar, to }: Omit<AskedFigures, 'province'>,
  cells: readonly Cell[],
  { at, userId }: { at: Date; userId: string },
): Promise<number> {
  const said = cells.filter(({ value, missing }) => value !== null || missing !== null);
  const given = sql`jsonb_to_recordset(${JSON.stringify(said)}::jsonb) as n("indicatorId" text, line text, span text, basis text,
    value double precision, missing text, reason text)`;
  await sql`
    update figure f set ended_at = ${at} from ${given}
    where f.province = ${askedProvince} and f.agency_id = ${askedId} and f.period = ${period} and f.calendar = ${calendar}
      and f.ended_at is null and f.indicator_id = n."indicatorId" and f.line = n.line and f.span = n.span and f.basis = n.basis`.execute(
    trx,
  );
  const { numAffectedRows = 0n } = await sql`
    insert into figure (agency_id, province, indicator_id, line, period, calendar, period_to, span, basis, value, missing, reason,
      submission_id, set_at, set_by)
    select ${askedId}, ${askedProvince}, n."indicatorId", n.line, ${period}, ${calendar}, ${to}::date, n.span, n.basis, n.value, n.missing,
      n.reason, ${id}::uuid, ${at}::timestamptz, ${userId}
    from ${given}`.execute(trx);
  return Number(numAffectedRows);
}

/** Ends a figure and puts another in its place. Gives the new one's id; undefined where it had been replaced already. */
export async function replaceFigure(
  trx: Db,
  id: number,
  { value, missing, reason }: FigureValue & { reason: string },
  { at, userId }: { at: Date; userId: string },
): Promise<number | undefined> {
  const { numAffectedRows = 0n } = await sql`
    update figure set ended_at = ${at} where id = ${id} and ended_at is null`.execute(trx);
  if (numAffectedRows === 0n) return undefined;
  const { rows } = await sql<{ id: number }>`
    insert into figure (agency_id, indicator_id, line, period, calendar, period_to, span, basis, value, missing, reason,
      submission_id, import_id, set_at, set_by)
    select agency_id, indicator_id, line, period, calendar, period_to, span, basis, ${value}::double precision, ${missing}::text,
      ${reason}, submission_id, import_id, ${at}::timestamptz, ${userId}
    from figure where id = ${id} returning id`.execute(trx);
  return rows[0]?.id;
}
