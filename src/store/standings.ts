import { sql } from 'kysely';
import { aggregationOf } from '../registry/aggregate.ts';
import { Confidence } from '../registry/duty.ts';
import { PathMethod } from '../registry/expected-path.ts';
import type { Indicator } from '../registry/indicator.ts';
import { askedOf } from '../registry/indicator-line.ts';
import { PathRules, type StandingFacts } from '../registry/standing.ts';
import type { TargetFigure } from '../registry/target-figures.ts';
import type { JudgedTarget, PlanFilter, TargetStanding } from '../registry/target-standing.ts';
import type { Target } from '../values/finding.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { allOf, type Condition, inForce, oneOf } from './conditions.ts';
import type { Db } from './database.ts';
import { figuresOfTargets, provincesOfFigures } from './figures-of-targets.ts';

/** What the judgement of targets rests on, of a whole plan at once. */

export type TargetToJudge = Omit<JudgedTarget, 'standing'> & { facts: StandingFacts };

/** A target of a document, by their ids. */
export type TargetKey = Pick<JudgedTarget, 'documentId' | 'id'>;

type Row = Omit<JudgedTarget, 'standing' | 'line' | 'decimals'> &
  Pick<Indicator, 'measure' | 'direction' | 'cumulative' | 'aggregation' | 'decimals'> & {
    line: string | null;
    unitFactors: Indicator['unitFactors'] | null;
    planFrom: number | null;
    method: string | null;
    points: { period: string; value: number }[] | null;
    rules: unknown;
    /** Where figures of these agencies lie. */
    provinces: string[];
    stated: (Pick<Target, 'value' | 'value2' | 'unit' | 'change'> & { year: number }) | null;
  };

export type JudgingDays = {
  from: PlainDate;
  day: PlainDate;
  /** These targets alone. */
  among?: readonly TargetKey[] | undefined;
};

/** Of each target as things are on `day`, and what counted since `from`. */
export async function targetsToJudge(
  db: Db,
  plan: PlanFilter,
  { from, day, among }: JudgingDays,
): Promise<TargetToJudge[]> {
  const { rows } = await sql<Row>`
    select t.id, t.name, t.variant, t.op, t.value, t.value2, t.value_of as of, t.unit, t.change, t.year, t.year_from as "yearFrom",
      t.tier, t.document_id as "documentId", d.number as "documentNumber", t.quote, t.group_name as "group", i.pillar,
      t.indicator_id as "indicatorId", t.indicator_line as line, i.unit as "indicatorUnit", i.decimals, i.measure, i.direction,
      i.cumulative, i.aggregation, i.unit_factors as "unitFactors", ${planFrom} as "planFrom", p.method, p.points,
      coalesce(own.rules, every.rules) as rules, coalesce(given.ids, '{}') as "agencyIds", ${provincesOfFigures(sql`given.ids`)} as provinces,
      ${stated} as stated
    from target t join document d on d.id = t.document_id left join indicator i on i.id = t.indicator_id
      left join target_path p on p.document_id = t.document_id and p.target_id = t.id
      left join path_rule own on own.document_id = t.document_id left join path_rule every on every.document_id is null
      left join lateral (
        select array_agg(distinct a.agency_id) as ids from assignment a
        where a.document_id = t.document_id and a.finding_kind = 'target' and a.finding_id = t.id and a.role in ('named', 'lead')
      ) given on true
    where ${ofPlan(plan, day)} and ${among === undefined ? sql`true` : isAmong(among)}
    order by ${planOrder}`.execute(db);
  const figures = await figuresOfTargets(db, rows, { from, day });
  return rows.map((row, at) => toJudge(row, figures[at] ?? []));
}

const planOrder = sql`d.issued_on desc nulls last, d.id, t.position`;

const isAmong = (targets: readonly TargetKey[]): Condition => sql`(t.document_id, t.id) in (
  select * from unnest(${targets.map(({ documentId }) => documentId)}::uuid[], ${targets.map(({ id }) => id)}::text[]))`;

/** Which targets there are to judge, in their order; of these agencies alone where some are named. */
export async function targetsOfPlan(
  db: Db,
  plan: PlanFilter,
  { day, agencyIds }: { day: PlainDate; agencyIds: readonly string[] },
): Promise<TargetKey[]> {
  const { rows } = await sql<TargetKey>`
    select t.document_id as "documentId", t.id
    from target t join document d on d.id = t.document_id left join indicator i on i.id = t.indicator_id
    where ${ofPlan(plan, day)} and ${agencyIds.length === 0 ? sql`true` : had(agencyIds)}
    order by ${planOrder}`.execute(db);
  return rows;
}

