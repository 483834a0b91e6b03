import { randomUUID } from 'node:crypto';
import { matterKey } from '../registry/matter.ts';
import type { Person } from '../registry/may.ts';
import type { StocktakeFields } from '../registry/stocktake.ts';
import { recordActions } from '../store/actions.ts';
import type { Db } from '../store/database.ts';
import { leadersBelow, listFollows } from '../store/follows.ts';
import { unknownIds } from '../store/names.ts';
import {
  deleteStocktake,
  holdStocktake,
  insertStocktake,
  itemsOfStocktake,
  lastHeldStocktake,
  participantsOf,
  putItems,
  type StoredStocktake,
  setParticipants,
  setStocktakeFields,
  setStocktakeStage,
  setStood,
} from '../store/stocktakes.ts';
import { dayBefore } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';
import { changedMeanwhile } from './changed-meanwhile.ts';
import { today } from './clock.ts';
import { factsOfItems, mayHold } from './stocktake-pages.ts';

/** Stocktakes from planning to closing. */

type Fields = Record<string, unknown> | null;
export type By = { trx: Db; person: Person; at: Date };

export const recordOnStocktake = (
  { trx, person, at }: By,
  stocktakeId: string,
  { verb, before = null, after = null }: { verb: string; before?: Fields; after?: Fields },
): Promise<void> =>
  recordActions(trx, [
    {
      ...{ operation: randomUUID(), at, userId: person.user.id, verb, before, after, reason: null, documentId: null },
      ...{ subjectKind: 'stocktake', subjectId: stocktakeId },
    },
  ]);

/** One that the person may hold, kept for this transaction. @throws Refusal notFound, notAllowed, changedMeanwhile */
export async function heldFor(
  { trx, person }: Pick<By, 'trx' | 'person'>,
  id: string,
  version?: number,
): Promise<StoredStocktake> {
  const held = await holdStocktake(trx, id);
  if (!held) throw new Refusal('notFound');
  if (!(await mayHold(trx, person, held.agency.id))) throw new Refusal('notAllowed');
  if (version !== undefined && held.version !== version) throw await changedMeanwhile(trx, { kind: 'stocktake', id });
  return held;
}

/** The same of one whose agenda and decisions may still change. */
export async function plannedFor(
  by: Pick<By, 'trx' | 'person'>,
  id: string,
  version?: number,
): Promise<StoredStocktake> {
  const held = await heldFor(by, id, version);
  if (held.stage !== 'planned') throw new Refusal('notPossibleNow');
  return held;
}

async function refuseFaulty(trx: Db, agencyId: string, fields: StocktakeFields, day: string): Promise<void> {
  if ((await unknownIds(trx, 'agency', fields.agencies)).length > 0)
    throw new Refusal('invalidInput', { field: 'agencies' });
  const leaders = await leadersBelow(trx, [agencyId], day);
  if (!leaders.some(({ id }) => id === fields.chairId)) throw new Refusal('invalidInput', { field: 'chairId' });
}

/** Held where the person coordinates or leads; its agenda begins with what its chair follows. */
export function planStocktake(app: App, person: Person, fields: StocktakeFields): Promise<{ id: string }> {
  const agencyId = person.posts.find(({ role }) => role === 'coordinator' || role === 'leader')?.agencyId;
  if (agencyId === undefined) throw new Refusal('notAllowed');
  return app.db.transaction().execute(async (trx) => {
    const [id, at] = [randomUUID(), app.clock.now()];
    await refuseFaulty(trx, agencyId, fields, today(app.clock));
    await insertStocktake(trx, { id, agencyId, fields, by: person.user.id, at });
    await setParticipants(trx, id, fields.agencies);
    const follows = await listFollows(trx, fields.chairId);
    await putItems(
      trx,
      id,
      follows.map(({ matter }) => ({ id: randomUUID(), matter, kept: true, reasons: [{ kind: 'followed' as const }] })),
    );
    const after = { ...fields, items: follows.map(({ matter }) => matterKey(matter)) };
    await recordOnStocktake({ trx, person, at }, id, { verb: 'planStocktake', after });
    return { id };
  });
}

export async function changeStocktake(
  app: App,
  person: Person,
  id: string,
  { version, ...fields }: StocktakeFields & { version: number },
): Promise<void> {
  await app.db.transaction().execute(async (trx) => {
    const by = { trx, person, at: app.clock.now() };
    const held = await plannedFor(by, id, version);
    await refuseFaulty(trx, held.agency.id, fields, today(app.clock));
    const agencies = (await participantsOf(trx, id, held.heldOn)).map((agency) => agency.id);
    const { title, heldOn, begins, ends, place, chair, secretary } = held;
    await setStocktakeFields(trx, id, fields);
    await setParticipants(trx, id, fields.agencies);
    const before = { title, heldOn, begins, ends, place, chairId: chair.id, secretary, agencies };
    await recordOnStocktake(by, id, { verb: 'changeStocktake', before, after: fields });
  });
}

/** Only while nothing has been decided: what was decided stays. */
export async function removeStocktake(app: App, person: Person, id: string, version: number): Promise<void> {
  await app.db.transaction().execute(async (trx) => {
    const by = { trx, person, at: app.clock.now() };
    const { title, heldOn, decisions } = await plannedFor(by, id, version);
    if (decisions > 0) throw new Refusal('notPossibleNow');
    await deleteStocktake(trx, id);
    await recordOnStocktake(by, id, { verb: 'removeStocktake', before: { title, heldOn } });
  });
}

/** Keeps how everything stood, as the minutes have it; reopened, the agenda goes on as things are. */
export async function stepStocktake(
  app: App,
  person: Person,
  id: string,
  { version, verb }: { version: number; verb: 'close' | 'reopen' },
): Promise<void> {
  await app.db.transaction().execute(async (trx) => {
    const at = app.clock.now();
    const by = { trx, person, at };
    const held = await heldFor(by, id, version);
    const [from, to] = verb === 'close' ? (['planned', 'held'] as const) : (['held', 'planned'] as const);
    if (held.stage !== from) throw new Refusal('notPossibleNow');
    if (verb === 'close' && held.heldOn > today(app.clock)) throw new Refusal('stocktakeAhead', { day: held.heldOn });
    const items = await itemsOfStocktake(trx, id);
    const last = await lastHeldStocktake(trx, { agencyId: held.agency.id, day: dayBefore(held.heldOn), but: id });
    const facts =
      verb === 'close' ? await factsOfItems({ db: trx, clock: app.clock }, items, last?.heldOn ?? null) : null;
    for (const item of items) if (item.kept) await setStood(trx, item.id, facts?.get(item.key) ?? null);
    await setStocktakeStage(trx, id, { stage: to, at });
    const deed = verb === 'close' ? 'closeStocktake' : 'reopenStocktake';
    await recordOnStocktake(by, id, { verb: deed, before: { stage: from }, after: { stage: to } });
  });
}
