import { availableParallelism, loadavg } from 'node:os';
import { Config } from '../src/config.ts';
import { openInstallation } from '../src/installation.ts';
import { type App, createApp } from '../src/services/app.ts';
import { today } from '../src/services/clock.ts';
import { countryAt } from './country.ts';
import { type Timed, timeInTurn } from './in-turn.ts';
import { fillWork, type Scale } from './many-duties.ts';
import { startProgram } from './running-program.ts';
import { chooseOfficers, lostOrDoubled, write } from './saving-officers.ts';
import { p95 } from './times.ts';
import { openCluster } from './work-cluster.ts';
import { chooseDuties, choosePeople, pageOf, workOf } from './work-questions.ts';

/**
 * The work of 34 provinces on one PostgreSQL: what "my work" and a duty's page take beside the bare SQL of the same rows, measured in
 * turn in the same run, and 200 officers who save what they write at the same time. `-- --small` tries it with a fiftieth. Only an
 * idle machine gives figures to be believed.
 */

const small = process.argv.includes('--small');
const scale: Scale = small ? { provinces: 34, duties: 6000, actions: 100_000 } : countryAt(1).work;
const seconds = small ? 10 : 60;
const officerCount = 200;
const dutyCount = 200;
const limit = 2;

const begun = performance.now();
const say = (line: string): void =>
  console.log(`${((performance.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${line}`);

/** What was begun, in its order, to be stopped the other way round where this ends; a program that is stopped already stays so. */
const toStop: (() => Promise<void>)[] = [];
/** What is half open cannot be stopped. */
let opening: Promise<unknown> = Promise.resolve();

async function stopAll(): Promise<void> {
  await opening.catch(() => undefined);
  for (const stop of toStop.toReversed()) await stop();
}

let stopping: Promise<void> | undefined;
const stopOnce = (): Promise<void> => {
  stopping ??= stopAll();
  return stopping;
};

const results: { what: string; held: boolean }[] = [];

function tell(what: string, timed: readonly Timed[]): void {
  const asked = p95(timed.map((one) => one.asked));
  const bare = p95(timed.map((one) => one.bare));
  const figures = [asked.toFixed(1), bare.toFixed(1), (asked / bare).toFixed(2)].map((figure) => figure.padStart(12));
  const held = asked <= bare * limit;
  results.push({ what: `${what}: ${(asked / bare).toFixed(2)} times the bare SQL, at most ${limit}`, held });
  console.log(`  ${what}`.padEnd(36) + figures.join(''));
}

async function measureReading(app: App): Promise<void> {
  const people = await choosePeople(app.db, today(app.clock));
  const work: Timed[] = [];
  for (const person of people) work.push(...(await timeInTurn([await workOf(app, person)])));
  const pages: Timed[] = [];
  for (const [at, dutyId] of (await chooseDuties(app.db, dutyCount)).entries()) {
    const person = people[at % people.length];
    if (person) pages.push(...(await timeInTurn([await pageOf(app, person, dutyId)])));
  }
  const head = ['asked', 'bare SQL', 'ratio'].map((column) => column.padStart(12)).join('');
  console.log(`\n${'p95, milliseconds'.padEnd(36)}${head}`);
  for (const [role, some] of Map.groupBy(work, ({ what }) => what)) tell(`my work, ${some.length} × ${role}`, some);
  tell(`my work, all ${work.length} people`, work);
  tell(`a duty's page, ${pages.length} duties`, pages);
  console.log('');
}

async function measureSaving(app: App, databaseUrl: string, folder: string): Promise<void> {
  const officers = await chooseOfficers(app.db, officerCount);
  const program = await startProgram(databaseUrl, folder);
  toStop.push(program.stop);
  try {
    const until = Date.now() + seconds * 1000;
    const saved = await Promise.all(officers.map((officer) => write(app, program.url, officer, until)));
    const failures = saved.flatMap((one) => one.failures);
    const wrong = await lostOrDoubled(app.db, officers, saved);
    const sum = (of: (one: (typeof saved)[number]) => number) => saved.reduce((total, one) => total + of(one), 0);
    const times = saved.flatMap((one) => one.times);
    const few = (lines: string[]) =>
      lines
        .slice(0, 5)
        .map((line) => `\n    ${line}`)
        .join('');
    const sent = sum((one) => one.sent);
    console.log(`\n${officers.length} officers writing at once for ${seconds} s`);
    console.log(`  savings ${sent}, of these sent again ${sum((one) => one.resent)}, p95 ${p95(times).toFixed(0)} ms`);
    console.log(`  submitted ${saved.filter(({ submitted }) => submitted).length}, each twice`);
    console.log(`  errors ${failures.length}${few(failures)}`);
    console.log(`  lost or doubled ${wrong.length}${few(wrong)}\n`);
    const who = `${officers.length} officers for ${seconds} s`;
    results.push({ what: `${who}: no error in ${sent} savings`, held: failures.length === 0 && sent > 0 });
    results.push({ what: `${who}: nothing lost or doubled`, held: wrong.length === 0 && sent > 0 });
  } finally {
    await program.stop();
  }
}

async function openApp(databaseUrl: string): Promise<App> {
  const installation = await openInstallation(Config.parse({ databaseUrl }));
  toStop.push(installation.close);
  const app = await createApp({ db: installation.db, maxFileBytes: 1, demo: false });
  toStop.push(app.close);
  return app;
}

const cluster = await openCluster();
toStop.push(cluster.stop);
// Ended half-way it leaves neither a server nor a folder behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void stopOnce().then(() => process.exit(1)));

const machine = () =>
  `${availableParallelism()} cores, load ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}`;

say(`${cluster.name}, ${machine()}: ${scale.duties} duties and ${scale.actions} actions are written`);
try {
  const opened = openApp(cluster.url);
  opening = opened;
  const app = await opened;
  await fillWork(app.db, scale, say);
  say(`now it is read; ${machine()}`);
  await measureReading(app);
  say(`now officers write; ${machine()}`);
  await measureSaving(app, cluster.url, cluster.folder);
  for (const { what, held } of results) console.log(`${held ? 'held    ' : 'NOT HELD'}  ${what}`);
  const all = results.every(({ held }) => held);
  say(`${all ? 'everything asked for is held' : 'NOT everything is held'}; ${machine()}`);
  if (!all) process.exitCode = 1;
} finally {
  await stopOnce();
}
