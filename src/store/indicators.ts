import { type Insertable, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Indicator } from '../registry/indicator.ts';
import type { Db } from './database.ts';
import type { IndicatorTable, Tables } from './tables.ts';

type Row = Omit<IndicatorTable, 'unit_factors'> & { unit_factors: Indicator['unitFactors']; synonyms: string[] };

const indicatorOf = (row: Row): Indicator => ({
  id: row.id,
  name: row.name,
  synonyms: row.synonyms,
  unit: row.unit,
  unitFactors: row.unit_factors,
  measure: row.measure,
  direction: row.direction,
  cumulative: row.cumulative,
  decimals: row.decimals,
  breakdowns: row.breakdowns,
  statisticalCode: row.statistical_code,
  codeEvidence: row.code_evidence,
  ownerProfile: row.owner_profile,
  pillar: row.pillar,
  aggregation: row.aggregation,
  weightIndicatorId: row.weight_indicator_id,
  formula: row.formula,
  source: row.source,
  version: row.version,
});

const indicatorRow = (one: Indicator): Insertable<IndicatorTable> => ({
  id: one.id,
  name: one.name,
  unit: one.unit,
  unit_factors: JSON.stringify(one.unitFactors),
  measure: one.measure,
  direction: one.direction,
  cumulative: one.cumulative,
  decimals: one.decimals,
  breakdowns: one.breakdowns,
  statistical_code: one.statisticalCode,
  code_evidence: one.codeEvidence,
  owner_profile: one.ownerProfile,
  pillar: one.pillar,
  aggregation: one.aggregation,
  weight_indicator_id: one.weightIndicatorId,
  formula: one.formula,
  source: one.source,
  version: one.version,
});

async function indicatorsWhere(db: Db, condition: RawBuilder<SqlBool>): Promise<Indicator[]> {
  const { rows } = await sql<Row>`
    select i.*, array(select n.name from indicator_name n where n.indicator_id = i.id order by n.position) as synonyms
    from indicator i where ${condition} order by i.name collate "vi-x-icu", i.id`.execute(db);
  return rows.map(indicatorOf);
}

/** The whole catalogue, by name. */
export const listIndicators = (db: Db): Promise<Indicator[]> => indicatorsWhere(db, sql`true`);

export async function findIndicator(db: Db, id: string): Promise<Indicator | undefined> {
  return (await indicatorsWhere(db, sql`i.id = ${id}`))[0];
}

export const indicatorsByIds = (db: Db, ids: readonly string[]): Promise<Indicator[]> =>
  ids.length === 0 ? Promise.resolve([]) : indicatorsWhere(db, sql`i.id = any(${ids}::text[])`);

/** Those that follow from others by a formula. */
export const derivedIndicators = (db: Db): Promise<Indicator[]> => indicatorsWhere(db, sql`i.formula is not null`);

/** Whether any of them follows from others. */
export async function anyDerived(db: Db, ids: readonly string[]): Promise<boolean> {
  const { rows } = await sql`
    select from indicator where id = any(${ids}::text[]) and formula is not null limit 1`.execute(db);
  return rows.length > 0;
}

/** Nobody else changes it until the transaction ends. */
export async function lockIndicator(trx: Db, id: string): Promise<Indicator | undefined> {
  await sql`select from indicator where id = ${id} for update`.execute(trx);
  return findIndicator(trx, id);
}

/** PostgreSQL takes 65,535 values in one statement. */
const rowsAtOnce = 1000;

/** Puts indicators in, or in the place of those of their ids; `onlyUntouched` leaves alone what an officer has changed. */
export async function putIndicators(
  trx: Db,
  indicators: readonly Indicator[],
  { onlyUntouched }: { onlyUntouched: boolean },
): Promise<void> {
  const ids = indicators.map(({ id }) => id);
  const kept = new Set(onlyUntouched ? await touchedIds(trx, ids) : []);
  const put = indicators.filter(({ id }) => !kept.has(id));
  for (let at = 0; at < put.length; at += rowsAtOnce) await replace(trx, put.slice(at, at + rowsAtOnce));
}

async function touchedIds(trx: Db, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from indicator where version > 1 and id = any(${ids}::text[])`.execute(trx);
  return rows.map(({ id }) => id);
}

async function replace(trx: Db, indicators: readonly Indicator[]): Promise<void> {
  const fields = Object.keys(indicators[0] ? indicatorRow(indicators[0]) : {}).filter((name) => name !== 'id');
  await trx
    .insertInto('indicator')
    .values(indicators.map(indicatorRow))
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(Object.fromEntries(fields.map((name) => [name, sql.ref(`excluded.${name}`)]))),
    )
    .execute();
  await trx
    .deleteFrom('indicator_name')
    .where(
      'indicator_id',
      'in',
      indicators.map(({ id }) => id),
    )
    .execute();
  const names: Insertable<Tables['indicator_name']>[] = indicators.flatMap(({ id, synonyms }) =>
    synonyms.map((name, position) => ({ indicator_id: id, position, name })),
  );
  for (let at = 0; at < names.length; at += rowsAtOnce)
    await trx
      .insertInto('indicator_name')
      .values(names.slice(at, at + rowsAtOnce))
      .execute();
}
