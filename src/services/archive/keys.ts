import { readFile, writeFile } from 'node:fs/promises';
import { type AgeKey, newKeyFile, readKeyFile } from '../../files/archive/age-key.ts';
import { keepSecretKey } from '../../outside/secret-key.ts';
import { Refusal } from '../../values/refusal.ts';

/** @throws Refusal archiveKeyFaulty */
export async function readBackupKey(file: string): Promise<AgeKey> {
  const key = readKeyFile(await readFile(file, 'utf8'));
  if (!key) throw new Refusal('archiveKeyFaulty', { file });
  return key;
}

/** Never over one that is there: what it sealed could not be opened any more. */
export const writeBackupKey = (file: string): Promise<void> =>
  writeFile(file, newKeyFile(), { flag: 'wx', mode: 0o600 });

/** Of an installation that has one. */
export const readSecretKey = (file: string): Promise<Buffer | null> =>
  readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });

/** Looks before anything is stored, and gives what puts the key into its place. @throws Refusal secretKeyElse */
export async function settleArchivedKey(file: string, archived: Buffer | null): Promise<() => Promise<void>> {
  const there = await readSecretKey(file);
  if (archived && there && !there.equals(archived)) throw new Refusal('secretKeyElse', { file });
  return async () => {
    if (archived && !there) await keepSecretKey(file, archived);
  };
}
