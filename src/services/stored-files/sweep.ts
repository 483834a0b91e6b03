import { deleteStoredFile, listUnnamedFiles, mayFilesGo } from '../../store/stored-files.ts';
import type { App } from '../app.ts';

const patience = 24 * 60 * 60_000;

/**
 * Lets go of files that nothing names: of uploads that broke off, and of what was removed. A file that is being brought again is held
 * by its row, and nothing goes while somebody copies or moves files. Gives how many went.
 */
export async function sweepFiles({ db, files }: Pick<App, 'db' | 'files'>): Promise<number> {
  const places = await files.places();
  let gone = 0;
  for (const hash of await listUnnamedFiles(db))
    await db.transaction().execute(async (trx) => {
      if (!(await mayFilesGo(trx))) return;
      const file = await deleteStoredFile(trx, hash);
      if (!file) return;
      // Were it cut off here, the row would stay and the next run would end it.
      for (const name of [file.place, file.alsoAt])
        if (name !== null && name !== 'database') await places[name].remove(hash);
      gone++;
    });
  await places[files.place].tidy?.(new Date(Date.now() - patience));
  return gone;
}
