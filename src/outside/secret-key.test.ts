import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepSecretKey, settleSecretKey } from './secret-key.ts';

describe("the installation's key", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tiendo-key-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is one for all who begin at the same moment, read by the account alone, with nothing left beside it', async () => {
    for (let round = 0; round < 20; round++) {
      const file = join(folder, String(round), 'secret.key');
      const keys = await Promise.all(Array.from({ length: 8 }, () => settleSecretKey(file)));
      expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
      expect(keys[0]).toHaveLength(32);
      expect([await readdir(join(folder, String(round))), (await stat(file)).mode & 0o777]).toEqual([
        ['secret.key'],
        0o600,
      ]);
    }
  });

  it('has its name only when it is whole: who looks meanwhile finds all of it or nothing', async () => {
    const file = join(folder, 'secret.key');
    const content = Buffer.alloc(8_000_000, 'x');
    const seen = new Set<number | undefined>();
    let kept = false;
    const keeping = keepSecretKey(file, content).finally(() => {
      kept = true;
    });
    while (!kept)
      seen.add(
        await stat(file).then(
          ({ size }) => size,
          () => undefined,
        ),
      );
    await keeping;
    expect([...seen].filter((size) => size !== undefined && size !== content.length)).toEqual([]);
  });

  it('is never put over one that is there', async () => {
    const file = join(folder, 'secret.key');
    const key = await settleSecretKey(file);
    await expect(keepSecretKey(file, 'another')).rejects.toThrow('EEXIST');
    expect(await settleSecretKey(file)).toEqual(key);
    expect(await readdir(folder)).toEqual(['secret.key']);
  });
});
