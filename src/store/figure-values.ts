import { sql } from 'kysely';
import type { Indicator } from '../registry/indicator.ts';
import { askedOf } from '../registry/indicator-line.ts';
import { type FigureSource, sourceKey } from '../registry/section-content.ts';
import type { Target } from '../values/finding.ts';
import { earlierInYear } from '../values/period.ts';
import type { Db } from './database.ts';
import { countsIn } from './figure-facts.ts';

/** What the numbers that a text refers to are today. */

type FigureKey = Extract<FigureSource, { kind: 'figure' }>;
type ComputedKey = Extract<FigureSource, { kind: 'computed' }>;
type TargetKey = Extract<FigureSource, { kind: 'target' }>;

/**
 * By `sourceKey`; null: there is no such number, or whoever asks may not see it. What is `whole` is not asked for here.
 * @param roundId of the text
 */
export async function valuesNow(
  db: Db,
  sources: readonly FigureSource[],
  roundId: string,
): Promise<Map<string, number | null>> {
  const figures = sources.filter((one): one is FigureKey => one.kind === 'figure');
  const targets = sources.filter((one): one is TargetKey => one.kind === 'target');
  const values = new Map<string, number | null>(sources.map((source) => [sourceKey(source), null]));
  for (const [key, value] of await figureValues(db, figures, roundId)) values.set(key, value);
  for (const [key, value] of await targetValues(db, targets)) values.set(key, value);
  const computed = sources.filter((one): one is ComputedKey => one.kind === 'computed');
  for (const [key, value] of await computedValues(db, computed, roundId)) values.set(key, value);
  return values;
}

type Valued = [key: string, value: number | null];

/** What was approved; before that what its agency typed, and in the round itself where something was reported in another way before. */
async function figureValues(db: Db, keys: readonly FigureKey[], roundId: string): Promise<Valued[]> {
  if (keys.length === 0) return [];
  const column = (name: Exclude<keyof FigureKey, 'kind'>) => sql`${keys.map((key) => key[name])}::text[]`;
  const { rows } = await sql<{ at: string; value: number | null }>`
    select q.at, ${countsIn('c')} as value
    from unnest(${column('agencyId')}, ${column('indicatorId')}, ${column('line')}, ${column('period')}, ${column('calendar')},
        ${column('span')}, ${column('basis')}) with ordinality
        q(agency_id, indicator_id, line, period, calendar, span, basis, at)
      left join figure f on f.agency_id = q.agency_id and f.indicator_id = q.indicator_id and f.line = q.line and f.period = q.period
        and f.calendar = q.calendar and f.span = q.span and f.basis = q.basis and f.ended_at is null
      left join lateral (
        select c.value, c.missing, case when r.id = ${roundId} then s.stage else 'approved' end as stage
        from round r join submission s on s.round_id = r.id and s.agency_id = q.agency_id
          join cell c on c.submission_id = s.id and c.indicator_id = q.indicator_id and c.line = q.line and c.span = q.span
            and c.basis = q.basis
        where r.period = q.period and r.calendar = q.calendar order by r.id = ${roundId} desc, r.opened_at desc limit 1) c on true`.execute(
    db,
  );
  return rows.flatMap(({ at, value }): Valued[] => {
    const key = keys[Number(at) - 1];
    return key ? [[sourceKey(key), value]] : [];
  });
}

/** The period's own figure and those of the year before it; null where one of them is not there any more. */
async function computedValues(db: Db, keys: readonly ComputedKey[], roundId: string): Promise<Valued[]> {
  const own = (key: ComputedKey): FigureKey => ({ ...key, kind: 'figure', span: 'period' });
  const now = new Map(await figureValues(db, keys.map(own), roundId));
  const parts = keys.flatMap((key, at) => earlierInYear(key.period).map((period) => ({ ...key, period, at })));
  const column = (name: 'agencyId' | 'indicatorId' | 'line' | 'period' | 'calendar') =>
    sql`${parts.map((part) => part[name])}::text[]`;
  const { rows } = await sql<{ at: number; sum: number; many: number }>`
    select q.at, sum(f.value) as sum, count(*)::int as many
    from unnest(${column('agencyId')}, ${column('indicatorId')}, ${column('line')}, ${column('period')}, ${column('calendar')},
        ${parts.map(({ at }) => at)}::int[]) q(agency_id, indicator_id, line, period, calendar, at)
      join lateral (
        select e.value from figure e
        where e.agency_id = q.agency_id and e.indicator_id = q.indicator_id and e.line = q.line and e.period = q.period
          and e.calendar = q.calendar and e.span = 'period' and e.basis <> 'planned' and e.ended_at is null and e.value is not null
        order by array_position(array['final', 'preliminary', 'estimated'], e.basis) limit 1) f on true
    group by q.at`.execute(db);
  const sums = new Map(rows.map((row) => [row.at, row]));
  return keys.map((key, at): Valued => {
    const [value, earlier] = [now.get(sourceKey(own(key))) ?? null, sums.get(at)];
    const whole = value !== null && earlier?.many === earlierInYear(key.period).length;
    return [sourceKey(key), whole ? Number((value + earlier.sum).toPrecision(14)) : null];
  });
}

type TargetRow = Pick<Target, 'value' | 'value2' | 'unit' | 'change'> & {
  document_id: string;
  id: string;
  indicator_unit: string | null;
  unit_factors: Indicator['unitFactors'];
  measure: Indicator['measure'];
};

/** In the indicator's own unit, as the figures beside it are. */
async function targetValues(db: Db, keys: readonly TargetKey[]): Promise<Valued[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<TargetRow>`
    select t.document_id, t.id, t.value, t.value2, t.unit, t.change, i.unit as indicator_unit, i.unit_factors, i.measure
    from unnest(${keys.map(({ documentId }) => documentId)}::uuid[], ${keys.map(({ targetId }) => targetId)}::text[]) q(document_id, id)
      join target t on t.document_id = q.document_id and t.id = q.id join indicator i on i.id = t.indicator_id`.execute(
    db,
  );
  return rows.map((row) => {
    const source: TargetKey = { kind: 'target', documentId: row.document_id, targetId: row.id };
    return [sourceKey(source), askedOf(indicatorOf(row), row)?.value ?? null];
  });
}

const indicatorOf = (row: TargetRow) => ({
  unit: row.indicator_unit,
  unitFactors: row.unit_factors,
  measure: row.measure,
});
