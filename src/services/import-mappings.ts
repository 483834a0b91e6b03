import { randomUUID } from 'node:crypto';
import type { SavedMapping } from '../registry/figure-import.ts';
import type { User } from '../registry/may.ts';
import { recordActions } from '../store/actions.ts';
import type { Db } from '../store/database.ts';
import { deleteMapping, listMappings, lockMapping, putMapping } from '../store/figure-imports.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';

/** Mappings that are kept under a name, for the next file of the same form. */
export const savedMappings = ({ db }: App): Promise<SavedMapping[]> => listMappings(db);

export type NewMapping = Pick<SavedMapping, 'name' | 'mapping' | 'version'>;

/** @param version that was seen; 0: there is none of this name yet */
export async function saveMapping(app: App, user: User, { name, mapping, version }: NewMapping): Promise<SavedMapping> {
  return app.db.transaction().execute(async (trx) => {
    const before = await lockMapping(trx, name);
    if (before && version === 0) throw new Refusal('mappingThere', { name });
    refuseStale(before, version);
    const at = app.clock.now();
    if (!(await putMapping(trx, { name, mapping, version }, { userId: user.id, at })))
      throw new Refusal('mappingThere', { name });
    await record(trx, { name, user, at, verb: 'saveMapping', before: before?.mapping ?? null, after: mapping });
    const saved = await lockMapping(trx, name);
    if (!saved) throw new Refusal('notFound');
    return saved;
  });
}

export async function removeMapping(app: App, user: User, name: string, version: number): Promise<void> {
  await app.db.transaction().execute(async (trx) => {
    const before = await lockMapping(trx, name);
    if (!before) throw new Refusal('notFound');
    refuseStale(before, version);
    await deleteMapping(trx, name);
    const at = app.clock.now();
    await record(trx, { name, user, at, verb: 'removeMapping', before: before.mapping, after: null });
  });
}

function refuseStale(before: SavedMapping | undefined, version: number): void {
  if ((before?.version ?? 0) === version) return;
  throw new Refusal('changedMeanwhile', before ? { name: before.changedBy.name, at: before.changedAt } : {});
}

type Change = Pick<NewMapping, 'name'> & {
  user: User;
  at: Date;
  verb: string;
  before: SavedMapping['mapping'] | null;
  after: SavedMapping['mapping'] | null;
};

const record = (trx: Db, { name, user, ...change }: Change): Promise<void> =>
  recordActions(trx, [
    {
      ...{ operation: randomUUID(), userId: user.id, documentId: null, reason: null },
      ...{ subjectKind: 'importMapping', subjectId: name, ...change },
    },
  ]);
