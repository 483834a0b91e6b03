import { type RawBuilder, sql } from 'kysely';
import type { FigureBasis } from '../registry/figure-basis.ts';
import type { Indicator } from '../registry/indicator.ts';
import { askedOf } from '../registry/indicator-line.ts';
import type { LineFacts, SubjectOfFigures } from '../registry/line-facts.ts';
import type { FigureSource, SourcedNumber } from '../registry/section-content.ts';
import type { Target } from '../values/finding.ts';
import {
  earlierInYear,
  type PeriodCode,
  parsePeriod,
  type ReportingCalendar,
  samePeriodBefore,
} from '../values/period.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { inForce } from './conditions.ts';
import type { Db } from './database.ts';

/** The figures of a round as they were sent, with what was planned and what was before. */

export type FactsOf = {
  roundId: string;
  period: PeriodCode;
  calendar: ReportingCalendar;
  day: PlainDate;
  /** Of these submissions only; without, of all that were sent. */
  submissionId?: string;
  /** Of these only. */
  indicatorIds?: readonly string[];
};

type Row = Omit<SubjectOfFigures, 'weightIndicatorId'> & {
  submission_id: string;
  agency_id: string;
  line: string;
  span: 'period' | 'toDate';
  basis: FigureBasis;
  value: number;
  before_basis: FigureBasis | null;
  before_value: number | null;
  /** What was reported of the year before the period; null where some of it was not. */
  earlier_sum: number | null;
  earlier_before_sum: number | null;
  weight_indicator_id: string | null;
  planned: number | null;
  target_document: string | null;
  target_id: string | null;
  target_value: number | null;
  target_value2: number | null;
  target_unit: string | null;
  target_change: Target['change'] | null;
  unit_factors: Indicator['unitFactors'];
};

/** Of a cell `c` and the figure `f` that counts: what its agency says in a submission that is not approved yet takes the figure's place there. */
export const countsIn = (submission: string): RawBuilder<number | null> => sql`
  case when f.id is null or ${sql.ref(`${submission}.stage`)} <> 'approved' and (c.value is not null or c.missing is not null)
    then c.value else f.value end`;

/** Those that have a value, in the order in which they were asked for. */
export async function factsOfRound(db: Db, facts: FactsOf): Promise<LineFacts[]> {
  const { roundId, period, calendar, day, submissionId, indicatorIds } = facts;
  const year = parsePeriod(period)?.to.year ?? 0;
  const before = samePeriodBefore(period) ?? null;
  const whose = submissionId === undefined ? sql`s.stage in ('sent', 'approved')` : sql`s.id = ${submissionId}`;
  const { rows } = await sql<Row>`
    select s.id as submission_id, s.agency_id, c.line, c.span, c.basis, ${countsIn('s')} as value,
      i.id, i.name, i.unit, i.measure, i.direction, i.decimals, i.pillar, i.unit_factors, i.cumulative, i.aggregation, i.weight_indicator_id,
      earlier.basis as before_basis, earlier.value as before_value, ytd.value as earlier_sum, ytd_before.value as earlier_before_sum, plan.value as planned,
      aim.document_id as target_document, aim.id as target_id, aim.value as target_value, aim.value2 as target_value2,
      aim.unit as target_unit, aim.change as target_change
    from submission s join cell c on c.submission_id = s.id join indicator i on i.id = c.indicator_id
      left join figure f on f.agency_id = s.agency_id and f.indicator_id = c.indicator_id and f.line = c.line
        and f.period = ${period} and f.calendar = ${calendar} and f.span = c.span and f.basis = c.basis and f.ended_at is null
      left join lateral (
        select e.value, e.basis from figure e
        where e.agency_id = s.agency_id and e.indicator_id = c.indicator_id and e.line = c.line and e.period = ${before}
          and e.calendar = ${calendar} and e.span = c.span and e.basis <> 'planned' and e.ended_at is null and e.value is not null
        order by array_position(array['final', 'preliminary', 'estimated'], e.basis) limit 1) earlier on true
      ${sumOf('ytd', earlierInYear(period), calendar)}
      ${sumOf('ytd_before', before === null ? [] : earlierInYear(before), calendar)}
      left join figure plan on plan.agency_id = s.agency_id and plan.indicator_id = c.indicator_id and plan.line = c.line
        and plan.period = ${String(year)} and plan.calendar = ${calendar} and plan.span = 'period' and plan.basis = 'planned'
        and plan.ended_at is null
      left join lateral (
        select t.document_id, t.id, t.value, t.value2, t.unit, t.change from assignment a join target t on t.document_id = a.document_id and t.id = a.finding_id
          join document d on d.id = t.document_id
        where a.finding_kind = 'target' and a.agency_id = s.agency_id and t.indicator_id = c.indicator_id
          and coalesce(t.indicator_line, '') = c.line and t.year = ${year} and t.value is not null and t.op <> 'range'
          and ${inForce('t', day)}
        order by d.issued_on desc, t.position limit 1) aim on true
    where s.round_id = ${roundId} and ${whose} and ${indicatorIds ? sql`c.indicator_id = any(${indicatorIds}::text[])` : sql`true`} and ${countsIn('s')} is not null and c.basis <> 'planned'
    order by s.first_sent_at, s.id, c.position`.execute(db);
  return joined(rows, { period, calendar, before, year });
}

