import { cpus, release } from 'node:os';
import { parseArgs } from 'node:util';
import { clockJumps } from './fault-clock.ts';
import { tellConsolidations } from './fault-consolidation.ts';
import { diskFull } from './fault-disk.ts';
import { killsOfTests, killsUnderLoad } from './fault-kills.ts';
import { killsOfMigration } from './fault-migrations.ts';
import { soak } from './fault-soak.ts';
import { stopsUnderLoad } from './fault-stopped.ts';
import { killsDuringStories } from './fault-stories.ts';
import { tellSubmissions } from './fault-submissions.ts';
import type { Found } from './fault-world.ts';

/**
 * npm run test:faults [-- --rounds 200] [--only kills,disk] [--soak 60m]: what is left standing when processes, the database and the
 * disk fail. Stops by itself; changes nothing but folders of its own in the temporary folder.
 */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '20' }, only: { type: 'string' }, soak: { type: 'string' } },
});
const rounds = Number(values.rounds);

const experiments: Record<string, () => Promise<Found>> = {
  import: () =>
    killsOfTests('kill -9 during an import (server; server and database)', 'test/kill.test.ts', 'unit', rounds),
  actions: () =>
    killsOfTests('kill -9 during review, issuing and accepting', 'test/kill-actions.test.ts', 'unit', rounds),
  jobs: () =>
    killsOfTests('kill -9 of a server with jobs in hand', 'test/database/job-kill.test.ts', 'database', rounds),
  submission: () => killsDuringStories('kill -9 while reports are submitted and approved', rounds, tellSubmissions),
  consolidation: () => killsDuringStories('kill -9 while reports are consolidated', rounds, tellConsolidations),
  migration: () => killsOfMigration(rounds),
  server: () => killsUnderLoad({ what: 'kill -9 of the only server under load', servers: 1, strike: 'server', rounds }),
  servers: () =>
    killsUnderLoad({ what: 'kill -9 of one of two servers under load', servers: 2, strike: 'server', rounds }),
  database: () =>
    killsUnderLoad({ what: 'kill -9 of the database under load', servers: 1, strike: 'database', rounds }),
  disk: () => diskFull(),
  stopped: () => stopsUnderLoad(rounds),
  clock: () => clockJumps('server'),
  clocks: () => clockJumps('server and database'),
};

const wanted = values.only?.split(',') ?? (values.soak === undefined ? Object.keys(experiments) : []);
console.log(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}, Linux ${release()}\n`,
);
if (wanted.length > 0) {
  console.log('| what | rounds | acknowledged | lost | half done | seconds | |\n|---|---|---|---|---|---|---|');
  for (const name of wanted) {
    const experiment = experiments[name];
    if (!experiment) throw new Error(`there is no ${name}: ${Object.keys(experiments).join(', ')}`);
    const from = performance.now();
    const { what, rounds: done, acknowledged, lost, half, note } = await experiment();
    const seconds = Math.round((performance.now() - from) / 1000);
    console.log(`| ${what} | ${done} | ${acknowledged} | ${lost} | ${half} | ${seconds} | ${note} |`);
    if (lost + half > 0) process.exitCode = 1;
  }
}
if (values.soak !== undefined) {
  const [, count = '', unit = 'm'] = /^(\d+)(s|m)$/.exec(values.soak) ?? [];
  if (count === '') throw new Error('--soak 60m or 90s');
  if (!(await soak(Number(count) * (unit === 'm' ? 60 : 1)))) process.exitCode = 1;
}
