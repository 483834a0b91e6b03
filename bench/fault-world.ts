import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { type KeptPostgres, keepPostgres } from '../src/outside/kept-postgres.ts';
import { findEmbeddedBinaries, type PostgresBinaries } from '../src/outside/postgres-binaries.ts';

/** Real processes over one real database that faults befall: a database of its own, and servers beside it. */

/** What one experiment found. `lost`: acknowledged and not there. `half`: there in part, or twice. */
export type Found = { what: string; rounds: number; acknowledged: number; lost: number; half: number; note: string };

/** The same as in bin/launch.mjs: a killed server must be there again soon. */
const compiled = fileURLToPath(new URL('../node_modules/.cache/tiendo-compiled', import.meta.url));

export type World = {
  url: string;
  postmaster: () => Promise<number>;
  end: () => Promise<void>;
  folder: string;
  ask: <T extends pg.QueryResultRow>(question: string) => Promise<T[]>;
};

/** The PostgreSQL that npm brought. */
export async function embeddedBinaries(): Promise<PostgresBinaries> {
  const binaries = await findEmbeddedBinaries();
  if (!binaries) throw new Error('there is no embedded database for this kind of machine');
  return binaries;
}

type Making = {
  /** Where the cluster lies; one of its own in the temporary folder where none is given. */
  folder?: string;
  binaries?: PostgresBinaries;
};

export async function makeWorld({ folder, binaries }: Making = {}): Promise<World> {
  const own = folder ?? (await mkdtemp(join(tmpdir(), 'tiendo-faults-')));
  const start = { binaries: binaries ?? (await embeddedBinaries()), folder: own };
  const postgres: KeptPostgres = await keepPostgres(start, () => undefined);
  const url = postgres.url('postgres');
  return {
    url,
    folder: own,
    postmaster: async () => Number((await readFile(join(own, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]),
    ask: async <T extends pg.QueryResultRow>(question: string) => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        return (await client.query<T>(question)).rows;
      } finally {
        await client.end();
      }
    },
    end: async () => {
      await postgres.stop();
      if (folder === undefined) await rm(own, { recursive: true, force: true });
    },
  };
}

export type Program = { url: string; child: ChildProcess; kill: () => Promise<void>; stop: () => Promise<void> };

/** Arguments of Node for a command of the program in one process. */
function tiendo(args: readonly string[]): string[] {
  const program = new URL('../src/cli/tiendo.ts', import.meta.url).href;
  const code = `const { tiendo } = await import(${JSON.stringify(program)}); process.exitCode = await tiendo(${JSON.stringify(args)});`;
  return ['--input-type=module', '-e', code];
}

type Starting = { nodeArgs?: readonly string[]; options?: readonly string[]; env?: Record<string, string> };

/** The program on that database with the demo, as a process that can be killed. */
export async function startOn(
  world: World,
  { nodeArgs = [], options: more = [], env: variables = {} }: Starting = {},
): Promise<Program> {
  const folder = await mkdtemp(join(tmpdir(), 'tiendo-faults-server-'));
  const options = [
    '--port',
    '0',
    '--data',
    folder,
    '--secret-file',
    join(world.folder, 'secret.key'),
    '--demo',
    'on',
    ...more,
  ];
  const env = { ...process.env, ...variables, NODE_COMPILE_CACHE: compiled, DATABASE_URL: world.url };
  // Not through the launcher: what is killed is the server itself.
  const child = spawn(process.execPath, [...nodeArgs, ...tiendo(['serve', ...options])], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'exit').then(() => rm(folder, { recursive: true, force: true }));
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /is running at\s+(http:\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
    void ended.then(() => reject(new Error(`the server ended: ${said}`)));
  });
  const endBy = (signal: 'SIGKILL' | 'SIGTERM') => async () => {
    child.kill(signal);
    await ended;
  };
  return { url, child, kill: endBy('SIGKILL'), stop: endBy('SIGTERM') };
}

export async function signIn(url: string, name: string, password = `${name}-demo`): Promise<string> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: `${name}@demo.tiendo.vn`, password }),
  });
  if (!response.ok) throw new Error(`${name} cannot sign in: ${response.status}`);
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** Somebody's questions on duties, one after another, each sent again with its key until it is answered. */
export type Writing = { acknowledged: string[]; refused: Map<number, number>; end: () => Promise<void> };

/** @param urls gives the servers as they are now: whichever answers */
export function write(urls: () => readonly string[], cookie: () => string, duties: readonly string[]): Writing {
  const acknowledged: string[] = [];
  const refused = new Map<number, number>();
  let ending = false;
  const send = async (url: string, id: string, duty: string): Promise<'done' | 'again' | 'never'> => {
    const response = await fetch(`${url}/api/duties/${duty}/questions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, cookie: cookie(), 'idempotency-key': id },
      body: JSON.stringify({ id, question: 'Việc này đến đâu rồi?', answerBy: null }),
      signal: AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    if (!response.ok) refused.set(response.status, (refused.get(response.status) ?? 0) + 1);
    if (response.ok || text.includes('requestDone')) return 'done';
    // Not every duty can be asked about.
    return response.status < 500 && !text.includes('requestInHand') ? 'never' : 'again';
  };
  const run = async (): Promise<void> => {
    for (let nth = 0; !ending; nth++) {
      const id = randomUUID();
      for (let attempt = 0; !ending; attempt++) {
        const all = urls();
        const url = all[attempt % Math.max(1, all.length)];
        const outcome =
          url === undefined ? 'again' : await send(url, id, duties[nth % duties.length] ?? '').catch(() => 'again');
        if (outcome === 'done') acknowledged.push(id);
        if (outcome !== 'again') break;
        await after(200);
      }
    }
  };
  const ended = run();
  return {
    acknowledged,
    refused,
    end: async () => {
      ending = true;
      await ended;
    },
  };
}

/** Acknowledged and not there; there without its record in the book of actions or with two, or recorded and not there. */
export async function judge(world: World, acknowledged: readonly string[]): Promise<{ lost: number; half: number }> {
  const rows = await world.ask<{ id: string; actions: number }>(
    `select q.id, (select count(*)::int from action a where a.subject_kind = 'question' and a.subject_id = q.id::text and a.verb = 'ask') as actions
      from question q`,
  );
  const orphans = await world.ask<{ id: string }>(
    `select a.subject_id as id from action a
      where a.subject_kind = 'question' and not exists (select from question q where q.id::text = a.subject_id)`,
  );
  const there = new Map(rows.map(({ id, actions }) => [id, actions]));
  return {
    lost: acknowledged.filter((id) => !there.has(id)).length,
    half: acknowledged.filter((id) => there.has(id) && there.get(id) !== 1).length + orphans.length,
  };
}

export async function dutiesOf(url: string, cookie: string): Promise<string[]> {
  const response = await fetch(`${url}/api/duties?limit=30`, { headers: { cookie } });
  const { rows } = (await response.json()) as { rows: { id: string }[] };
  return rows.map(({ id }) => id);
}

/** It ends by itself where nothing answers any more. */
export async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  const end = Date.now() + 180_000;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > end) throw error;
      await after(100);
    }
  }
}
