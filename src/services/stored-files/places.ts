import { join } from 'node:path';
import { type Bucket, bucketOfFiles } from '../../outside/file-bucket.ts';
import { folderOfFiles } from '../../outside/file-folder.ts';
import type { Db } from '../../store/database.ts';
import { deleteStoredParts, findStoredPart, putStoredPart } from '../../store/stored-files.ts';
import { type FilePlaceName, filePartBytes } from '../../values/file-place.ts';
import { Refusal } from '../../values/refusal.ts';

export type NewFile = { hash: string; size: number; parts: AsyncIterable<Uint8Array> };

/** Somewhere files lie, each under its hash. */
type FilePlace = {
  /** The whole file or, by that name, nothing. Over one that is there: it may be damaged. */
  put: (file: NewFile) => Promise<void>;
  /** Undefined where there is no such file. */
  part: (part: { hash: string; from: number; length: number }) => Promise<Buffer | undefined>;
  /** Also where there is none. */
  remove: (hash: string) => Promise<void>;
  /** Lets go of what was begun before and never ended. */
  tidy?: (before: Date) => Promise<void>;
};

/** What an installation says of where its files lie. */
export type FileSettings = {
  /** Where new ones go. */
  place: FilePlaceName;
  folder?: string;
  bucket?: Bucket;
};

export type Places = Record<FilePlaceName, FilePlace>;

/** Each database has a room of its own in a folder or bucket, so that one that was restored to try things never touches what is another's. */
export const openPlaces = ({ folder, bucket }: FileSettings, db: Db, room: string): Places => ({
  database: inDatabase(db),
  folder: folder === undefined ? notConfigured('folder') : tellingTrouble('folder', folderOfFiles(join(folder, room))),
  s3: bucket === undefined ? notConfigured('s3') : tellingTrouble('s3', bucketOfFiles(bucket, room)),
});

const inDatabase = (db: Db): FilePlace => ({
  // Whoever names it comes when all parts are there, so half of one is never seen.
  put: async ({ hash, parts }) => {
    let part = 0;
    for await (const bytes of parts) await putStoredPart(db, hash, part++, Buffer.from(bytes));
  },
  part: ({ hash, from }) => findStoredPart(db, hash, from / filePartBytes),
  remove: (hash) => deleteStoredParts(db, hash),
});

const away = (place: FilePlaceName, cause: unknown): Refusal => {
  const refusal = new Refusal('filesAway', { place });
  refusal.cause = cause;
  return refusal;
};

/** What a folder or a server refuses is no fault of the question; what it said goes into the log. */
function tellingTrouble(name: FilePlaceName, { put, part, remove, tidy }: FilePlace): FilePlace {
  const told =
    <Asked, T>(ask: (asked: Asked) => Promise<T>) =>
    (asked: Asked): Promise<T> =>
      ask(asked).catch((error: unknown) => {
        throw error instanceof Refusal ? error : away(name, error);
      });
  return { put: told(put), part: told(part), remove: told(remove), ...(tidy && { tidy: told(tidy) }) };
}

function notConfigured(name: FilePlaceName): FilePlace {
  const settings = name === 's3' ? '--files-bucket, --files-key-file' : '--files-folder';
  const refuse = () => Promise.reject(away(name, new Error(`the place "${name}" is not set up: ${settings}`)));
  return { put: refuse, part: refuse, remove: refuse };
}
