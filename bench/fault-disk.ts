import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { dutiesOf, type Found, judge, makeWorld, signIn, startOn, write } from './fault-world.ts';

const run = promisify(execFile);
const size = 900;

/** The folder of the database on a disk of its own, which is filled up and then has room again. Wants to be root. */
export async function diskFull(): Promise<Found> {
  const what = 'disk of the database full, then room again';
  const folder = await mkdtemp(join(tmpdir(), 'tiendo-faults-disk-'));
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${size}m,mode=0755`, 'tmpfs', folder]);
  } catch {
    await rm(folder, { recursive: true });
    return { what, rounds: 0, acknowledged: 0, lost: 0, half: 0, note: 'not run: no right to mount a disk here' };
  }
  try {
    return { what, ...(await fillAndEmpty(folder)) };
  } finally {
    await run('umount', [folder]);
    await rm(folder, { recursive: true });
  }
}

async function fillAndEmpty(folder: string): Promise<Omit<Found, 'what'>> {
  const world = await makeWorld({ folder });
  const program = await startOn(world);
  try {
    const cookie = await signIn(program.url, 'lanh-dao');
    const duties = await dutiesOf(program.url, cookie);
    const before = await acknowledgedWithin(5, program.url, cookie, duties);
    const filler = join(folder, 'filler');
    await writeFile(filler, Buffer.alloc(size * 1_048_576)).catch(() => undefined);
    // What PostgreSQL set aside before goes on being written for a while.
    const during = await acknowledgedWithin(30, program.url, cookie, duties);
    const reading = await fetch(`${program.url}/api/duties?limit=5`, { headers: { cookie } });
    await rm(filler);
    const later = await acknowledgedWithin(30, program.url, cookie, duties);
    const all = [before, during, later].flatMap(({ acknowledged }) => acknowledged);
    const statuses = [...during.refused].map(([status, count]) => `${status}: ${count}`).join(', ');
    const note = `while full: writes refused with ${statuses || 'nothing'}, reading ${reading.status}; ${later.acknowledged.length} written after`;
    return { rounds: 1, acknowledged: all.length, ...(await judge(world, all)), note };
  } finally {
    await program.stop();
    await world.end();
  }
}

async function acknowledgedWithin(seconds: number, url: string, cookie: string, duties: readonly string[]) {
  const writing = write(
    () => [url],
    () => cookie,
    duties,
  );
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  await writing.end();
  return writing;
}
