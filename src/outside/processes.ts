import { readdir, readFile, readlink, stat } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

/** What the system knows about running processes, without trusting a number alone: pids are used again. */

const linux = process.platform === 'linux';

/** Fields of /proc/PID/stat after the command's name, which may hold spaces and brackets itself. */
async function statFields(pid: number): Promise<string[] | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** A killed child that its parent has not yet fetched still has a pid; it runs nothing and holds nothing. */
export async function isRunning(pid: number): Promise<boolean> {
  if (linux) {
    const state = (await statFields(pid))?.[0];
    return state !== undefined && state !== 'Z' && state !== 'X';
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Boot and tick in which a process began; together with the pid it names one process for ever.
 * Undefined where the system does not say: then the pid alone has to do.
 */
export async function startMark(pid: number): Promise<string | undefined> {
  if (!linux) return undefined;
  const ticks = (await statFields(pid))?.[19];
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  return ticks && `${boot.trim()}:${ticks}`;
}

/** Postgres processes that work in a folder, and whether there are some of which we may not know. Linux only. */
export async function postgresProcessesIn(folder: string): Promise<{ pids: number[]; sure: boolean }> {
  const names = linux ? (await readdir('/proc')).filter((name) => /^\d+$/.test(name)) : [];
  const { uid } = await stat(folder);
  const found = await Promise.all(
    names.map(async (name) => ({ pid: Number(name), works: await worksIn(name, folder, uid) })),
  );
  const pids = found.filter(({ works }) => works === 'yes').map(({ pid }) => pid);
  return { pids, sure: linux && found.every(({ works }) => works !== 'unknown') };
}

/** @param owner the folder's: PostgreSQL works in nobody else's */
async function worksIn(pid: string, folder: string, owner: number): Promise<'yes' | 'no' | 'unknown'> {
  const command = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
  if (command.trim() !== 'postgres') return 'no';
  const account = await stat(`/proc/${pid}`).catch(() => undefined);
  // The system shows a process with capabilities as root's.
  if (account?.uid !== owner && account?.uid !== 0) return 'no';
  for (;;) {
    if (!(await isRunning(Number(pid)))) return 'no';
    try {
      return (await readlink(`/proc/${pid}/cwd`)) === folder ? 'yes' : 'no';
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EACCES') break;
    }
    // It is just ending: its folder is gone already, itself not yet.
    await setTimeout(5);
  }
  return startedIn(pid, folder);
}

/**
 * In a container root may not see where another account's process works; what it was started with, everybody may.
 * A server names its folder (-D); its helpers do not, but were started by it.
 */
async function startedIn(pid: string, folder: string): Promise<'yes' | 'no' | 'unknown'> {
  const given = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
  const at = given.indexOf('-D');
  if (at >= 0) return given[at + 1] === folder ? 'yes' : 'no';
  const parent = (await statFields(Number(pid)))?.[1] ?? '0';
  const command = await readFile(`/proc/${parent}/comm`, 'utf8').catch(() => '');
  return command.trim() === 'postgres' ? startedIn(parent, folder) : 'unknown';
}

export async function waitUntilGone(pids: number[], milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const running = await Promise.all(pids.map(isRunning));
    if (!running.includes(true)) return true;
    if (Date.now() > end) return false;
    await setTimeout(20);
  }
}
