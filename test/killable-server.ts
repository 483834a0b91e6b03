import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findEmbeddedBinaries } from '../src/outside/postgres-binaries.ts';
import { postgresProcessesIn } from '../src/outside/processes.ts';
import { Client } from './running-server.ts';

/** The real server with the demo, as a process that a test can kill. */

const program = new URL('../src/cli/tiendo.ts', import.meta.url).href;
const folderOfProgram = fileURLToPath(new URL('..', import.meta.url));
/** Without a database of our own on this kind of machine there is nothing to kill. */
export const embedded = (await findEmbeddedBinaries()) !== undefined;

/** Milliseconds for a hook that makes an installation with the demo, while others do the same beside it. */
export const firstStart = 180_000;

export type Killable = { child: ChildProcess; client: Client; dataFolder: string };

/** The real server as a process of its own; what it starts is in its process group, but for its database. */
export async function startKillable(dataFolder: string): Promise<Killable> {
  const { child, url, said } = await startServe(['--data', dataFolder, '--demo', 'on'], 'can-bo@demo');
  const client = new Client(url);
  const [, password] = /can-bo@demo\S*\s+(\S+)/.exec(said) ?? [];
  await client.signIn({ email: 'can-bo@demo.tiendo.vn', password: password ?? '' });
  return { child, client, dataFolder };
}

/** @param last is said when it is ready, after its address */
export async function startServe(
  options: readonly string[],
  last = 'http:',
): Promise<{ child: ChildProcess; url: string; said: string }> {
  const args = ['serve', '--port', '0', ...options];
  const code = `const { tiendo } = await import(${JSON.stringify(program)}); process.exitCode = await tiendo(${JSON.stringify(args)});`;
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(TIENDO_|DATABASE_URL|VITEST|NODE_ENV)/.test(name)),
  );
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    cwd: folderOfProgram,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found && said.includes(last)) resolve(found[0]);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (status) => reject(new Error(`the server ended with ${status}: ${said}`)));
  });
  return { child, url, said };
}

/** With no chance to tidy up: the server alone, or all that it started and its database in the same moment, as when the power fails. */
export async function kill({ child, dataFolder }: Killable, what: 'server' | 'all'): Promise<void> {
  const ended = once(child, 'exit');
  if (child.pid === undefined) throw new Error('the server has no process');
  if (what === 'server') process.kill(child.pid, 'SIGKILL');
  else {
    const cluster = join(await realpath(dataFolder), 'postgres');
    const head = Number((await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')[0]);
    const { pids } = await postgresProcessesIn(cluster);
    // The server first: one that outlives its database for a moment answers that it has none.
    process.kill(-child.pid, 'SIGKILL');
    for (const pid of new Set([head, ...pids])) killIfThere(pid);
  }
  await ended;
}

/** A connection's process may have ended since it was listed. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

export async function endKillable({ child, dataFolder }: Killable): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  await rm(dataFolder, { recursive: true, force: true });
}
