import type { ImportRecord } from '../registry/import.ts';
import type { User } from '../registry/may.ts';
import { deleteImport, dismissImport, findImportOf, listImportsOf } from '../store/imports.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';

const shownFor = 3600 * 1000;

/** A person's own imports that are running or ended within the hour. */
export const listImports = (app: App, user: User): Promise<ImportRecord[]> =>
  listImportsOf(app.db, user.id, new Date(app.clock.now().getTime() - shownFor));

export async function getImport(app: App, user: User, id: string): Promise<ImportRecord> {
  const found = await findImportOf(app.db, user.id, id);
  if (!found) throw new Refusal('notFound');
  return found;
}

/** Cancels a running import, of which nothing stays, or takes an ended one off the list. */
export async function endImport(app: App, user: User, id: string): Promise<void> {
  await getImport(app, user, id);
  const running = app.imports.get(id);
  running?.cancel.abort();
  const end = await running?.ended;
  if (end?.refusal?.code === 'importCancelled') await deleteImport(app.db, id);
  else await dismissImport(app.db, id);
}
