import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as after } from 'node:timers/promises';
import { verifyChain } from '../src/store/audit.ts';
import { openDatabase } from '../src/store/database.ts';
import { type MailBox, startMailServer } from '../test/mail-server.ts';
import { type MovedClock, makeMovedClock } from './fault-faketime.ts';
import {
  dutiesOf,
  embeddedBinaries,
  type Found,
  judge,
  makeWorld,
  type Program,
  signIn,
  startOn,
  untilAnswered,
  type World,
  write,
} from './fault-world.ts';

/** The clock of a running server, or of it and its database, jumps while people write and jobs run, and comes back. */

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const inPhase = 5_000;
/** The queue looks after itself every half minute: it shall have done so in time to come. */
const aheadFor = 40_000;
/** A Tuesday of work, some days before a new year. */
const begins = new Date('2026-12-29T10:00:00+07:00');
const newYear = new Date('2027-01-01T00:00:00+07:00');
/** Longer than the queue looks for what was left, and than it plans. */
const settles = 120_000;
const longestSession = 12 * hour;

const jumps: readonly { name: string; ahead: number }[] = [
  { name: 'an hour forward', ahead: hour },
  { name: 'a day forward', ahead: day },
  { name: 'an hour back', ahead: -hour },
  { name: 'a day back', ahead: -day },
  { name: 'over midnight into a new year', ahead: (newYear.getTime() - begins.getTime()) / 1000 - 2 },
  { name: 'a year forward', ahead: 365 * day },
];

type Running = { world: World; program: Program; clock: MovedClock; mail: MailBox; base: number };

export async function clockJumps(whose: 'server' | 'server and database'): Promise<Found> {
  const what = `the clock of ${whose} jumps and comes back`;
  const base = Math.round((begins.getTime() - Date.now()) / 1000);
  const clock = await makeMovedClock(base);
  if (!clock)
    return { what, rounds: 0, acknowledged: 0, lost: 0, half: 0, note: 'not run: libfaketime is not installed' };
  const mail = await startMailServer();
  const moved = whose === 'server' ? {} : { binaries: await clock.around(await embeddedBinaries()) };
  const world = await makeWorld(moved);
  try {
    const options = ['--smtp-url', mail.url, '--second-factor-for', 'nobody'];
    const program = await startOn(world, { env: clock.env, options });
    try {
      return { what, ...(await jumpAll({ world, program, clock, mail, base })) };
    } finally {
      await program.stop();
    }
  } finally {
    await world.end();
    await mail.close();
    await clock.end();
  }
}

async function jumpAll(running: Running): Promise<Omit<Found, 'what'>> {
  const { world, program, clock, mail, base } = running;
  const { url } = program;
  let cookie = '';
  const phase = async (lasts = inPhase): Promise<void> => {
    cookie = await untilAnswered(() => signIn(url, 'lanh-dao'));
    await world.ask(`insert into outbox (queue, data) values ('digest', '{}'), ('urging', '{}'), ('recurring', '{}')`);
    await after(lasts);
  };
  await phase();
  const duties = await dutiesOf(url, cookie);
  const urls = () => [url];
  const writers = Array.from({ length: 3 }, () => write(urls, () => cookie, duties));
  const duty = await dutyToAskAbout(url, cookie, duties);
  const faults: string[] = [];
  const sessions: string[] = [];
  const repeated: string[] = [];
  for (const { name, ahead } of jumps) {
    const asked = { id: randomUUID(), duty };
    await question(url, cookie, asked);
    repeated.push(asked.id);
    const stays = async (): Promise<string> => ((await whoIsIn(url, cookie)) ? 'stays' : 'ends');
    await clock.move(base + ahead);
    const there = await stays();
    // Letters that wait for their next attempt when the clock comes back.
    mail.refuse('busy');
    await phase(ahead > 0 ? aheadFor : inPhase);
    mail.refuse(undefined);
    const again = await question(url, cookie, asked);
    if (again !== 200) faults.push(`${name}: the same request again was answered ${again}`);
    await clock.move(base);
    sessions.push(`${name} ${there}, back ${await stays()}`);
    await phase();
    if (program.child.exitCode !== null) faults.push(`${name}: the server ended`);
  }
  for (const writer of writers) await writer.end();
  const acknowledged = writers.flatMap((one) => one.acknowledged);
  faults.push(...(await leftUndone(running)), ...(await doneTwice(running)), ...(await wrongAtTheEnd(running)));
  for (const fault of faults) console.error(fault);
  const { lost, half } = await judge(world, [...acknowledged, ...repeated]);
  const letters = mail.received.length;
  const refused = [...new Set(writers.flatMap((one) => [...one.refused.keys()]))].sort().join(', ');
  const reasons = await world.ask<{ said: string }>(
    `select distinct code || ' (' || reason || ')' as said from request_failure`,
  );
  const failed = reasons.map(({ said }) => said).join(', ');
  const note = `refused meanwhile with ${refused || 'nothing'}${failed && `: ${failed}`}; ${letters} letters, ${faults.length} other faults; a session used just before: ${sessions.join('; ')}`;
  return { rounds: jumps.length, acknowledged: acknowledged.length, lost, half: half + faults.length, note };
}

