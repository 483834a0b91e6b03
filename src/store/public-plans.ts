import { type RawBuilder, sql } from 'kysely';
import type {
  PublicDocument,
  PublicDuty,
  PublicFigure,
  PublicFinding,
  PublicIndicator,
} from '../registry/public-plan.ts';
import type { FindingKind } from '../registry/review.ts';
import type { Target } from '../values/finding.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { inBatches } from './batches.ts';
import { allOf, type Condition, dayOf, saying } from './conditions.ts';
import type { Db } from './database.ts';

/**
 * What the public reads, asked as `tiendo_public` (acting.ts): the wall leaves only what is published, so no question here says so.
 * A column that is not granted there cannot be named here.
 */

export async function publicDocuments(db: Db): Promise<PublicDocument[]> {
  const { rows } = await sql<
    Omit<PublicDocument, 'period' | 'decidedAt'> & { first: number | null; last: number | null; at: Date }
  >`
    select d.id, d.number, d.kind, d.title, d.issuer, d.issued_on as "issuedOn", d.period_from as first, d.period_to as last,
      d.state, d.valid_from as "validFrom", d.valid_until as "validUntil", p.from_day as "publishedFrom", p.changed_at as at
    from document d join publication p on p.document_id = d.id
    order by d.issued_on desc nulls last, d.id`.execute(db);
  return rows.map(({ first, last, at, ...rest }) => ({
    ...rest,
    period: first === null || last === null ? null : { from: first, to: last },
    decidedAt: at.toISOString(),
  }));
}

const finding = sql`f.document_id as "documentId", f.id, f.quote, f.section, f.group_name as "group", f.ordinal,
  f.valid_from as "validFrom", f.valid_until as "validUntil"`;

const roleIds = (kind: FindingKind, roles: readonly string[]): RawBuilder<string[]> => sql`array(
  select distinct a.agency_id from assignment a
  where a.document_id = f.document_id and a.finding_kind = ${sql.lit(kind)} and a.finding_id = f.id
    and a.role in (${sql.join(roles.map((role) => sql.lit(role)))}) and (a.valid_until is null or a.valid_until = f.valid_until)
  order by 1)`;

export type TargetRow = PublicFinding &
  Pick<
    Target,
    'name' | 'variant' | 'op' | 'value' | 'value2' | 'of' | 'unit' | 'change' | 'year' | 'yearFrom' | 'tier'
  > & {
    indicatorId: string | null;
    indicatorUnit: string | null;
    line: string;
    agencyIds: string[];
  };

/** In the order of the text. */
export async function publicTargets(db: Db, documentId: string): Promise<TargetRow[]> {
  const { rows } = await sql<TargetRow>`
    select ${finding}, f.name, f.variant, f.op, f.value, f.value2, f.value_of as of, f.unit, f.change, f.year,
      f.year_from as "yearFrom", f.tier, i.id as "indicatorId", i.unit as "indicatorUnit", coalesce(f.indicator_line, '') as line,
      ${roleIds('target', ['named', 'lead'])} as "agencyIds"
    from target f left join indicator i on i.id = f.indicator_id
    where f.document_id = ${documentId} order by f.position, f.id`.execute(db);
  return rows;
}

/** What other documents of the public set for the same line. */
export async function targetsOfLine(
  db: Db,
  indicatorId: string,
  line: string,
): Promise<(TargetRow & { documentNumber: string | null })[]> {
  const { rows } = await sql<TargetRow & { documentNumber: string | null }>`
    select ${finding}, f.name, f.variant, f.op, f.value, f.value2, f.value_of as of, f.unit, f.change, f.year,
      f.year_from as "yearFrom", f.tier, f.indicator_id as "indicatorId", null as "indicatorUnit", ${line} as line,
      array[]::text[] as "agencyIds", d.number as "documentNumber"
    from target f join document d on d.id = f.document_id
    where f.indicator_id = ${indicatorId} and coalesce(f.indicator_line, '') = ${line}
    order by f.year nulls last, d.issued_on nulls last, d.id, f.position limit 60`.execute(db);
  return rows;
}

export type TaskRow = PublicFinding & {
  timeRaw: string | null;
  product: string | null;
  leadIds: string[];
  coordIds: string[];
  monitorIds: string[];
};

export async function publicTasks(db: Db, documentId: string): Promise<TaskRow[]> {
  const { rows } = await sql<TaskRow>`
    select ${finding}, f.time_raw as "timeRaw", f.product_raw as product, ${roleIds('task', ['lead'])} as "leadIds",
      ${roleIds('task', ['coord'])} as "coordIds", ${roleIds('task', ['monitor'])} as "monitorIds"
    from task f where f.document_id = ${documentId} order by f.position, f.id`.execute(db);
  return rows;
}

