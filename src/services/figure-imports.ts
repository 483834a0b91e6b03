import { type FigureImport, isOver } from '../registry/figure-import.ts';
import type { PageOf } from '../registry/listing.ts';
import { refusedSheet } from '../report/refused-rows-sheet.ts';
import { endFigureImport, findFigureImport, listFigureImports, refusedRows } from '../store/figure-imports.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';
import { type ExportAs, type ExportedFile, fileOf } from './export-findings.ts';

/** Latest first. */
export const figureImports = ({ db }: App, page: PageOf): Promise<{ total: number; imports: FigureImport[] }> =>
  listFigureImports(db, page);

export async function figureImport({ db }: App, id: string): Promise<FigureImport> {
  const found = await findFigureImport(db, id);
  if (!found) throw new Refusal('notFound');
  return found;
}

/** Nothing of it stays but its line. One that is over stays as it is. */
export async function cancelFigureImport(app: App, id: string): Promise<FigureImport> {
  const found = await figureImport(app, id);
  if (isOver(found)) return found;
  const running = app.figureImports.get(id);
  running?.cancel.abort();
  // Another server that has it in hand can store nothing any more, and notices at its next step.
  if (!running)
    await endFigureImport(app.db, id, {
      ...{ stage: 'cancelled', at: app.clock.now(), head: [], faults: [] },
      ...{ counts: { figuresStored: 0, figuresReplaced: 0, figuresSame: 0 } },
      refusal: { code: 'importCancelled', detail: {} },
    });
  return (await running?.ended) ?? figureImport(app, id);
}

/** The rows that were not taken, as a file to set right and send again. */
export async function refusedFile(app: App, id: string, as: Omit<ExportAs<never>, 'columns'>): Promise<ExportedFile> {
  await figureImport(app, id);
  const { head, faults } = await refusedRows(app.db, id);
  return fileOf(refusedSheet(faults, head, as.language), as);
}