async function question(url: string, cookie: string, { id, duty }: { id: string; duty: string }): Promise<number> {
  const headers = { 'content-type': 'application/json', origin: url, cookie, 'idempotency-key': id };
  const body = JSON.stringify({ id, question: 'Việc này đến đâu rồi?', answerBy: null });
  const response = await fetch(`${url}/api/duties/${duty}/questions`, { method: 'POST', headers, body });
  await response.arrayBuffer();
  return response.status;
}

/** Not about every duty this person may ask. */
async function dutyToAskAbout(url: string, cookie: string, duties: readonly string[]): Promise<string> {
  for (const duty of duties) if ((await question(url, cookie, { id: randomUUID(), duty })) === 200) return duty;
  throw new Error('there is no duty to ask about');
}

async function whoIsIn(url: string, cookie: string): Promise<unknown> {
  const response = await fetch(`${url}/api/session`, { headers: { cookie } });
  return ((await response.json()) as { user: unknown }).user;
}

/** Jobs that nobody does any more, and times of the queue at which nothing comes by itself any more. */
async function leftUndone({ world }: Running): Promise<string[]> {
  // The waits between attempts are not waited for, where they are no longer than such a wait may be.
  await world.ask(
    `update pgboss.job set start_after = now() where state = 'retry' and start_after < now() + make_interval(secs => retry_delay_max)`,
  );
  const end = performance.now() + settles;
  for (;;) {
    const jobs = await world.ask<{ name: string; state: string; n: number }>(
      `select name, state::text, count(*)::int as n from pgboss.job where state < 'completed' group by name, state
       union all select queue, 'outbox', count(*)::int from outbox group by queue`,
    );
    const failed = await world.ask<{ name: string; n: number }>(
      `select name, count(*)::int as n from pgboss.job where state > 'completed' group by name`,
    );
    const late = await world.ask<{ cron_on: Date }>(
      `select cron_on from pgboss.version where cron_on not between now() - interval '90 seconds' and now()`,
    );
    if (jobs.length + late.length === 0 || performance.now() > end)
      return [
        ...jobs.map(({ name, state, n }) => `${n} jobs of ${name} are ${state} and stay so`),
        ...failed.map(({ name, n }) => `${n} jobs of ${name} failed`),
        ...late.map(({ cron_on: at }) => `nothing comes at its time: the queue looked last at ${at.toISOString()}`),
      ];
    await after(1000);
  }
}

async function doneTwice({ world, mail }: Running): Promise<string[]> {
  const told = await world.ask<{ kind: string; n: number }>(
    `select kind, count(*)::int as n from (select kind from notice
       where kind in ('dueSoon', 'dueToday', 'overdue', 'toHead', 'toLeader', 'reportAsked', 'accountReviewDue')
       group by user_id, kind, duty_id, document_id, round_id, details having count(*) > 1) twice group by kind`,
  );
  const rounds = await world.ask('select from round group by regime_id, period having count(*) > 1');
  const ids = mail.received.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1] ?? raw);
  const letters = ids.length - new Set(ids).size;
  return [
    ...told.map(({ kind, n }) => `${n} times ${kind} was told twice`),
    ...(rounds.length > 0 ? [`${rounds.length} rounds were opened twice`] : []),
    ...(letters > 0 ? [`${letters} letters were sent twice`] : []),
  ];
}

async function wrongAtTheEnd({ world, program, base }: Running): Promise<string[]> {
  const db = openDatabase(world.url, () => undefined);
  const chain = await verifyChain(db).finally(() => db.destroy());
  const now = new Date(Date.now() + base * 1000);
  const latest = new Date(now.getTime() + (longestSession + minute) * 1000).toISOString();
  const endless = await world.ask(
    `select from session where ends_at > '${latest}' and used_at < '${now.toISOString()}'`,
  );
  const busy = await shareOfProcessor(program);
  return [
    ...chain.faults.map(({ kind, actionId }) => `the chain of actions: ${kind} at ${actionId}`),
    ...(endless.length > 0 ? [`${endless.length} sessions last longer than a session may`] : []),
    ...(busy > 0.5 ? [`the server is busy with nothing: ${Math.round(busy * 100)} % of a processor`] : []),
  ];
}

async function shareOfProcessor({ child }: Program): Promise<number> {
  const ticks = async () => {
    const stat = await readFile(`/proc/${child.pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[11]) + Number(fields[12]);
  };
  const before = await ticks();
  await after(inPhase);
  return (((await ticks()) - before) / 100 / inPhase) * 1000;
}
