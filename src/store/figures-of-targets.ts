import { type RawBuilder, sql } from 'kysely';
import type { TargetFigure } from '../registry/target-figures.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { type Condition, dayOf } from './conditions.ts';
import type { Db } from './database.ts';
import { type FigureCells, figureCells, figureOf } from './figure-cells.ts';

/** Figures that targets are judged by: of many targets in one question, which names the provinces in which they lie. */

type Target = {
  documentId: string;
  id: string;
  year: number | null;
  indicatorId: string | null;
  line: string | null;
  cumulative: boolean | null;
  agencyIds: readonly string[];
  provinces: readonly string[];
};

type Days = { from: PlainDate; day: PlainDate };

/** Figures lie with their agency. */
export const provincesOfFigures = (agencyIds: RawBuilder<unknown>): RawBuilder<string[]> =>
  sql`array(select distinct l.province from agency_province l where l.agency_id = any(${agencyIds}))`;

/** Of the agencies that have each target; where they have none, of those of its document's place and its own tier. */
export async function figuresOfTargets(db: Db, targets: readonly Target[], days: Days): Promise<TargetFigure[][]> {
  const given = await figuresOf(db, targets, days);
  const without = targets.filter(({ indicatorId }, at) => indicatorId !== null && given[at]?.length === 0);
  if (without.length === 0) return given;
  const own = await figuresOf(db, await withAgenciesOfPlace(db, without), days);
  return targets.map((target, at) => own[without.indexOf(target)] ?? given[at] ?? []);
}

async function withAgenciesOfPlace(db: Db, targets: readonly Target[]): Promise<Target[]> {
  const { rows } = await sql<{ at: number; ids: string[]; provinces: string[] }>`
    select k.at, own.ids, ${provincesOfFigures(sql`own.ids`)} as provinces
    from unnest(${targets.map((_, at) => at)}::int[], ${targets.map(({ documentId }) => documentId)}::uuid[],
        ${targets.map(({ id }) => id)}::text[]) k(at, document_id, id)
      join target t on t.document_id = k.document_id and t.id = k.id join document d on d.id = t.document_id
      cross join lateral (
        select array_agg(y.id) as ids from agency y where y.place_id = d.place_id and y.tier = t.tier) own
    where own.ids is not null`.execute(db);
  const of = new Map(rows.map((row) => [row.at, row]));
  return targets.map((target, at) => ({
    ...target,
    agencyIds: of.get(at)?.ids ?? [],
    provinces: of.get(at)?.provinces ?? [],
  }));
}

/** Four years before the one that is judged, and of what stands at the end of a period only its years' ends among them. */
async function figuresOf(db: Db, targets: readonly Target[], { from, day }: Days): Promise<TargetFigure[][]> {
  const keys = targets.flatMap(({ agencyIds, indicatorId, line, year, cumulative }, at) =>
    indicatorId === null
      ? []
      : agencyIds.map((agencyId) => ({ at, agencyId, indicatorId, line: line ?? '', year, cumulative })),
  );
  if (keys.length === 0) return targets.map(() => []);
  const provinces = [...new Set(targets.flatMap((target) => target.provinces))];
  const counted = (which: Condition) => sql`
    select k.at, ${figureCells} as cells from k join agency y on y.id = k.agency_id
      join figure f on f.agency_id = k.agency_id and f.indicator_id = k.indicator_id and f.line = k.line
    where ${which} and f.province = any(${provinces}::text[]) and f.basis <> 'planned'
      and f.period_to >= make_date(least(coalesce(k.year, 9999), ${Number(day.slice(0, 4))}) - 5, 12, 1)
      and (k.cumulative or extract(month from f.period_to) = 12 or f.period_to >= ${from}::date - interval '20 months'
        or f.period_to >= make_date(coalesce(k.year, 9999), 1, 1))
      and ${dayOf('f.set_at')} <= ${day}::date`;
  // What counts and what was replaced have an index each, which a join finds for one of them at a time only.
  const { rows } = await sql<{ at: number; figures: FigureCells[] }>`
    with k as materialized (
      select * from unnest(${keys.map(({ at }) => at)}::int[], ${keys.map(({ agencyId }) => agencyId)}::text[],
        ${keys.map(({ indicatorId }) => indicatorId)}::text[], ${keys.map(({ line }) => line)}::text[],
        ${keys.map(({ year }) => year)}::int[], ${keys.map(({ cumulative }) => cumulative)}::boolean[])
        k(at, agency_id, indicator_id, line, year, cumulative))
    select found.at, json_agg(found.cells) as figures from (
      ${counted(sql`f.ended_at is null`)}
      union all ${counted(sql`f.ended_at is not null and ${dayOf('f.ended_at')} > ${from}::date`)}) found
    group by found.at`.execute(db);
  const of = new Map(rows.map(({ at, figures }) => [at, figures.map(figureOf)]));
  return targets.map((_, at) => of.get(at) ?? []);
}
