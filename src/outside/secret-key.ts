import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const length = 32;

const isThereAlready = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EEXIST';

/** The installation's key: 32 bytes in base64 in a file that only the program's account reads; made where there is none. */
export async function settleSecretKey(file: string): Promise<Buffer> {
  try {
    await keepSecretKey(file, `${randomBytes(length).toString('base64')}\n`);
  } catch (error) {
    if (!isThereAlready(error)) throw error;
  }
  const key = Buffer.from((await readFile(file, 'utf8')).trim(), 'base64');
  if (key.length !== length) throw new Error(`${file} does not hold ${length} bytes in base64`);
  return key;
}

/**
 * Refused by the system where there is one already. It gets its name when it is whole and on the disk: another server that begins at this moment
 * finds all of it or nothing.
 */
export async function keepSecretKey(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const unnamed = `${file}.${randomUUID()}`;
  try {
    await writeFile(unnamed, content, { mode: 0o600, flag: 'wx', flush: true });
    await link(unnamed, file);
  } finally {
    await rm(unnamed, { force: true });
  }
}

/** Where the next key lies until the database is sealed with it. */
const nextOf = (file: string): string => `${file}.next`;

/** The one that a change which was cut off left behind is taken again. */
export const settleNextKey = (file: string): Promise<Buffer> => settleSecretKey(nextOf(file));

export async function findNextKey(file: string): Promise<Buffer | undefined> {
  try {
    return Buffer.from((await readFile(nextOf(file), 'utf8')).trim(), 'base64');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The next key takes the place of the old one, which is gone. */
export const takeNextKey = (file: string): Promise<void> => rename(nextOf(file), file);
