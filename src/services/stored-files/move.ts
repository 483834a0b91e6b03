import { askingThrough, type Db, newClient } from '../../store/database.ts';
import { filesBeside, getStoredRoom, holdFiles, type StoredFile, settleWhereabouts } from '../../store/stored-files.ts';
import { Refusal } from '../../values/refusal.ts';
import { type FileSettings, openPlaces, type Places } from './places.ts';
import { checkFileIn, fileIn } from './stored-files.ts';

export type MovedFiles = { moved: number; bytes: number; damaged: string[] };

/**
 * Brings every file to the place where new ones go, beside running servers. Each is announced there, written, read again, and only
 * then let go of where it was: cut off anywhere, it goes on when it is called again. A damaged one stays where it is, and is told.
 */
export async function moveFiles(
  db: Db,
  settings: FileSettings,
  tell: (done: number, all: number) => void,
): Promise<MovedFiles> {
  const client = newClient(db);
  client.on('error', () => undefined);
  await client.connect();
  try {
    await holdFiles(askingThrough(client));
    const places = openPlaces(settings, db, await getStoredRoom(db));
    const found: MovedFiles = { moved: 0, bytes: 0, damaged: [] };
    const files = await filesBeside(db, settings.place);
    for (const [at, file] of files.entries()) {
      tell(at, files.length);
      try {
        await moveFile(db, places, file, settings.place);
        found.moved++;
        found.bytes += file.size;
      } catch (error) {
        if (!(error instanceof Refusal && error.code === 'fileDamaged')) throw error;
        found.damaged.push(file.hash);
      }
    }
    return found;
  } finally {
    await client.end();
  }
}

async function moveFile(db: Db, places: Places, file: StoredFile, to: FileSettings['place']): Promise<void> {
  const { hash, size, place: from } = file;
  if (from !== to) {
    const announced = { place: from, alsoAt: to };
    if (!(await settleWhereabouts(db, hash, file, announced))) return;
    await places[to].put({ hash, size, parts: fileIn(places, file) });
    await checkFileIn(places, { hash, size, place: to });
    if (!(await settleWhereabouts(db, hash, announced, { place: to, alsoAt: from }))) return;
  }
  // What a call that was cut off left elsewhere goes, too.
  for (const left of new Set([from, file.alsoAt])) if (left !== null && left !== to) await places[left].remove(hash);
  await settleWhereabouts(
    db,
    hash,
    { place: to, alsoAt: from === to ? file.alsoAt : from },
    { place: to, alsoAt: null },
  );
}
