import { Config } from '../src/config.ts';
import { openInstallation } from '../src/installation.ts';
import { type App, createApp } from '../src/services/app.ts';
import { today } from '../src/services/clock.ts';
import { p95, type Timed, timeInTurn } from './in-turn.ts';
import { fillWork, type Scale } from './many-duties.ts';
import { startProgram } from './running-program.ts';
import { chooseOfficers, lostOrDoubled, write } from './saving-officers.ts';
import { openCluster } from './work-cluster.ts';
import { chooseDuties, choosePeople, pageOf, workOf } from './work-questions.ts';

/**
 * The work of 34 provinces on one PostgreSQL: what "my work" and a duty's page take beside the bare SQL of the same rows, measured in
 * turn in the same run, and 200 officers who save what they write at the same time. `-- --small` tries it with a fiftieth.
 */

const small = process.argv.includes('--small');
const scale: Scale = small ? { duties: 6000, actions: 100_000 } : { duties: 300_000, actions: 5_000_000 };
const seconds = small ? 10 : 60;
const officerCount = 200;
const dutyCount = 200;
const limit = 2;

const begun = performance.now();
const say = (line: string): void =>
  console.log(`${((performance.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${line}`);

let held = true;

function tell(name: string, timed: readonly Timed[], counts: boolean): void {
  const asked = p95(timed.map((one) => one.asked));
  const bare = p95(timed.map((one) => one.bare));
  const figures = [asked.toFixed(1), bare.toFixed(1), (asked / bare).toFixed(2)].map((figure) => figure.padStart(12));
  const within = asked <= bare * limit;
  if (counts && !within) held = false;
  console.log(name.padEnd(28) + figures.join('') + (counts ? `   ${within ? 'holds' : 'NOT HELD'}` : ''));
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
  console.log(
    `\n${'p95, milliseconds'.padEnd(28)}${'asked'.padStart(12)}${'bare SQL'.padStart(12)}${'ratio'.padStart(12)}`,
  );
  for (const [role, some] of Map.groupBy(work, ({ what }) => what)) tell(`  my work, ${role}`, some, false);
  tell(`my work, ${work.length} people`, work, true);
  tell(`a duty's page, ${pages.length} duties`, pages, true);
  console.log('');
}

async function measureSaving(app: App, databaseUrl: string, folder: string): Promise<void> {
  const officers = await chooseOfficers(app.db, officerCount);
  const program = await startProgram(databaseUrl, folder);
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
    console.log(`\n${officers.length} officers writing at once for ${seconds} s`);
    console.log(
      `  savings ${sum((one) => one.sent)}, of these sent again ${sum((one) => one.resent)}, p95 ${p95(times).toFixed(0)} ms`,
    );
    console.log(`  submitted ${saved.filter(({ submitted }) => submitted).length}, each twice`);
    console.log(`  errors ${failures.length}${few(failures)}`);
    console.log(`  lost or doubled ${wrong.length}${few(wrong)}`);
    const good = failures.length === 0 && wrong.length === 0 && sum((one) => one.sent) > 0;
    if (!good) held = false;
    console.log(`  ${good ? 'holds' : 'NOT HELD'}`);
  } finally {
    await program.stop();
  }
}

const cluster = await openCluster();
say(`${cluster.name}: ${scale.duties} duties and ${scale.actions} actions are written`);
try {
  const installation = await openInstallation(Config.parse({ databaseUrl: cluster.url }));
  const app = await createApp({ db: installation.db, maxFileBytes: 1, demo: false });
  try {
    await fillWork(app.db, scale, say);
    await measureReading(app);
    say('reading measured; now officers write');
    await measureSaving(app, cluster.url, cluster.folder);
    say('measured');
    console.log(`\nEverything asked for: ${held ? 'holds' : 'NOT HELD'}`);
  } finally {
    await app.close();
    await installation.close();
  }
} finally {
  await cluster.stop();
}
if (!held) process.exitCode = 1;