/** The work that a document's tasks gave; what was dropped is nobody's work any more. Due soon is a word of those who do it. */
export async function publicDuties(db: Db, documentId: string, day: PlainDate): Promise<PublicDuty[]> {
  const { rows } = await sql<PublicDuty>`
    select o.document_id as "documentId", o.finding_id as "findingId", w.id, w.agency_id as "agencyId", w.period,
      w.first_due as "firstDue", w.due, w.done_on as "doneOn", duty_state(w.stage, w.due, w.done_on, ${day}::date, ${day}::date - 1) as state,
      (select max(${dayOf('p.sent_at')}) from progress p where p.duty_id = w.id and p.province = w.province) as "lastReportOn",
      coalesce((select json_agg(distinct jsonb_build_object('number', e.document_number, 'date', e.document_date)) from evidence e
        where e.duty_id = w.id and e.province = w.province), '[]') as results,
      coalesce((select json_agg(json_build_object('before', c.due_before, 'granted', c.due_granted,
        'on', ${dayOf('c.decided_at')}) order by c.decided_at) from due_change c
          where c.duty_id = w.id and c.province = w.province), '[]')
        as extensions
    from duty_origin o join duty w on w.id = o.duty_id and w.province = o.province
    where o.document_id = ${documentId} and o.finding_kind = 'task' and w.stage <> 'dropped'
    order by o.finding_id, w.due nulls last, w.period nulls last, w.agency_id, w.id`.execute(db);
  return rows;
}

const figureColumns = sql`f.id, f.indicator_id as "indicatorId", f.line, f.agency_id as "agencyId", f.period,
  f.period_to as "periodTo", f.span, f.basis, f.value, f.missing, ${dayOf('f.set_at')} as "approvedOn",
  ${dayOf('f.ended_at')} as "replacedOn"`;

/** All that was approved for these agencies and this line, with what was replaced since; the latest first. */
export async function publicFiguresOf(
  db: Db,
  { indicatorId, line, agencyIds }: { indicatorId: string; line: string; agencyIds: readonly string[] },
  most: number,
): Promise<PublicFigure[]> {
  const { rows } = await sql<PublicFigure>`
    select ${figureColumns} from figure f
    where f.indicator_id = ${indicatorId} and f.line = ${line} and f.agency_id = any(${agencyIds}::text[])
    order by f.period_to desc, f.id desc limit ${most}`.execute(db);
  return rows;
}

/**
 * Begins at the lines that come along: otherwise the wall would look at every figure there is. What counts and what was replaced have an
 * index each.
 */
export function readPublicFigures(db: Db, year: number | null): AsyncGenerator<PublicFigure[]> {
  const figures = (which: Condition) => sql`
    select ${figureColumns} from figure f where f.agency_id = k.agency_id and f.indicator_id = k.indicator_id and f.line = k.line
      and ${which} and ${ofYear(year)}`;
  return inBatches(
    db,
    sql<PublicFigure>`
      select f.* from (select distinct l.agency_id, l.indicator_id, l.line from published_line l) k
        cross join lateral (${figures(sql`f.ended_at is null`)} union all ${figures(sql`f.ended_at is not null`)}) f
      order by f."indicatorId", f.line, f."agencyId", f."periodTo", f.id`,
  );
}

const ofYear = (year: number | null): Condition =>
  year === null ? sql`true` : sql`f.period_to between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)`;

export async function publicIndicators(db: Db): Promise<PublicIndicator[]> {
  const { rows } = await sql<PublicIndicator>`
    select i.id, i.name, i.unit, i.direction, i.measure, i.cumulative, i.statistical_code as "statisticalCode" from indicator i
    order by i.name collate "vi-x-icu", i.id`.execute(db);
  return rows;
}

/** Of these agencies what the register says, under their last official names. */
export async function publicAgencies(
  db: Db,
  agencyIds: readonly string[],
): Promise<{ id: string; name: string; tier: string; validFrom: PlainDate | null; validUntil: PlainDate | null }[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
    tier: string;
    validFrom: PlainDate | null;
    validUntil: PlainDate | null;
  }>`
    select y.id, y.tier, y.valid_from as "validFrom", y.valid_until as "validUntil", coalesce((select n.name from agency_name n
      where n.agency_id = y.id order by n.kind = 'official' desc, n.valid_from desc nulls last limit 1), y.id) as name
    from agency y where y.id = any(${agencyIds}::text[]) order by y.id`.execute(db);
  return rows;
}

/** Keys of what says all of this; the wall decides what of it is told. */
export async function publicSaying(
  db: Db,
  kind: FindingKind,
  typed: string,
  most: number,
): Promise<{ documentId: string; id: string }[]> {
  const { rows } = await sql<{ documentId: string; id: string }>`
    select f.document_id as "documentId", f.id from ${sql.table(kind)} f join document d on d.id = f.document_id
    where ${allOf([saying(kind, typed)])}
    order by d.issued_on desc nulls last, d.id, f.position limit ${most}`.execute(db);
  return rows;
}
