import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PostgresBinaries } from '../src/outside/postgres-binaries.ts';

/** A clock of processes that is moved while they run (libfaketime). Timers go on by the clock that nobody moves, as on a real machine. */
export type MovedClock = {
  /** For processes that shall go by it. */
  env: Record<string, string>;
  /** Seconds ahead of the machine's clock. */
  move: (seconds: number) => Promise<void>;
  /** The same programs, going by this clock. */
  around: (binaries: PostgresBinaries) => Promise<PostgresBinaries>;
  end: () => Promise<void>;
};

/** Undefined where libfaketime is not installed. */
export async function makeMovedClock(seconds: number): Promise<MovedClock | undefined> {
  const library = await findLibrary();
  if (!library) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'tiendo-faults-clock-'));
  // The account of the database reads it, too.
  await chmod(folder, 0o755);
  const file = join(folder, 'clock');
  const move = async (ahead: number): Promise<void> => {
    await writeFile(`${file}.new`, `${ahead < 0 ? '' : '+'}${ahead}\n`);
    // Nobody reads a half.
    await rename(`${file}.new`, file);
  };
  await move(seconds);
  const env = {
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_NO_CACHE: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  };
  return {
    env,
    move,
    around: async ({ folder: real }) => {
      const programs = join(folder, 'bin');
      await mkdir(programs);
      const set = Object.entries(env).map(([name, value]) => `${name}='${value}'`);
      for (const name of ['initdb', 'postgres'])
        await writeFile(join(programs, name), `#!/bin/sh\nexec env ${set.join(' ')} '${join(real, name)}' "$@"\n`, {
          mode: 0o755,
        });
      return { folder: programs };
    },
    end: () => rm(folder, { recursive: true, force: true }),
  };
}

async function findLibrary(): Promise<string | undefined> {
  const machines = await readdir('/usr/lib').catch(() => []);
  const paths = machines.map((name) => join('/usr/lib', name, 'faketime', 'libfaketimeMT.so.1'));
  return paths.find((path) => existsSync(path));
}
