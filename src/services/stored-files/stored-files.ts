import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Db } from '../../store/database.ts';
import { announceFile, findStoredFile, getStoredRoom, type StoredFile } from '../../store/stored-files.ts';
import { type FilePlaceName, filePartBytes, filePartCount } from '../../values/file-place.ts';
import { Refusal } from '../../values/refusal.ts';
import { type FileSettings, type NewFile, openPlaces, type Places } from './places.ts';

/**
 * The bytes of files by their hashes, wherever they lie. It works past the wall: whoever asks for a person has read the row that names
 * the file as that person first.
 */
export type StoredFiles = {
  /** Until a row names it, it stays for a day. Not within a transaction: it asks on a connection of its own. */
  keep: (file: NewFile) => Promise<void>;
  /** @throws Refusal fileDamaged, filesAway */
  read: (hash: string) => Promise<Buffer>;
  /** The same, a part at a time, after all of it was looked at once. */
  stream: (hash: string) => Promise<Readable>;
  /** Where new ones go. */
  place: FilePlaceName;
  places: () => Promise<Places>;
};

export function openStoredFiles(db: Db, settings: FileSettings): StoredFiles {
  let opened: Promise<Places> | undefined;
  const places = (): Promise<Places> => {
    opened ??= getStoredRoom(db).then((room) => openPlaces(settings, db, room));
    // A database that was away for the first question is asked again by the next.
    opened.catch(() => {
      opened = undefined;
    });
    return opened;
  };
  return {
    place: settings.place,
    places,
    keep: async (file) => {
      const { hash, size } = file;
      const open = await places();
      const place = await announceFile(db, { hash, size, place: settings.place });
      await open[place].put(file);
    },
    read: async (hash) => Buffer.concat(await Array.fromAsync(wholeFile(db, await places(), hash))),
    stream: async (hash) => {
      const open = await places();
      for await (const part of wholeFile(db, open, hash)) void part;
      return Readable.from(wholeFile(db, open, hash), { objectMode: false });
    },
  };
}

async function* wholeFile(db: Db, places: Places, hash: string): AsyncGenerator<Buffer> {
  let file = await lookUp(db, hash);
  yield* compared(file, async (at) => {
    const bytes = await partOf(places, file, at);
    if (bytes) return bytes;
    // It was moved while it was read.
    file = await lookUp(db, hash);
    return partOf(places, file, at);
  });
}

type PlacedFile = Pick<StoredFile, 'hash' | 'size' | 'place'>;

/** Out of one place, whatever the database says of it. @throws Refusal fileDamaged, after its last part at the latest, filesAway */
export const fileIn = (places: Places, file: PlacedFile): AsyncGenerator<Buffer> =>
  compared(file, (at) => partOf(places, file, at));

/** @throws Refusal fileDamaged, after its last part at the latest, where it is not what it was */
async function* compared(
  { hash, size }: Pick<StoredFile, 'hash' | 'size'>,
  partAt: (at: number) => ReturnType<typeof partOf>,
): AsyncGenerator<Buffer> {
  const sum = createHash('sha256');
  for (let at = 0; at < filePartCount(size); at++) {
    const bytes = await partAt(at);
    if (!bytes) throw damaged(hash);
    sum.update(bytes);
    yield bytes;
  }
  if (sum.digest('hex') !== hash) throw damaged(hash);
}

export async function checkFileIn(places: Places, file: PlacedFile): Promise<void> {
  for await (const part of fileIn(places, file)) void part;
}

const partOf = (places: Places, { hash, size, place }: PlacedFile, at: number) => {
  const from = at * filePartBytes;
  return places[place].part({ hash, from, length: Math.min(filePartBytes, size - from) });
};

async function lookUp(db: Db, hash: string): Promise<StoredFile> {
  const file = await findStoredFile(db, hash);
  if (!file) throw damaged(hash);
  return file;
}

/** The log names the file, so that an administrator finds it. */
function damaged(hash: string): Refusal {
  const refusal = new Refusal('fileDamaged', { hash });
  refusal.cause = new Error(`stored file ${hash} is damaged or gone`);
  return refusal;
}

/** Not of a file's content: where it lies is away, or has damaged it. */
export const isOfStorage = ({ code }: Refusal): boolean => code === 'filesAway' || code === 'fileDamaged';

/** A file that is in memory, in the form in which it is kept. */
export const fileOfBytes = (bytes: Uint8Array): NewFile => ({
  hash: createHash('sha256').update(bytes).digest('hex'),
  size: bytes.byteLength,
  parts: partsOf(bytes.byteLength, (from, length) => bytes.subarray(from, from + length)),
});

/** @param read gives as many bytes as are asked for, from a place on */
export async function* partsOf(
  size: number,
  read: (from: number, length: number) => Uint8Array | Promise<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < filePartCount(size); at++)
    yield await read(at * filePartBytes, Math.min(filePartBytes, size - at * filePartBytes));
}
