import { createHash } from 'node:crypto';
import { batchFault, batchMapping, batchRows, type FigureBatch, type StoredBatch } from '../registry/figure-batch.ts';
import { type FigureImport, isOver } from '../registry/figure-import.ts';
import type { Person } from '../registry/may.ts';
import { findRequested, refusedRows } from '../store/figure-imports.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';
import { figureImport } from './figure-imports.ts';
import { startListImport } from './import-figures.ts';

/**
 * Stores a batch of a program whole, or refuses it whole and says of each figure why. Whoever asks again with the same key gets the
 * first answer, whatever became of the connection in between.
 * @throws Refusal rowsRefused with a fault for each figure, requestKeyUsed where the key was for another batch
 */
export async function storeFigureBatch(
  app: App,
  person: Person,
  batch: FigureBatch,
  key: string | null,
): Promise<StoredBatch> {
  const request = key === null ? null : { key, hash: hashOf(batch) };
  const before = request && (await findRequested(app.db, person.user.id, request.key));
  if (before && before.hash !== request?.hash) throw new Refusal('requestKeyUsed');
  const id = before?.id ?? (await begin(app, person, batch, request));
  const running = app.figureImports.get(id);
  return outcomeOf(app, (await running?.ended) ?? (await figureImport(app, id)));
}

const hashOf = (batch: FigureBatch): string => createHash('sha256').update(JSON.stringify(batch)).digest('hex');

async function begin(
  app: App,
  person: Person,
  batch: FigureBatch,
  request: { key: string; hash: string } | null,
): Promise<string> {
  const { id, ended } = await startListImport(app, person, {
    name: request ? `API: ${request.key}` : 'API',
    mapping: batchMapping(batch.calendar),
    choices: { ...batch.choices, keepGood: false },
    request,
    read: async (take) => take({ at: 0, rows: batchRows(batch) }),
  });
  // Whoever waits for it hears of it below; a defect must not end the server meanwhile.
  ended.catch(() => undefined);
  return id;
}

async function outcomeOf(app: App, done: FigureImport): Promise<StoredBatch> {
  // Another server has it in hand.
  if (!isOver(done)) throw new Refusal('notPossibleNow');
  if (done.stage === 'done') {
    const { id, figuresStored: stored, figuresReplaced: replaced, figuresSame: same } = done;
    return { importId: id, stored, replaced, same };
  }
  const { faults } = await refusedRows(app.db, done.id);
  const { code, detail } = done.refusal ?? { code: 'importInterrupted' as const, detail: {} };
  throw new Refusal(code, detail, faults.map(batchFault));
}
