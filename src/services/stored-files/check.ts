import { randomBytes } from 'node:crypto';
import type { VitalFacts } from '../../registry/vital.ts';
import type { Db } from '../../store/database.ts';
import {
  getStoredRoom,
  listNamedFrom,
  namedFiles,
  namesOfFile,
  type PlaceSum,
  type StoredFile,
  sumOfPlaces,
} from '../../store/stored-files.ts';
import { Refusal } from '../../values/refusal.ts';
import { type FileSettings, openPlaces, type Places } from './places.ts';
import { checkFileIn } from './stored-files.ts';

const sampleSize = 20;

/** Any few of the files, each read to its end. */
export async function sampleFiles(db: Db, settings: FileSettings): Promise<VitalFacts['attachments']> {
  const places = openPlaces(settings, db, await getStoredRoom(db));
  const sample = await listNamedFrom(db, randomBytes(32).toString('hex'), sampleSize);
  // From the first on where the last is near.
  if (sample.length < sampleSize) sample.push(...(await listNamedFrom(db, '', sampleSize - sample.length)));
  const checked = [...new Map(sample.map((file) => [file.hash, file])).values()];
  const damaged: string[] = [];
  try {
    // Before it holds anything, too: a bucket must be there by then, a folder is made with its first file.
    if (settings.place === 's3') await places.s3.part({ hash: '0'.repeat(64), from: 0, length: 1 });
    for (const file of checked) if (!(await isWhole(places, file))) damaged.push(await told(db, file));
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'filesAway')) throw error;
    const reason = error.cause instanceof Error ? error.cause.message : '';
    return { away: String(error.detail.place), reason };
  }
  const total = (await sumOfPlaces(db)).reduce((sum, { files }) => sum + files, 0);
  return { checked: checked.length, total, damaged, place: settings.place };
}

export type CheckedFiles = { files: number; damaged: string[] };

/** Every file that something names. @throws Refusal filesAway */
export async function checkFiles(db: Db, settings: FileSettings): Promise<CheckedFiles> {
  const places = openPlaces(settings, db, await getStoredRoom(db));
  const found: CheckedFiles = { files: 0, damaged: [] };
  for await (const file of namedFiles(db)) {
    found.files++;
    if (!(await isWhole(places, file))) found.damaged.push(await told(db, file));
  }
  return found;
}

async function isWhole(places: Places, file: StoredFile): Promise<boolean> {
  try {
    await checkFileIn(places, file);
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'fileDamaged') return false;
    throw error;
  }
}

const told = async (db: Db, { hash, place }: StoredFile): Promise<string> =>
  `${(await namesOfFile(db, hash)).join(', ')} (${place}, ${hash})`;

export const whereFilesLie = (db: Db): Promise<PlaceSum[]> => sumOfPlaces(db);
