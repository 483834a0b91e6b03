import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const length = 32;

/** The installation's key: 32 bytes in base64 in a file that only the program's account reads; made where there is none. */
export async function settleSecretKey(file: string): Promise<Buffer> {
  try {
    await keepSecretKey(file, `${randomBytes(length).toString('base64')}\n`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = Buffer.from((await readFile(file, 'utf8')).trim(), 'base64');
  if (key.length !== length) throw new Error(`${file} does not hold ${length} bytes in base64`);
  return key;
}

/** Refused by the system where there is one already. */
export async function keepSecretKey(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content, { mode: 0o600, flag: 'wx' });
}
