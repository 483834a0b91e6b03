import { setTimeout as after } from 'node:timers/promises';
import { postgresProcessesIn } from '../src/outside/processes.ts';
import {
  dutiesOf,
  type Found,
  judge,
  makeWorld,
  type Program,
  signIn,
  startOn,
  type World,
  write,
} from './fault-world.ts';

/** Processes are stopped (SIGSTOP) while people write, and go on after a while: they are there and say nothing. */

const stoppedFor = 20_000;
/** Twice the program's patience (src/store/silence.ts), and what a busy machine takes beside. */
const latestAnswer = 15_000;
const recovers = 60_000;

const kinds = ['one backend', 'the head of the database', 'the whole database', 'one of two servers'] as const;
type Kind = (typeof kinds)[number];

/** What people who only look were answered while something was stopped. */
type Looked = { statuses: Map<number, number>; longest: number; silent: number };

export async function stopsUnderLoad(rounds: number): Promise<Found> {
  const world = await makeWorld();
  const programs: Program[] = [];
  try {
    for (const _ of [1, 2]) programs.push(await startOn(world));
    const cookie = await signIn(programs[0]?.url ?? '', 'lanh-dao');
    const duties = await dutiesOf(programs[0]?.url ?? '', cookie);
    const urls = () => programs.map(({ url }) => url);
    const writers = Array.from({ length: 4 }, () => write(urls, () => cookie, duties));
    const acknowledged = () => writers.flatMap((one) => one.acknowledged);
    const told = new Map<Kind, Looked & { back: number }>();
    let faults = 0;
    for (let round = 0; round < rounds; round++) {
      const kind = kinds[round % kinds.length] ?? kinds[0];
      await after(Math.random() * 2000);
      const pids = await stopSome(kind, world, programs);
      // Whoever asks a server that is stopped hears nothing, whatever it is: a proxy asks the other.
      const asked = kind === 'one of two servers' ? urls().slice(1) : urls();
      const looked = await look(asked, cookie).finally(() => signal(pids, 'SIGCONT'));
      const back = await untilAllAnswer(urls(), cookie);
      const before = acknowledged().length;
      const end = performance.now() + recovers;
      while (acknowledged().length < before + 5 && performance.now() < end) await after(100);
      if (acknowledged().length < before + 5) faults++;
      faults += looked.silent + (back > recovers ? 1 : 0);
      told.set(kind, joined(told.get(kind), { ...looked, back }));
    }
    for (const writer of writers) await writer.end();
    const { lost, half } = await judge(world, acknowledged());
    const note = [...told].map(([kind, one]) => `${kind}: ${sentence(one)}`).join('; ');
    return {
      ...{ what: 'SIGSTOP under load, twenty seconds, then SIGCONT', rounds, acknowledged: acknowledged().length },
      ...{ lost, half: half + faults, note },
    };
  } finally {
    for (const program of programs) await program.stop();
    await world.end();
  }
}

/** Gives which. */
async function stopSome(kind: Kind, world: World, programs: readonly Program[]): Promise<number[]> {
  const pids = await pidsOf(kind, world, programs);
  signal(pids, 'SIGSTOP');
  return pids;
}

async function pidsOf(kind: Kind, world: World, [first]: readonly Program[]): Promise<number[]> {
  if (kind === 'one of two servers') return [first?.child.pid ?? 0];
  if (kind === 'the head of the database') return [await world.postmaster()];
  if (kind === 'the whole database') return (await postgresProcessesIn(`${world.folder}/postgres`)).pids;
  const backends = await world.ask<{ pid: number }>(
    `select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() order by random() limit 1`,
  );
  return backends.map(({ pid }) => pid);
}

const signal = (pids: readonly number[], name: 'SIGSTOP' | 'SIGCONT'): void => {
  for (const pid of pids) process.kill(pid, name);
};

async function look(urls: readonly string[], cookie: string): Promise<Looked> {
  const statuses = new Map<number, number>();
  const all: Promise<void>[] = [];
  let [longest, silent] = [0, 0];
  const ask = async (url: string): Promise<void> => {
    const from = performance.now();
    const status = await statusOf(url, cookie);
    longest = Math.max(longest, performance.now() - from);
    if (status === 0) silent++;
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  };
  const end = performance.now() + stoppedFor;
  while (performance.now() < end) {
    all.push(...urls.map(ask));
    await after(500);
  }
  await Promise.all(all);
  return { statuses, longest, silent };
}

/** 0: none in time. */
async function statusOf(url: string, cookie: string): Promise<number> {
  try {
    const response = await fetch(`${url}/api/duties?limit=5`, {
      headers: { cookie },
      signal: AbortSignal.timeout(latestAnswer),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}

/** Milliseconds until each was answered five times in a row. */
async function untilAllAnswer(urls: readonly string[], cookie: string): Promise<number> {
  const from = performance.now();
  for (let good = 0; good < 5 && performance.now() - from < 2 * recovers; ) {
    const statuses = await Promise.all(urls.map((url) => statusOf(url, cookie)));
    good = statuses.every((status) => status === 200) ? good + 1 : 0;
    await after(50);
  }
  return performance.now() - from;
}

const joined = (before: (Looked & { back: number }) | undefined, one: Looked & { back: number }) => ({
  statuses: new Map(
    [...new Set([...(before?.statuses.keys() ?? []), ...one.statuses.keys()])].map((status) => [
      status,
      (before?.statuses.get(status) ?? 0) + (one.statuses.get(status) ?? 0),
    ]),
  ),
  longest: Math.max(before?.longest ?? 0, one.longest),
  silent: (before?.silent ?? 0) + one.silent,
  back: Math.max(before?.back ?? 0, one.back),
});

const sentence = ({ statuses, longest, silent, back }: Looked & { back: number }): string =>
  `${[...statuses].map(([status, count]) => `${count} × ${status || 'no answer'}`).join(', ')}, the latest answer after ${(longest / 1000).toFixed(1)} s${
    silent > 0 ? ', some none' : ''
  }, all well ${(back / 1000).toFixed(1)} s after it went on`;