/** Of what is summed over its period: the sum of these periods, where all of them were reported. */
const sumOf = (name: 'ytd' | 'ytd_before', periods: readonly PeriodCode[], calendar: ReportingCalendar) => sql`
  left join lateral (
    select sum(q.value) as value from (
      select distinct on (e.period) e.value from figure e
      where e.agency_id = s.agency_id and e.indicator_id = c.indicator_id and e.line = c.line and e.period = any(${periods}::text[])
        and e.calendar = ${calendar} and e.span = 'period' and e.basis <> 'planned' and e.ended_at is null and e.value is not null
      order by e.period, array_position(array['final', 'preliminary', 'estimated'], e.basis)) q
    having count(*) = ${periods.length}) ${sql.ref(name)} on i.cumulative and c.span = 'period' and ${periods.length > 0}`;

type Periods = { period: PeriodCode; calendar: ReportingCalendar; before: PeriodCode | null; year: number };

/** The period alone and the sum since the year began are one line. */
function joined(rows: readonly Row[], periods: Periods): LineFacts[] {
  const lines = new Map<string, LineFacts>();
  for (const row of rows) {
    const key = [row.submission_id, row.id, row.line].join('\t');
    const line = lines.get(key) ?? emptyLine(row);
    lines.set(key, line);
    const source = sourceOf(row, periods.period, periods.calendar, row.basis);
    const value = { source, value: row.value, basis: row.basis };
    const before = beforeOf(row, periods);
    if (row.span === 'period') {
      Object.assign(line, { value, before });
      // What was reported counts before what is computed, whichever comes first.
      line.toDate ??= summed(value, row.earlier_sum);
      line.beforeToDate ??= before && summed(before, row.earlier_before_sum);
    } else Object.assign(line, { toDate: value, beforeToDate: before });
    line.plan ??= planOf(row, periods);
  }
  return [...lines.values()];
}

/** Since the year began, by what was reported of its parts. */
function summed<N extends SourcedNumber>(number: N, earlier: number | null): N | null {
  const { source } = number;
  if (earlier === null || source.kind !== 'figure') return null;
  const value = Number((number.value + earlier).toPrecision(14));
  return { ...number, source: { ...source, kind: 'computed', span: 'toDate' }, value };
}

const emptyLine = ({ submission_id, agency_id, line, ...row }: Row): LineFacts => ({
  agencyId: agency_id,
  submissionId: submission_id,
  indicator: {
    id: row.id,
    name: row.name,
    unit: row.unit,
    measure: row.measure,
    direction: row.direction,
    decimals: row.decimals,
    pillar: row.pillar,
    cumulative: row.cumulative,
    aggregation: row.aggregation,
    weightIndicatorId: row.weight_indicator_id,
  },
  line,
  value: null,
  toDate: null,
  plan: null,
  before: null,
  beforeToDate: null,
});

const sourceOf = (
  row: Row,
  period: PeriodCode,
  calendar: ReportingCalendar,
  basis: FigureBasis,
  span = row.span,
): FigureSource => ({
  kind: 'figure',
  agencyId: row.agency_id,
  indicatorId: row.id,
  line: row.line,
  ...{ period, calendar, span, basis },
});

function beforeOf(row: Row, { before, calendar }: Periods): SourcedNumber | null {
  if (before === null || row.before_basis === null || row.before_value === null) return null;
  return { source: sourceOf(row, before, calendar, row.before_basis), value: row.before_value };
}

/** A plan that was reported counts before what a document asks for. */
function planOf(row: Row, { calendar, year }: Periods): SourcedNumber | null {
  if (row.planned !== null)
    return { source: sourceOf(row, String(year), calendar, 'planned', 'period'), value: row.planned };
  if (row.target_document === null || row.target_id === null) return null;
  const asked = askedOf(
    { unit: row.unit, unitFactors: row.unit_factors, measure: row.measure },
    { value: row.target_value, value2: row.target_value2, unit: row.target_unit, change: row.target_change ?? 'level' },
  );
  return (
    asked && {
      source: { kind: 'target', documentId: row.target_document, targetId: row.target_id },
      value: asked.value,
    }
  );
}
