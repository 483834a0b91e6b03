import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Config } from '../src/config.ts';
import { openInstallation } from '../src/installation.ts';
import { actingAs } from '../src/store/acting.ts';
import type { Db } from '../src/store/database.ts';
import { addPost } from '../src/store/posts.ts';
import { listTargets } from '../src/store/targets.ts';
import { countTaskChoices, listTasks } from '../src/store/tasks.ts';
import { storeUser } from '../test/readings.ts';
import { documents, each, fill } from './many-findings.ts';
import { firstPage as first, everyTarget as targets, everyTask as tasks } from './queries.ts';

/** What the wall costs: the same questions past it, for a coordinator and for an officer, as multiples of the first. */

const rounds = 25;

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}

const folder = await mkdtemp(join(tmpdir(), 'tiendo-bench-'));
const installation = await openInstallation(Config.parse({ dataFolder: folder }));
try {
  const { db } = installation;
  await fill(db);
  await sql`update document set state = 'issued'`.execute(db);
  await sql`vacuum analyze`.execute(db);
  const person = async (role: 'coordinator' | 'officer'): Promise<Db> => {
    const userId = await storeUser(db);
    await addPost(db, { userId, role, agencyId: 'ubnd.vinh-long-2025', validFrom: '2025-07-01', givenBy: null });
    return actingAs(db, { userId, day: '2026-01-01' });
  };
  const [coordinator, officer] = [await person('coordinator'), await person('officer')];
  const measured: [string, (db: Db) => Promise<unknown>][] = [
    ['select 1', (of) => sql`select 1`.execute(of)],
    ['targets, first page', (of) => listTargets(of, targets, first)],
    ['targets with "ho ngheo"', (of) => listTargets(of, { ...targets, q: 'ho ngheo' }, first)],
    ['targets with "khu vực 199"', (of) => listTargets(of, { ...targets, q: 'khu vực 199' }, first)],
    ['targets of one body', (of) => listTargets(of, { ...targets, agency: ['sở y tế'] }, first)],
    ['tasks, first page', (of) => listTasks(of, tasks, first)],
    ['tasks by lead', (of) => listTasks(of, { ...tasks, sort: 'lead' }, first)],
    ['choices of all filters of tasks', (of) => countTaskChoices(of, tasks)],
  ];
  console.log(`${documents * each} targets and ${documents * each} tasks in ${documents} documents\n`);
  console.log(`${'question'.padEnd(36)}${'ms'.padStart(8)}${'coordinator'.padStart(14)}${'officer'.padStart(12)}`);
  for (const [name, work] of measured) {
    const base = await median(() => work(db));
    const times = [await median(() => work(coordinator)), await median(() => work(officer))];
    const [first = '', second = ''] = times.map((time) => `x ${(time / base).toFixed(2)}`);
    console.log(`${name.padEnd(36)}${base.toFixed(1).padStart(8)}${first.padStart(14)}${second.padStart(12)}`);
  }
} finally {
  await installation.close();
  await rm(folder, { recursive: true, force: true });
}
