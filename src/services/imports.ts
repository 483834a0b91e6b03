import type { ImportRecord } from '../registry/import.ts';
import type { User } from '../registry/may.ts';
import { endInterruptedFigureImports } from '../store/figure-imports.ts';
import {
  deleteImport,
  dismissImport,
  endInterrupted,
  findImportOf,
  listImportsOf,
  endImport as storeEnd,
} from '../store/imports.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';

const shownFor = 3600 * 1000;
const cancelled = { code: 'importCancelled' as const, detail: {} };

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
  // Another server that has it in hand can store nothing any more, and notices at its next step.
  if (!running) await storeEnd(app.db, id, { state: 'refused', refusal: cancelled, at: app.clock.now() });
  const end = await running?.ended;
  if (end?.refusal?.code === 'importCancelled') await deleteImport(app.db, id);
  else await dismissImport(app.db, id);
}

/** What servers that are no more left running, of documents and of figures: nothing of it was stored. */
export async function endLeftImports({ db, clock }: Pick<App, 'db' | 'clock'>): Promise<void> {
  await endInterrupted(db, clock.now());
  await endInterruptedFigureImports(db, clock.now());
}
