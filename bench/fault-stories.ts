import { randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { type Found, makeWorld, type Program, startOn, untilAnswered, type World } from './fault-world.ts';

/** Stories that people tell step by step with a program, while it and its database are killed at random moments. */

/** Asks until there is an answer, each step with one key however often it is sent. */
export type Teller = {
  get: <T>(cookie: string, path: string) => Promise<T>;
  post: (cookie: string, path: string, body?: object) => Promise<void>;
};

type Story = (teller: Teller) => Promise<void>;

export type Telling = {
  /** Stories of their own each time, told side by side. */
  begin: () => Promise<Story[]>;
  /** What stands there in part, at any moment; asked in one statement each. */
  findHalf: () => Promise<string[]>;
  /** At the end, of all stories: steps that were acknowledged and are not there, and those that are there twice. */
  countLost: () => Promise<{ lost: number; twice: number }>;
};

const killsInStory = 2;
/** One kill in so many hits the server, whose start takes longest; the others its database. */
const serverEvery = 4;

export async function killsDuringStories(
  what: string,
  rounds: number,
  prepare: (world: World, url: string) => Promise<Telling>,
): Promise<Found> {
  const world = await makeWorld();
  let program = await startOn(world);
  const acknowledged = { count: 0 };
  const teller = makeTeller(() => program, acknowledged);
  const found = { half: 0, killed: { server: 0, database: 0 } };
  const look = async (telling: Telling) => {
    const half = await untilAnswered(telling.findHalf);
    for (const one of half) console.error(`half done: ${one}`);
    found.half += half.length;
  };
  try {
    const telling = await prepare(world, program.url);
    const from = performance.now();
    await tellAll(await telling.begin(), teller);
    const duration = performance.now() - from;
    let kills = 0;
    while (kills < rounds) {
      let ended = false;
      const told = tellAll(await telling.begin(), teller).finally(() => {
        ended = true;
      });
      told.catch(() => undefined);
      for (let nth = 0; nth < killsInStory && kills < rounds; nth++) {
        await Promise.race([after((Math.random() * duration) / killsInStory), told]);
        if (ended) break;
        const strike = kills++ % serverEvery === 0 ? 'server' : 'database';
        found.killed[strike]++;
        if (strike === 'database') process.kill(await world.postmaster(), 'SIGKILL');
        else {
          await program.kill();
          program = await startOn(world);
        }
        await look(telling);
      }
      await told;
      await look(telling);
    }
    const { lost, twice } = await telling.countLost();
    const { server, database } = found.killed;
    const note = `${server} times the server, ${database} times the database; looked at after each kill and at each end`;
    return { what, rounds: kills, acknowledged: acknowledged.count, lost, half: found.half + twice, note };
  } finally {
    await program.stop();
    await world.end();
  }
}

const tellAll = async (stories: readonly Story[], teller: Teller): Promise<void> => {
  await Promise.all(stories.map((story) => story(teller)));
};

function makeTeller(program: () => Program, acknowledged: { count: number }): Teller {
  const ask = (cookie: string, path: string, init: RequestInit & { headers?: Record<string, string> }) =>
    untilAnswered(async () => {
      const { url } = program();
      const headers = { ...init.headers, origin: url, cookie };
      const response = await fetch(url + path, { ...init, headers, signal: AbortSignal.timeout(30_000) });
      const text = await response.text();
      const { ok, status } = response;
      if (ok || text.includes('requestDone')) return text;
      if (status >= 500 || text.includes('requestInHand')) throw new Error(`${status}`);
      return new Wrong(`${path}: ${status} ${text}`);
    });
  const answered = (answer: string | Wrong): string => {
    if (answer instanceof Wrong) throw answer;
    return answer;
  };
  return {
    get: async <T>(cookie: string, path: string) => JSON.parse(answered(await ask(cookie, path, {}))) as T,
    post: async (cookie, path, body) => {
      const headers = { ...(body && { 'content-type': 'application/json' }), 'idempotency-key': randomUUID() };
      answered(await ask(cookie, path, { method: 'POST', headers, ...(body && { body: JSON.stringify(body) }) }));
      acknowledged.count++;
    },
  };
}

/** An answer that asking again does not better. */
class Wrong extends Error {}
