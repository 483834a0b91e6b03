import type { Db } from '../../store/database.ts';
import { announceFile, getStoredRoom } from '../../store/stored-files.ts';
import { type FileSettings, openPlaces, type Places } from '../stored-files/places.ts';
import { checkFileIn, fileOfBytes } from '../stored-files/stored-files.ts';
import type { ArchivedFile } from './read.ts';

export type BroughtFiles = {
  bring: (file: ArchivedFile) => Promise<void>;
  /** Of one that was lost before it was archived the row comes, so that what names it does. */
  miss: (hash: string) => Promise<void>;
  /** Reads all of them once more, where they lie now. */
  prove: () => Promise<void>;
  /** What lies outside of a database that is not kept. */
  takeBack: () => Promise<void>;
};

/** Attachments of an archive into the place of this installation. @param own in the transaction that restores */
export function bringFiles(own: Db, settings: FileSettings): BroughtFiles {
  const { place } = settings;
  const brought: { hash: string; size: number }[] = [];
  let opened: Promise<Places> | undefined;
  const places = (): Promise<Places> => {
    opened ??= getStoredRoom(own).then((room) => openPlaces(settings, own, room));
    return opened;
  };
  return {
    bring: async ({ content }) => {
      const file = fileOfBytes(content);
      const { hash, size } = file;
      const open = await places();
      brought.push({ hash, size });
      await announceFile(own, { hash, size, place });
      await open[place].put(file);
    },
    miss: async (hash) => void (await announceFile(own, { hash, size: 0, place })),
    prove: async () => {
      for (const file of brought) await checkFileIn(await places(), { ...file, place });
    },
    takeBack: async () => {
      if (!opened || place === 'database') return;
      const open = await opened;
      for (const { hash } of brought) await open[place].remove(hash);
    },
  };
}
