import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Config } from '../src/config.ts';
import { openInstallation } from '../src/installation.ts';
import type { Db } from '../src/store/database.ts';
import { readRegisterCounts } from '../src/store/register-counts.ts';
import { countTargetChoices, listTargets, readTargets } from '../src/store/targets.ts';
import { countTaskChoices, listTasks } from '../src/store/tasks.ts';
import { documents, each, fill } from './many-findings.ts';
import { firstPage as first, everyTarget as targets, everyTask as tasks } from './queries.ts';

/** How long pages of long lists take, as a multiple of the shortest question to the database. */

const rounds = 15;

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}

async function readAll(db: Db): Promise<void> {
  for await (const batch of readTargets(db, { ...targets, sort: 'name' })) if (batch.length === 0) return;
}

const folder = await mkdtemp(join(tmpdir(), 'tiendo-bench-'));
const installation = await openInstallation(Config.parse({ dataFolder: folder }));
try {
  const { db } = installation;
  await fill(db);
  const base = await median(() => sql`select 1`.execute(db));
  const measured: [string, () => Promise<unknown>][] = [
    ['select 1', () => sql`select 1`.execute(db)],
    ['targets, first page', () => listTargets(db, targets, first)],
    ['targets, last page', () => listTargets(db, targets, { offset: documents * each - 100, limit: 100 })],
    ['targets by name, first page', () => listTargets(db, { ...targets, sort: 'name' }, first)],
    [
      'targets by name, page in the middle',
      () => listTargets(db, { ...targets, sort: 'name' }, { offset: 10_000, limit: 100 }),
    ],
    ['targets by value', () => listTargets(db, { ...targets, sort: 'value', order: 'desc' }, first)],
    ['targets with "ho ngheo"', () => listTargets(db, { ...targets, q: 'ho ngheo' }, first)],
    ['targets with "khu vực 199"', () => listTargets(db, { ...targets, q: 'khu vực 199' }, first)],
    ['targets of one body', () => listTargets(db, { ...targets, agency: ['sở y tế'] }, first)],
    ['choices of all filters of targets', () => countTargetChoices(db, targets)],
    ['tasks, first page', () => listTasks(db, tasks, first)],
    ['tasks by lead', () => listTasks(db, { ...tasks, sort: 'lead' }, first)],
    [
      'tasks of one year and body',
      () => listTasks(db, { ...tasks, year: [2024], agency: ['sở y tế'], role: ['lead'] }, first),
    ],
    ['choices of all filters of tasks', () => countTaskChoices(db, tasks)],
    ['overview', () => readRegisterCounts(db)],
    ['all targets in batches', () => readAll(db)],
  ];
  console.log(`${documents * each} targets and ${documents * each} tasks in ${documents} documents\n`);
  console.log(`${'question'.padEnd(40)}${'ms'.padStart(10)}${'x select 1'.padStart(14)}`);
  for (const [name, work] of measured) {
    const time = await median(work);
    console.log(`${name.padEnd(40)}${time.toFixed(1).padStart(10)}${(time / base).toFixed(0).padStart(14)}`);
  }
} finally {
  await installation.close();
  await rm(folder, { recursive: true, force: true });
}