const had = (agencyIds: readonly string[]): Condition => sql`(t.document_id, t.id) in (
  select a.document_id, a.finding_id from assignment a
  where a.finding_kind = 'target' and a.role in ('named', 'lead') and a.agency_id = any(${agencyIds}::text[]))`;

const planFrom = sql`coalesce(d.period_from, extract(year from d.issued_on)::int)`;

/** What a document of a place states of the nation is for comparison only. */
const ofPlan = ({ document, year, tier, target }: PlanFilter, day: PlainDate): Condition =>
  allOf([
    inForce('t', day),
    sql`(t.tier <> 'national' or d.place_id is null)`,
    oneOf(sql`t.document_id`, document, 'uuid'),
    oneOf(sql`t.tier`, tier, 'text'),
    target === undefined ? undefined : sql`t.id = ${target}`,
    year === null
      ? undefined
      : sql`coalesce(t.year, d.period_to, ${year}) >= ${year} and ${year} >= coalesce(t.year_from,
          case when coalesce(i.cumulative or i.measure in ('growth', 'reduction'), false) then t.year end, ${planFrom}, t.year, ${year})`,
  ]);

/** What its own document says of the last year before: reached, or expected to be. */
const stated = sql`(
  select json_build_object('value', s.value, 'value2', s.value2, 'unit', s.unit, 'change', s.change,
    'year', extract(year from s.period_to)::int)
  from past_figure s
  where s.document_id = t.document_id and s.indicator_id = t.indicator_id
    and coalesce(s.indicator_line, '') = coalesce(t.indicator_line, '') and s.tier = t.tier and s.basis <> 'planned'
    and s.period_to is not null and extract(month from s.period_to) = 12
  order by s.period_to desc, s.basis limit 1)`;

/** Each with the worst that agencies say of the duties that come from it. */
export async function confidenceIn<T extends TargetKey>(
  db: Db,
  targets: readonly T[],
): Promise<(T & Pick<TargetStanding, 'confidence'>)[]> {
  if (targets.length === 0) return [];
  const { rows } = await sql<TargetKey & { confidence: string }>`
    select distinct on (1, 2) o.document_id as "documentId", o.finding_id as id, w.confidence
    from unnest(${targets.map(({ documentId }) => documentId)}::uuid[], ${targets.map(({ id }) => id)}::text[]) t(document_id, id)
      join duty_origin o on o.document_id = t.document_id and o.finding_kind = 'target' and o.finding_id = t.id
      join duty w on w.root_id = o.duty_id and w.province = o.province and w.confidence is not null and w.stage not in ('done', 'dropped')
    order by 1, 2, array_position(array['offTrack', 'atRisk', 'onTrack'], w.confidence)`.execute(db);
  const said = new Map(rows.map(({ documentId, id, confidence }) => [`${documentId} ${id}`, confidence]));
  return targets.map((target) => ({
    ...target,
    confidence: Confidence.nullable().parse(said.get(`${target.documentId} ${target.id}`) ?? null),
  }));
}

function toJudge(row: Row, figures: TargetFigure[]): TargetToJudge {
  const { measure, direction, cumulative, aggregation, unitFactors, planFrom: first, method, points, ...rest } = row;
  const { provinces: _, stated: said, rules, ...target } = rest;
  const indicator =
    row.indicatorId === null
      ? null
      : { unit: row.indicatorUnit, unitFactors: unitFactors ?? [], measure, direction, cumulative, aggregation };
  const before = indicator && said && askedOf(indicator, said);
  return {
    ...target,
    line: row.line ?? '',
    facts: {
      target: { ...row, words: [row.name, row.variant, row.quote].filter(Boolean).join(' ') },
      indicator,
      rule: indicator ? aggregationOf(indicator) : 'none',
      planFrom: first,
      figures,
      stated: before && said ? { year: said.year, value: before.value } : null,
      set: method === null ? null : { method: PathMethod.parse(method), points: points ?? [] },
      rules: PathRules.parse(rules ?? {}),
    },
  };
}
