import { randomUUID } from 'node:crypto';
import type { BoundarySet, BoundaryTier, PlaceShape } from '../registry/boundary.ts';
import { boundaryLimits, matchBoundaries, readBoundaries } from '../registry/boundary-file.ts';
import type { Person } from '../registry/may.ts';
import { recordActions } from '../store/actions.ts';
import { deleteBoundarySet, insertBoundarySet, listBoundarySets, shapesOfLand } from '../store/boundaries.ts';
import type { Db } from '../store/database.ts';
import { listPlaces } from '../store/places.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { nfc, squeeze } from '../values/vietnamese.ts';
import { type App, inOneTransaction } from './app.ts';
import { today } from './clock.ts';
import type { IncomingFile } from './import-document.ts';
import { receiveBytes } from './receive-file.ts';

type Here = Pick<App, 'db' | 'clock'>;
type Loading = { tier: BoundaryTier; day: PlainDate; source: string };

export const getBoundaries = ({ db }: Here): Promise<BoundarySet[]> => listBoundarySets(db);

/** What of the file shows places of the register is kept; the rest is told with why. @throws Refusal boundariesUnread, fileTooLarge */
export async function loadBoundaries(
  app: Here & Pick<App, 'maxFileBytes' | 'scan'>,
  { user }: Person,
  { file, tier, day, source }: Loading & { file: IncomingFile },
): Promise<BoundarySet> {
  const { name: fileName, bytes } = await receiveBytes(app, file, Math.min(app.maxFileBytes, boundaryLimits.fileBytes));
  const features = readBoundaries(new TextDecoder().decode(bytes));
  const { property, shapes, unmatched } = matchBoundaries(features, await listPlaces(app.db), { tier, day });
  const [id, at] = [randomUUID(), app.clock.now()];
  const set = { ...{ id, tier, day, fileName, property, unmatched }, source: squeeze(nfc(source)) };
  await app.db.transaction().execute(async (trx) => {
    await insertBoundarySet(trx, { ...set, shapes, by: user.id, at });
    const after = { ...{ tier, day, fileName }, source: set.source, matched: shapes.size, unmatched: unmatched.length };
    await record(trx, { verb: 'loadBoundaries', id, userId: user.id, at, before: null, after });
  });
  return { ...set, matched: shapes.size, loaded: { at: at.toISOString(), by: { id: user.id, name: user.name } } };
}

export function removeBoundaries(app: Here, { user }: Person, id: string): Promise<void> {
  return app.db.transaction().execute(async (trx) => {
    const found = (await listBoundarySets(trx)).find((one) => one.id === id);
    if (!found || !(await deleteBoundarySet(trx, id))) throw new Refusal('notFound');
    const { tier, day, fileName, source, matched } = found;
    const before = { tier, day, fileName, source, matched };
    await record(trx, { verb: 'removeBoundaries', id, userId: user.id, at: app.clock.now(), before, after: null });
  });
}

type Deed = {
  verb: 'loadBoundaries' | 'removeBoundaries';
  id: string;
  userId: string;
  at: Date;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

const record = (trx: Db, { id, ...deed }: Deed): Promise<void> =>
  recordActions(trx, [
    { ...deed, operation: randomUUID(), documentId: null, subjectKind: 'boundaries', subjectId: id, reason: null },
  ]);

/** Of the own province and of its land. */
export const getShapes = (
  app: Here,
  { tier, asOf }: { tier: BoundaryTier; asOf?: PlainDate | undefined },
): Promise<PlaceShape[]> =>
  inOneTransaction(app, ({ db, clock }) => shapesOfLand(db, { tier, day: asOf ?? today(clock) }));
