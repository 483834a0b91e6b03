import { type RawBuilder, sql } from 'kysely';
import { Config } from '../src/config.ts';
import { openInstallation } from '../src/installation.ts';
import type { Db } from '../src/store/database.ts';
import { countryAt } from './country.ts';
import { triggers } from './many-duties.ts';
import { fillTargets } from './many-targets.ts';
import { median } from './times.ts';
import { openCluster } from './work-cluster.ts';

/** Whether figures in a part for each year are stored and read faster than in one table: a tenth of the country, both asked in turn. */

const factor = 0.1;
const rounds = 9;
const storedAtOnce = 20_000;
const parted = 'figure_parted';

const columns = sql.raw(
  'agency_id, indicator_id, line, period, calendar, period_to, span, basis, value, missing, reason, set_at, set_by, ended_at',
);

/** The same rows under the same indexes; a key that is unique must hold what parts it. */
async function makeParted(db: Db): Promise<void> {
  await sql`create table ${sql.table(parted)} (like figure including defaults including identity) partition by range (period_to)`.execute(
    db,
  );
  const { rows } = await sql<{ year: number }>`
    select distinct extract(year from period_to)::int as year from figure
    union select extract(year from current_date)::int + 1`.execute(db);
  for (const { year } of rows)
    await sql
      .raw(
        `create table ${parted}_${year} partition of ${parted} for values from ('${year}-01-01') to ('${year + 1}-01-01')`,
      )
      .execute(db);
  await sql`insert into ${sql.table(parted)} overriding system value select * from figure`.execute(db);
  const { rows: indexes } = await sql<{ made: string }>`
    select replace(replace(pg_get_indexdef(indexrelid), ' ON public.figure ', ${` ON public.${parted} `}), ' INDEX ', ' INDEX parted_') as made
    from pg_index where indrelid = 'figure'::regclass and not indisprimary and not indisunique`.execute(db);
  for (const { made } of indexes) await sql.raw(made).execute(db);
  await sql`create unique index on ${sql.table(parted)} (indicator_id, line, agency_id, period, calendar, span, basis, period_to) where ended_at is null`.execute(
    db,
  );
  await sql`vacuum analyze`.execute(db);
}

const took = async (db: Db, question: RawBuilder<unknown>): Promise<number> => {
  const from = performance.now();
  await question.execute(db);
  return performance.now() - from;
};

/** Of both, in milliseconds. */
async function inTurn(db: Db, ask: (table: string, round: number) => RawBuilder<unknown>): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let round = -1; round < rounds; round++)
    for (const [at, table] of ['figure', parted].entries()) {
      const time = await took(db, ask(table, round));
      if (round >= 0) times[at]?.push(time);
    }
  return [median(times[0]), median(times[1])];
}

const questions: Record<string, (table: string, round: number) => RawBuilder<unknown>> = {
  [`${storedAtOnce} rows stored`]: (table, round) => sql`
    insert into ${sql.table(table)} (${columns})
    select agency_id, indicator_id, ${`thử ${round}`}, period, calendar, period_to, span, basis, value, missing, reason, set_at, set_by, ended_at
    from figure where line = '' and id % 97 = ${round + 1} limit ${storedAtOnce}`,
  'a series of five years': (table, round) => sql`
    select period_to, value from ${sql.table(table)} f where (agency_id, indicator_id) = (
        select a.agency_id, t.indicator_id from assignment a join target t on t.document_id = a.document_id and t.id = a.finding_id
        where a.finding_kind = 'target' order by a.id offset ${round + 1} limit 1)
      and line = '' and ended_at is null and period_to >= current_date - interval '5 years' order by period_to`,
  'the latest of 100 communes': (table) => sql`
    select a.id, f.value from (select id from agency where kind = 'committee' and tier = 'commune' and valid_until is null order by id limit 100) a
      left join lateral (select value from ${sql.table(table)} f where f.agency_id = a.id and f.indicator_id = 'nhin-1' and f.line = ''
        and f.ended_at is null order by period_to desc limit 1) f on true`,
  'one indicator, one month, everybody': (table) => sql`
    select agency_id, value from ${sql.table(table)} where indicator_id = 'nhin-2' and line = '' and period = '2025-M06' and ended_at is null`,
  'this year, all of it counted': (table) => sql`
    select indicator_id, count(*), sum(value) from ${sql.table(table)} where period_to >= date_trunc('year', current_date) group by 1`,
};

const cluster = await openCluster();
try {
  const installation = await openInstallation(Config.parse({ databaseUrl: cluster.url }));
  const { db } = installation;
  try {
    const { id } = await db
      .insertInto('app_user')
      .values({ id: 'bench', name: 'Nguyễn Thị Văn', email: 'bench@bench.vn' })
      .returning('id')
      .executeTakeFirstOrThrow();
    console.log(`filled by ${id} on ${cluster.name}`);
    await fillTargets(db, countryAt(factor).targets, console.log);
    await makeParted(db);
    await triggers(db, 'disable', ['figure']);
    for (const [what, ask] of Object.entries(questions)) {
      const [whole, inParts] = await inTurn(db, ask);
      const times = (inParts / whole).toFixed(2);
      console.log(
        `${what.padEnd(38)}${whole.toFixed(1).padStart(9)} ms, in parts ${inParts.toFixed(1)} ms, ${times} times`,
      );
    }
  } finally {
    await installation.close();
  }
} finally {
  await cluster.stop();
}
