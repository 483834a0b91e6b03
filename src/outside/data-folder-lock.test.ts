import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockDataFolder } from './data-folder-lock.ts';

const module = new URL('./data-folder-lock.ts', import.meta.url).href;

/** Another process that takes the lock, says so, and stays. */
async function holder(folder: string): Promise<ChildProcess> {
  const script = `
    const { lockDataFolder } = await import(${JSON.stringify(module)});
    await lockDataFolder(${JSON.stringify(folder)}, '2026-01-02T03:04:05.000Z');
    console.log('held');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout) await once(child.stdout, 'data');
  return child;
}

describe('the lock on a data folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tiendo-lock-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('refuses a second process, and says which one is there and since when', async () => {
    const first = await holder(folder);
    const refused = expect(lockDataFolder(folder, '2026-01-02T04:00:00.000Z')).rejects.toMatchObject({
      code: 'dataFolderInUse',
      detail: { folder, pid: first.pid, startedAt: '2026-01-02T03:04:05.000Z' },
    });
    await refused.finally(() => first.kill());
  });

  it('is taken over from a process that was killed', async () => {
    const first = await holder(folder);
    first.kill('SIGKILL');
    await once(first, 'exit');
    const lock = await lockDataFolder(folder, '2026-01-02T04:00:00.000Z');
    await lock.release();
    await (await lockDataFolder(folder, '2026-01-02T04:00:00.000Z')).release();
    expect(await readdir(folder)).toHaveLength(1);
  });

  it.runIf(process.platform === 'linux')('is taken over where another process has the pid by now', async () => {
    const written = { pid: process.pid, mark: 'an-earlier-boot:1', startedAt: '2025-12-31T00:00:00.000Z' };
    await writeFile(join(folder, 'lock-1.json'), JSON.stringify(written));
    await (await lockDataFolder(folder, '2026-01-02T04:00:00.000Z')).release();
  });

  it('is taken over where a crash of the machine left half a lock', async () => {
    await writeFile(join(folder, 'lock-1.json'), '');
    await (await lockDataFolder(folder, '2026-01-02T04:00:00.000Z')).release();
  });

  it('is given again by the process that gave it back', async () => {
    const first = await lockDataFolder(folder, '2026-01-02T04:00:00.000Z');
    await expect(lockDataFolder(folder, '2026-01-02T05:00:00.000Z')).rejects.toMatchObject({ code: 'dataFolderInUse' });
    await first.release();
    await (await lockDataFolder(folder, '2026-01-02T05:00:00.000Z')).release();
  });

  it('goes to exactly one of many that come at once after a crash', async () => {
    const stale = { pid: process.pid, mark: 'an-earlier-boot:1', startedAt: '2025-12-31T00:00:00.000Z' };
    await writeFile(join(folder, 'lock-1.json'), JSON.stringify(stale));
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () => lockDataFolder(folder, '2026-01-02T04:00:00.000Z')),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
