import { availableParallelism, loadavg } from 'node:os';
import { sql } from 'kysely';
import { Config } from '../src/config.ts';
import { openInstallation } from '../src/installation.ts';
import { type App, createApp } from '../src/services/app.ts';
import type { Db } from '../src/store/database.ts';
import { fillCountry } from './country.ts';
import { type Operation, readOperations, writeOperations } from './scale-questions.ts';
import { median } from './times.ts';
import { openCluster } from './work-cluster.ts';
import type { Question } from './work-questions.ts';

/**
 * What each hot operation costs among more and more of the country: `npm run bench:scale` at 0.01 and 0.1, `-- 0.01 0.1 1` at these. The
 * three are asked in turn: the operation, its bare SQL, `select 1`; so whatever else the machine does falls on all, and of each the tenth part
 * that took least is told. Costs are counted in times of `select 1`; they grow as factor to the power g (least squares of the logarithms), and at 10 are expected to be
 * cost(largest) * (10 / largest)^max(g, 0).
 */

const given = process.argv.slice(2).map(Number);
const factors = given.length > 0 ? given : [0.01, 0.1];
const projected = 10;
const rounds = 3;

type Cost = { what: string; asked: number; bare: number; one: number };

const begun = performance.now();
const say = (line: string): void =>
  console.log(`${((performance.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${line}`);

const took = async (ask: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await ask();
  return performance.now() - from;
};

/** The tenth part that took least: on a machine with other work the median tells more of that than of the question. */
const leastDisturbed = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 10)] ?? 0;

async function measure(db: Db, { what, questions }: Operation, times: number): Promise<Cost> {
  const all = { asked: [] as number[], bare: [] as number[], one: [] as number[] };
  const inTurn = async ({ asked, bare }: Question) => {
    all.asked.push(await took(asked));
    all.bare.push(await took(bare));
    all.one.push(await took(() => sql`select 1`.execute(db)));
  };
  // What can be asked again is asked once before: each connection thinks out once how it answers.
  if (times > 1) for (const { asked, bare } of questions) await Promise.all([asked(), bare()]);
  for (let round = 0; round < times; round++) for (const question of questions) await inTurn(question);
  return { what, asked: leastDisturbed(all.asked), bare: leastDisturbed(all.bare), one: leastDisturbed(all.one) };
}

async function measureAll(app: App): Promise<Cost[]> {
  const costs: Cost[] = [];
  for (const operation of await readOperations(app)) costs.push(await measure(app.db, operation, rounds));
  const { grid, once } = await writeOperations(app);
  costs.push(await measure(app.db, grid, rounds));
  for (const operation of once) costs.push(await measure(app.db, operation, 1));
  // The same for all: at one operation alone it is as restless as the machine.
  const one = median(costs.map((cost) => cost.one));
  return costs.map((cost) => ({ ...cost, one }));
}

type Size = { table: string; rows: number; megabytes: number };

async function largest(db: Db): Promise<Size[]> {
  const { rows } = await sql<Size>`
    select relname as table, reltuples::bigint as rows, round(pg_total_relation_size(oid) / 1e6)::int as megabytes from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples > 0 order by 3 desc limit 8`.execute(
    db,
  );
  return rows;
}

async function at(factor: number): Promise<Cost[]> {
  const cluster = await openCluster();
  const stop = () => void cluster.stop().finally(() => process.exit(1));
  // A signal that nobody hears would leave the cluster running.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  try {
    const installation = await openInstallation(Config.parse({ databaseUrl: cluster.url }));
    const app = await createApp({ db: installation.db, maxFileBytes: 1, demo: false });
    try {
      say(`${factor} of the country on ${cluster.name}`);
      await fillCountry(app.db, factor, say);
      const sizes = await largest(app.db);
      say(sizes.map(({ table, rows, megabytes }) => `${table} ${rows} (${megabytes} MB)`).join(', '));
      const costs = await measureAll(app);
      say(`measured; load ${loadavg()[0]?.toFixed(1)}`);
      return costs;
    } finally {
      await app.close();
      await installation.close();
    }
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
    await cluster.stop();
  }
}

const inOnes = ({ asked, one }: Cost): number => asked / one;

/** The slope of the line through the logarithms. */
function growth(costs: readonly number[]): number {
  const points = costs.map((cost, index) => [Math.log(factors[index] ?? 1), Math.log(cost)] as const);
  const mean = (of: 0 | 1) => points.reduce((sum, point) => sum + point[of], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const over = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return over / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

function tell(all: readonly Cost[][]): void {
  console.log(`\n${availableParallelism()} cores; ms asked (ms of the bare SQL, times of it; times of select 1)`);
  const head = factors.map((factor) => `${factor}x`.padEnd(36)).join('');
  console.log(`${'operation'.padEnd(28)}${head}${'g'.padEnd(8)}at ${projected}x`);
  for (const [index, { what }] of (all[0] ?? []).entries()) {
    const costs = all.flatMap((some) => some[index] ?? []);
    const g = costs.length > 1 ? growth(costs.map(inOnes)) : 0;
    const last = costs.at(-1);
    const times = last ? (projected / (factors.at(-1) ?? 1)) ** Math.max(g, 0) : 1;
    const cells = costs.map(({ asked, bare, one }) =>
      `${asked.toFixed(1)} (${bare.toFixed(1)}, ${(asked / bare).toFixed(2)}; ${(asked / one).toFixed(0)})`.padEnd(36),
    );
    const expected = `${((last?.asked ?? 0) * times).toFixed(0)} ms`;
    console.log(`${what.padEnd(28)}${cells.join('')}${g.toFixed(2).padEnd(8)}${expected}`);
  }
}

const measured: Cost[][] = [];
for (const factor of factors) measured.push(await at(factor));
tell(measured);
