import { sql } from 'kysely';
import { Config } from '../src/config.ts';
import { openInstallation } from '../src/installation.ts';
import { type App, appFor, createApp } from '../src/services/app.ts';
import { getTargetStanding } from '../src/services/standings.ts';
import { announce, listen } from '../src/store/announcements.ts';
import { replaceFigure } from '../src/store/figures.ts';
import { linesOf, timeAtOnce } from './at-once.ts';
import { countryAt } from './country.ts';
import { fillWork } from './many-duties.ts';
import { fillTargets } from './many-targets.ts';
import { fillTexts } from './search-questions.ts';
import { casesOf, chooseLeaders, type Leader } from './seeing-questions.ts';
import { p95 } from './times.ts';
import { openCluster } from './work-cluster.ts';

/**
 * What leaders see, among the data of a country, asked by 8 at once, beside the bare SQL of the same numbers in the same run; and how
 * soon an approved figure is seen. `-- --small`: a fiftieth. Only an idle machine gives figures to be believed.
 */

const small = process.argv.includes('--small');
const work = small ? { provinces: 34, duties: 6000, actions: 100_000 } : countryAt(1).work;
const targets = small ? { provinces: 34, targets: 50, years: 5, communeIndicators: 1 } : countryAt(1).targets;
const documentsWithText = small ? 60 : countryAt(1).documentsWithText;
const seconds = small ? 2 : 10;
const limit = 1.5;
const soonest = 1000;
const approvals = 20;

const begun = performance.now();
const say = (line: string): void =>
  console.log(`${((performance.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${line}`);

async function measure(app: App, leaders: readonly Leader[]): Promise<boolean> {
  const head = ['p50', 'p95', 'bare p50', 'bare p95', 'ratio'].map((column) => column.padStart(10)).join('');
  console.log(`\n${'8 at once, milliseconds'.padEnd(28)}${head}`);
  let held = true;
  for (const one of casesOf(app, leaders)) {
    const { line, ratio } = linesOf(one.what, await timeAtOnce(one, seconds));
    console.log(`${line}   ${ratio <= limit ? 'holds' : 'NOT HELD'}`);
    if (ratio > limit) held = false;
  }
  return held;
}

/** From the moment an approval is stored: a page hears of it and asks again, and has the number. */
async function measureApprovals(app: App, leader: Leader): Promise<boolean> {
  const own = appFor(app, leader, '127.0.0.1');
  const times: number[] = [];
  let heard: () => void = () => undefined;
  const listening = await listen(
    app.db,
    ({ kind }) => kind === 'figures' && heard(),
    () => undefined,
  );
  try {
    for (let turn = 0; turn < approvals; turn++) {
      const target = { documentId: leader.planId, targetId: `t${1 + turn}` };
      const { rows } = await sql<{ id: number }>`
        select f.id from assignment a join target t on t.document_id = a.document_id and t.id = a.finding_id
          join figure f on f.agency_id = a.agency_id and f.indicator_id = t.indicator_id
        where a.document_id = ${target.documentId} and a.finding_kind = 'target' and a.finding_id = ${target.targetId}
          and f.ended_at is null order by f.period_to desc limit 1`.execute(app.db);
      const id = rows[0]?.id;
      if (id === undefined) throw new Error('no figure to approve: the data is not there');
      const value = 1000.5 + turn;
      const announced = new Promise<void>((resolve) => {
        heard = resolve;
      });
      const from = performance.now();
      await app.db.transaction().execute(async (trx) => {
        await replaceFigure(
          trx,
          id,
          { value, missing: null, reason: 'đo' },
          { at: app.clock.now(), userId: leader.user.id },
        );
        await announce(trx, { kind: 'figures' });
      });
      await announced;
      const seen = await getTargetStanding(own, target);
      times.push(performance.now() - from);
      if (seen.target.standing.value !== value) throw new Error(`an approved ${value} is not seen`);
    }
  } finally {
    await listening.end();
  }
  const held = p95(times) <= soonest;
  console.log(`\n${approvals} approved figures seen: p95 ${p95(times).toFixed(0)} ms   ${held ? 'holds' : 'NOT HELD'}`);
  return held;
}

// A signal that nobody hears would leave the cluster running.
const cluster = await openCluster();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void cluster.stop().finally(() => process.exit(1)));
say(cluster.name);
let held = true;
try {
  const installation = await openInstallation(Config.parse({ databaseUrl: cluster.url }));
  const app = await createApp({ db: installation.db, maxFileBytes: 1, demo: false });
  try {
    await fillWork(app.db, work, say);
    await fillTargets(app.db, targets, say);
    await fillTexts(app.db, documentsWithText, say);
    say('texts');
    const leaders = await chooseLeaders(app);
    const [first] = leaders;
    if (!first) throw new Error('no leader has a plan: the data is not there');
    held = await measure(app, leaders);
    held = (await measureApprovals(app, first)) && held;
  } finally {
    await app.close();
    await installation.close();
  }
} finally {
  await cluster.stop();
}
if (!held) process.exitCode = 1;
