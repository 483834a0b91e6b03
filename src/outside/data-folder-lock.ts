import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../values/refusal.ts';
import { isRunning, startMark } from './processes.ts';

const Holder = z.object({
  pid: z.int(),
  /** Tells the process from a later one with the same pid. */
  mark: z.string().optional(),
  startedAt: z.string(),
  released: z.boolean().optional(),
});
type Holder = z.infer<typeof Holder>;

export type FolderLock = { release: () => Promise<void> };

/**
 * One process at a time works in a data folder; a second is refused and told who is there. The lock is a file with a
 * number, and the highest counts. Who finds its holder gone makes the next number, which only one can: a lock is never
 * removed or replaced while somebody might still be judging it. @param now an ISO time
 */
export async function lockDataFolder(folder: string, now: string): Promise<FolderLock> {
  await mkdir(folder, { recursive: true });
  const mark = await startMark(process.pid);
  const ours: Holder = { pid: process.pid, ...(mark && { mark }), startedAt: now };
  const draft = join(folder, `lock-${randomUUID()}.tmp`);
  await writeFile(draft, JSON.stringify(ours));
  try {
    const path = await take(folder, draft);
    return { release: () => release(path, draft, ours) };
  } finally {
    await rm(draft, { force: true });
  }
}

async function take(folder: string, draft: string): Promise<string> {
  for (;;) {
    const last = (await lockNumbers(folder)).at(-1) ?? 0;
    const holder = await readHolder(lockPath(folder, last));
    if (holder && (await isStillThere(holder))) {
      throw new Refusal('dataFolderInUse', { folder, pid: holder.pid, startedAt: holder.startedAt });
    }
    const path = lockPath(folder, last + 1);
    if (!(await linkIfAbsent(draft, path))) continue;
    const numbers = await lockNumbers(folder);
    if (numbers.at(-1) === last + 1) {
      for (const lower of numbers.slice(0, -1)) await rm(lockPath(folder, lower), { force: true });
      return path;
    }
    // Others came and went since we looked; our number is an old one that was cleared away.
    await rm(path, { force: true });
  }
}

/** The number stays, so that it is not given twice. */
async function release(path: string, draft: string, ours: Holder): Promise<void> {
  await writeFile(draft, JSON.stringify({ ...ours, released: true }));
  await rename(draft, path);
}

const lockPath = (folder: string, number: number): string => join(folder, `lock-${number}.json`);

async function lockNumbers(folder: string): Promise<number[]> {
  const numbers = (await readdir(folder)).map((name) => Number(/^lock-(\d+)\.json$/.exec(name)?.[1]));
  return numbers.filter((number) => number > 0).sort((a, b) => a - b);
}

/** The whole file appears at once or not at all: nobody reads half a lock, and of two only one makes it. */
async function linkIfAbsent(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function isStillThere(holder: Holder): Promise<boolean> {
  if (holder.released || !(await isRunning(holder.pid))) return false;
  const mark = await startMark(holder.pid);
  return mark === undefined || holder.mark === undefined || mark === holder.mark;
}

/** Undefined where there is none, or only half of one, which a crash of the whole machine can leave behind. */
async function readHolder(path: string): Promise<Holder | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '');
  try {
    return Holder.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
