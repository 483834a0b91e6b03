import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { socketAddress } from './embedded-postgres.ts';
import { isRunning } from './processes.ts';

/**
 * The address of the embedded database that somebody else runs in a data folder: the program's own server, beside which a command
 * may look and back up. Undefined where none runs.
 */
export async function runningPostgres(folder: string): Promise<string | undefined> {
  const file = join(folder, 'postgres', 'postmaster.pid');
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n').map((line) => line.trim());
  const [pid, , , , socketFolder, , , state] = lines;
  if (!socketFolder || state !== 'ready' || !(await isRunning(Number(pid)))) return undefined;
  return socketAddress(socketFolder, 'postgres');
}
