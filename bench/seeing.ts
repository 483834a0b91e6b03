import { sql } from 'kysely';
import { Config } from '../src/config.ts';
import { openInstallation } from '../src/installation.ts';
import type { Person, User } from '../src/registry/may.ts';
import { type App, appFor, createApp } from '../src/services/app.ts';
import { today } from '../src/services/clock.ts';
import { getOverview } from '../src/services/overview.ts';
import { postsOf } from '../src/store/posts.ts';
import { p95, timeInTurn } from './in-turn.ts';
import { fillWork } from './many-duties.ts';
import { fillTargets } from './many-targets.ts';
import { openCluster } from './work-cluster.ts';
import type { Question } from './work-questions.ts';

/**
 * What the overview of a province's plan takes among the data of a country, beside the bare SQL that a specialist would write for its
 * five numbers, in turn in the same run. `-- --small`: a fiftieth.
 */

const small = process.argv.includes('--small');
const work = small ? { duties: 6000, actions: 100_000 } : { duties: 300_000, actions: 5_000_000 };
const targets = small
  ? { targets: 50, years: 4, communeIndicators: 1 }
  : { targets: 200, years: 10, communeIndicators: 50 };
const limit = 1.5;
const leaders = 10;
const here = '127.0.0.1';

const begun = performance.now();
const say = (line: string): void =>
  console.log(`${((performance.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${line}`);

type Leader = Person & { documentId: string; placeId: string };

async function chooseLeaders({ db, clock }: App): Promise<Leader[]> {
  const { rows } = await sql<User & { documentId: string; placeId: string }>`
    select u.id, u.name, u.email, d.id as "documentId", d.place_id as "placeId" from post p join app_user u on u.id = p.user_id
      join agency a on a.id = p.agency_id join document d on d.place_id = a.place_id and d.number like '1/KH-%'
    where p.role = 'leader' order by md5(u.id) limit ${leaders}`.execute(db);
  const found: Leader[] = [];
  for (const { documentId, placeId, ...user } of rows)
    found.push({ user, posts: await postsOf(db, user.id, today(clock)), documentId, placeId });
  return found;
}

/** The five numbers alone: the latest sum of each target beside its share of the year, and the states of all duties of the year. */
const bareNumbers = (documentId: string, year: number) => sql`
  select (select json_object_agg(state, count) from (
      select case when f.value is null then 'noData' when f.value >= t.value then 'met'
        when f.value >= t.value * extract(month from f.period_to) / 12 * 0.95 then 'onPath' else 'behind' end as state, count(*)
      from target t
        left join lateral (
          select f.value, f.period_to from assignment a join figure f on f.agency_id = a.agency_id
          where a.document_id = t.document_id and a.finding_kind = 'target' and a.finding_id = t.id and f.indicator_id = t.indicator_id
            and f.line = t.indicator_line and f.ended_at is null and f.value is not null and f.basis <> 'planned'
            and f.period_to >= make_date(t.year, 1, 1)
          order by f.period_to desc limit 1) f on true
      where t.document_id = ${documentId} and t.valid_from <= current_date and (t.valid_until is null or t.valid_until > current_date)
        and t.year = ${year}
      group by 1) states) as targets,
    (select json_object_agg(state, count) from (
      select duty_state(d.stage, d.due, d.done_on, current_date, current_date + 7) as state, count(*)
      from duty d where d.kind = 'assigned' and d.stage <> 'dropped'
        and d.id in (select o.duty_id from duty_origin o where o.document_id = ${documentId})
        and coalesce(d.due <= make_date(${year}, 12, 31), true) and coalesce(d.done_on >= make_date(${year}, 1, 1), true)
      group by 1) states) as duties`;

function overviewOf(app: App, leader: Leader): Question {
  const year = Number(today(app.clock).slice(0, 4));
  const behindTheWall = appFor(app, leader, here);
  const bare = bareNumbers(leader.documentId, year).compile(app.db);
  return {
    what: leader.placeId,
    asked: () => getOverview(behindTheWall, { document: [leader.documentId], year, tier: [] }),
    bare: () => app.db.executeQuery(bare),
  };
}

const cluster = await openCluster();
say(cluster.name);
let held = true;
try {
  const installation = await openInstallation(Config.parse({ databaseUrl: cluster.url }));
  const app = await createApp({ db: installation.db, maxFileBytes: 1, demo: false });
  try {
    await fillWork(app.db, work, say);
    await fillTargets(app.db, targets, say);
    const timed = [];
    for (const leader of await chooseLeaders(app)) timed.push(...(await timeInTurn([overviewOf(app, leader)])));
    const [asked, bare] = [p95(timed.map((one) => one.asked)), p95(timed.map((one) => one.bare))];
    held = asked <= bare * limit;
    console.log(
      `\n${'p95, milliseconds'.padEnd(36)}${'asked'.padStart(10)}${'bare SQL'.padStart(10)}${'ratio'.padStart(10)}`,
    );
    const figures = [asked.toFixed(1), bare.toFixed(1), (asked / bare).toFixed(2)].map((figure) => figure.padStart(10));
    const name = `overview of a plan, ${timed.length} leaders`;
    console.log(`${name.padEnd(36)}${figures.join('')}   ${held ? 'holds' : 'NOT HELD'}`);
  } finally {
    await app.close();
    await installation.close();
  }
} finally {
  await cluster.stop();
}
if (!held) process.exitCode = 1;
