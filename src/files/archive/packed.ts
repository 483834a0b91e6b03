import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Refusal } from '../../values/refusal.ts';
import { opened, sealed } from './age.ts';
import type { AgeKey } from './age-key.ts';
import { readBytes } from './byte-reader.ts';
import { type ArchiveEntry, entriesOf, tarOf } from './tar.ts';

/** A file of entries, packed and, with a key, sealed. It gets its name when it is whole and on the disk. */
export async function writePacked(
  path: string,
  entries: AsyncIterable<ArchiveEntry>,
  { at, key }: { at: Date; key: AgeKey | null },
): Promise<number> {
  const draft = `${path}.part`;
  const file = await open(draft, 'w', 0o600);
  try {
    const packing = createGzip({ level: 6 });
    const into = file.createWriteStream({ flush: true });
    if (key) await pipeline(tarOf(entries, at), packing, (bytes) => sealed(bytes, key), into);
    else await pipeline(tarOf(entries, at), packing, into);
    await rename(draft, path);
    return into.bytesWritten;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

const sealedMark = 'age-encryption.org/';

/** Hands over the entries of a file, sealed or not. @throws Refusal archiveForeign, archiveKeyMissing, archiveKeyWrong, archiveBroken */
export async function readPacked<T>(
  path: string,
  key: AgeKey | null,
  work: (entries: AsyncIterable<ArchiveEntry>) => Promise<T>,
): Promise<T> {
  let result: { value: T } | undefined;
  try {
    await pipeline(
      createReadStream(path),
      (bytes: AsyncIterable<Uint8Array>) => unsealed(bytes, key),
      createGunzip(),
      async (bytes: AsyncIterable<Uint8Array>) => {
        result = { value: await work(entriesOf(bytes)) };
        // What stands behind the last entry belongs to the file, too: its end says whether it is whole.
        for await (const piece of bytes) void piece;
      },
    );
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      throw new Refusal('archiveBroken', { where: 'gzip' });
    throw error;
  }
  if (!result) throw new Refusal('archiveBroken', { where: 'gzip' });
  return result.value;
}

async function* unsealed(bytes: AsyncIterable<Uint8Array>, key: AgeKey | null): AsyncGenerator<Uint8Array> {
  const reader = readBytes(bytes);
  const begin = await reader.take(sealedMark.length);
  const whole = async function* (): AsyncGenerator<Uint8Array> {
    yield begin;
    for await (const { piece } of reader.pieces(64 * 1024)) yield piece;
  };
  if (begin.toString('latin1') === sealedMark) {
    if (!key) throw new Refusal('archiveKeyMissing');
    yield* opened(whole(), key);
  } else if (begin[0] === 0x1f && begin[1] === 0x8b) yield* whole();
  else throw new Refusal('archiveForeign');
}
