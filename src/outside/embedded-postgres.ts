import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { isRunning, postgresProcessesIn, waitUntilGone } from './processes.ts';
import { type Account, databaseAccount, giveTo, spawnAs } from './system-account.ts';

/** A PostgreSQL server of our own, a direct child of this process, that only this machine's account can reach. */
export type RunningPostgres = {
  pid: number;
  /** How a client connects to one of its databases. */
  url: (database: string) => string;
  socketFolder: string;
  stop: () => Promise<void>;
  /** Resolves when the server is gone, asked or not. */
  gone: Promise<void>;
};

const superuser = 'tiendo';

/** How a client reaches a server of ours by the folder its socket lies in. */
export const socketAddress = (socketFolder: string, database: string): string =>
  `postgresql://${superuser}@localhost/${database}?host=${encodeURIComponent(socketFolder)}`;

export type StartPostgres = {
  binaries: PostgresBinaries;
  folder: string;
  settings?: Record<string, string>;
  /** Is called while the cluster is being made. */
  meanwhile?: () => void;
  /** Where its socket was before: clients know that address. */
  socketFolder?: string;
};

/**
 * Creates the cluster in `folder/postgres` where there is none, stops a server that a killed process left behind in it,
 * and starts it. The caller holds the lock on the folder.
 */
export async function startPostgres({
  binaries,
  folder,
  settings = {},
  meanwhile = () => undefined,
  socketFolder: before,
}: StartPostgres): Promise<RunningPostgres> {
  const account = await databaseAccount();
  await mkdir(folder, { recursive: true });
  const base = await realpath(folder);
  const cluster = join(base, 'postgres');
  if (!existsSync(cluster)) await createCluster({ binaries, base, cluster, account, meanwhile });
  if (account) await giveTo(account, cluster);
  await stopLeftover(cluster);
  await refuseOtherVersion(binaries, cluster, account);
  const socketFolder = await openSocketFolder(cluster, account, before);
  const all: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    max_connections: '60',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...settings,
  };
  const args = ['-D', cluster, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const log = await openLog(join(base, 'postgres.log'));
  // Its own process group: Ctrl-C in the terminal reaches us, and we end the server after the last transaction.
  const server = await spawnAs(account, join(binaries.folder, 'postgres'), args, [cluster], {
    cwd: base,
    detached: true,
    env: { ...process.env, HOME: base, LC_ALL: 'C' },
    stdio: ['ignore', log.fd, log.fd],
  });
  // A program that cannot even be started has no pid; `untilReady` says so.
  const gone = ended(server)
    .catch(() => null)
    .then(async () => {
      if (socketFolder !== cluster) await rm(socketFolder, { recursive: true, force: true });
    });
  await log.close();
  const pid = await untilReady(server, cluster, join(base, 'postgres.log'));
  return {
    pid,
    url: (database) => socketAddress(socketFolder, database),
    socketFolder,
    stop: () => stopServer(server, gone),
    gone,
  };
}

type Creation = Pick<Required<StartPostgres>, 'binaries' | 'meanwhile'> & {
  base: string;
  cluster: string;
  account: Account | undefined;
};

/** Made beside its place and then renamed: a process killed in between leaves no half cluster. */
async function createCluster({ binaries, base, cluster, account, meanwhile }: Creation): Promise<void> {
  const making = `${cluster}.new`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { mode: 0o700 });
  if (account) await giveTo(account, making);
  // With the locale C, lower('Đ') is wrong and full text splits "NQ-HĐND". Only the account can reach the socket: trust.
  const args = ['--pgdata', making, '--username', superuser, '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8'];
  const initdb = await spawnAs(account, join(binaries.folder, 'initdb'), args, [making], {
    cwd: base,
    env: { ...process.env, HOME: base, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [initdb.stdout, initdb.stderr])
    stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const end = ended(initdb);
  meanwhile();
  const code = await end;
  if (code !== 0) throw new Error(`The database could not be created in ${base}:\n${said}`);
  await rename(making, cluster);
}

/** A server started by a process that was killed goes on without it; pids are checked against the folder they work in. */
async function stopLeftover(cluster: string): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid');
  const written = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
  if (!written) return;
  const { pids, sure } = await postgresProcessesIn(cluster);
  if (pids.includes(written)) {
    process.kill(written, 'SIGINT');
    if (!(await waitUntilGone(pids, 30_000))) {
      process.kill(written, 'SIGQUIT');
      if (!(await waitUntilGone(pids, 10_000)))
        throw new Error(`A database server left over in ${cluster} (process ${written}) does not end.`);
    }
  } else if (pids.length > 0) {
    // Its head was killed too: the rest notice and end by themselves.
    if (!(await waitUntilGone(pids, 30_000)))
      throw new Error(`Database processes left over in ${cluster} do not end: ${pids.join(', ')}.`);
  }
  // PostgreSQL asks only whether that pid exists; a zombie or a stranger with the same number would stop it for ever.
  if (!sure && (await isRunning(written))) return;
  for (const name of ['postmaster.pid', '.s.PGSQL.5432.lock']) await rm(join(cluster, name), { force: true });
}

async function refuseOtherVersion(
  binaries: PostgresBinaries,
  cluster: string,
  account: Account | undefined,
): Promise<void> {
  const made = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  const program = await spawnAs(account, join(binaries.folder, 'postgres'), ['--version'], [], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  program.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await ended(program);
  const runs = / (\d+)/.exec(said)?.[1];
  if (made !== runs)
    throw new Error(
      `The database in ${cluster} was made by PostgreSQL ${made}, this program brings ${runs ?? 'none'}.`,
    );
}

/** A socket's path may have 107 bytes; below a deep data folder it lives in the temporary folder. */
async function openSocketFolder(
  cluster: string,
  account: Account | undefined,
  before: string | undefined,
): Promise<string> {
  if (Buffer.byteLength(join(cluster, '.s.PGSQL.5432')) <= 100) return cluster;
  // Whoever was quicker to make one of this name is not trusted: then this fails.
  if (before !== undefined) await mkdir(before);
  const folder = before ?? (await mkdtemp(join(tmpdir(), 'tiendo-')));
  await chmod(folder, 0o700);
  if (account) await giveTo(account, folder);
  return folder;
}

/** Kept over restarts up to 10 MB, so that the reason of a crash can still be read. */
async function openLog(path: string) {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  return open(path, size > 10_000_000 ? 'w' : 'a', 0o600);
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code));
  });

async function untilReady(server: ChildProcess, cluster: string, log: string): Promise<number> {
  // Recovery after a crash may take minutes; only the end of the process is a failure.
  while (server.exitCode === null && server.signalCode === null && server.pid !== undefined) {
    const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
    if (Number(lines[0]) === server.pid && lines[7]?.trim() === 'ready') return server.pid;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const said = (await readFile(log, 'utf8')).trimEnd().split('\n').slice(-8).join('\n');
  throw new Error(`The database in ${cluster} did not start:\n${said}`);
}

async function stopServer(server: ChildProcess, gone: Promise<void>): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  // SIGINT: roll back what is open and end in order. SIGQUIT: end at once, the next start recovers.
  server.kill('SIGINT');
  const timer = setTimeout(() => server.kill('SIGQUIT'), 20_000);
  await gone;
  clearTimeout(timer);
}
