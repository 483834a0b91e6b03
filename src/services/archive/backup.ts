import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { AgeKey } from '../../files/archive/age-key.ts';
import { readPacked, writePacked } from '../../files/archive/packed.ts';
import type { Manifest, Sums, TableSum } from '../../registry/archive.ts';
import type { Db } from '../../store/database.ts';
import { putLastBackup } from '../../store/vitals.ts';
import type { Clock } from '../clock.ts';
import type { StoredFiles } from '../stored-files/stored-files.ts';
import { readSecretKey } from './keys.ts';
import { readArchive } from './read.ts';
import { type Restored, type RestoreTarget, restoreArchive, rowsIn } from './restore.ts';
import { archiveOf } from './write.ts';

const ownName = /^tiendo-\d{8}-\d{6}\.tar\.gz(\.age)?$/;

/** In a folder a file of its own, named for the moment. */
async function fileAt(path: string, at: Date, sealed: boolean): Promise<string> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const moment = at
    .toISOString()
    .replace(/[-:]|\..*/g, '')
    .replace('T', '-');
  return isFolder ? join(path, `tiendo-${moment}.tar.gz${sealed ? '.age' : ''}`) : path;
}

/** `damaged`: attachments that are not in it, by their hashes. */
export type WrittenArchive = { file: string; bytes: number; damaged: string[] };
type Source = { db: Db; files: Pick<StoredFiles, 'read'>; clock: Clock };

/** Sealed, with the installation's key inside: all that it takes to begin anew on another machine. */
export async function backUp(
  source: Source,
  path: string,
  { key, secretFile }: { key: AgeKey; secretFile: string },
): Promise<WrittenArchive> {
  const at = source.clock.now();
  const written = await writeArchive(source, path, { at, key, secretKey: await readSecretKey(secretFile) });
  await putLastBackup(source.db, at);
  return written;
}

/** Open to be read by any program, and by anybody: without the installation's key. */
export const exportAll = (source: Source, path: string): Promise<WrittenArchive> =>
  writeArchive(source, path, { at: source.clock.now(), key: null, secretKey: null });

type Seal = { at: Date; key: AgeKey | null; secretKey: Buffer | null };

async function writeArchive(
  { db, files }: Source,
  path: string,
  { at, key, secretKey }: Seal,
): Promise<WrittenArchive> {
  const file = await fileAt(path, at, key !== null);
  const damaged: string[] = [];
  const tellDamaged = (hashes: string[]) => damaged.push(...hashes);
  const bytes = await writePacked(file, archiveOf({ db, files, at, secretKey, tellDamaged }), { at, key });
  return { file, bytes, damaged };
}

/** Leaves the newest of our own files in a folder. */
export async function keepNewest(folder: string, count: number): Promise<string[]> {
  const own = (await readdir(folder)).filter((name) => ownName.test(name)).sort();
  const gone = own.slice(0, Math.max(0, own.length - count));
  for (const name of gone) await rm(join(folder, name));
  return gone;
}

export type VerifiedArchive = { manifest: Manifest; tables: Record<string, TableSum>; rows: number } & Pick<
  Sums,
  'files' | 'damaged'
>;

/** Reads it from the first to the last byte and stores nothing. */
export async function verifyArchive(file: string, key: AgeKey | null): Promise<VerifiedArchive> {
  const nothing = async (): Promise<void> => undefined;
  const { manifest, sums } = await readPacked(file, key, (entries) =>
    readArchive(entries, { begin: nothing, rows: nothing, file: nothing, jobs: nothing }),
  );
  return { manifest, tables: sums.tables, rows: rowsIn(sums), files: sums.files, damaged: sums.damaged };
}

export const restoreFile = (file: string, key: AgeKey | null, target: RestoreTarget): Promise<Restored> =>
  readPacked(file, key, (entries) => restoreArchive(target, entries));
