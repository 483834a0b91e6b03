import { may, type Person } from '../registry/may.ts';
import type { StocktakeDecision, StocktakePage, StocktakeSummary } from '../registry/stocktake.ts';
import { agenciesAbove } from '../store/agency-reach.ts';
import type { Db } from '../store/database.ts';
import { dutiesByIds } from '../store/duties.ts';
import { agencyNamesOn } from '../store/names.ts';
import { decisionsOf, type StoredDecision } from '../store/stocktake-decisions.ts';
import {
  findStocktake,
  itemsOfStocktake,
  lastHeldStocktake,
  listStocktakes as list,
  participantsOf,
  type StoredItem,
} from '../store/stocktakes.ts';
import { dayBefore } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { type App, inOneTransaction } from './app.ts';
import type { KeepingApp } from './kept-standings.ts';
import { factsOfMatters } from './matters.ts';
import { workDay } from './work-day.ts';

/** Stocktakes as they are read. */

type Reading = KeepingApp & Pick<App, 'clock'>;

export const listStocktakes = (
  app: App,
  page: { offset: number; limit: number },
): Promise<{ total: number; stocktakes: StocktakeSummary[] }> => inOneTransaction(app, ({ db }) => list(db, page));

/** Whoever coordinates or leads where it is held, or above. */
export const mayHold = async (db: Db, person: Person, agencyId: string): Promise<boolean> =>
  may(person, 'holdStocktakes', { agencyAndAbove: await agenciesAbove(db, agencyId) });

/** Decisions with the agency's name and what became of each. */
export async function withDuties(app: Reading, stored: readonly StoredDecision[]): Promise<StocktakeDecision[]> {
  const day = await workDay(app);
  const ids = stored.flatMap(({ dutyId }) => dutyId ?? []);
  const duties = new Map((await dutiesByIds(app.db, ids, day)).map((duty) => [duty.id, duty]));
  const names = await agencyNamesOn(app.db, [...new Set(stored.map(({ agencyId }) => agencyId))], day.today);
  return stored.map(({ id, itemId, agencyId, content, due, version, dutyId }) => {
    const duty = duties.get(dutyId ?? '');
    return {
      ...{ id, itemId, content, due, version, agency: { id: agencyId, name: names.get(agencyId) ?? agencyId } },
      duty: duty
        ? {
            ...{ id: duty.id, stage: duty.stage, state: duty.state, daysLeft: duty.daysLeft },
            ...{ due: duty.due, share: duty.share },
          }
        : null,
    };
  });
}

/** A stocktake that was held shows each thing as it stood then; one that is planned, as it stands now beside the last one's day. */
export const getStocktake = (app: App, person: Person, id: string): Promise<StocktakePage> =>
  inOneTransaction(app, async (one) => readStocktake(one, person, id));

export async function readStocktake(app: Reading, person: Person, id: string): Promise<StocktakePage> {
  const { db } = app;
  const found = await findStocktake(db, id);
  if (!found) throw new Refusal('notFound');
  const last = await lastHeldStocktake(db, { agencyId: found.agency.id, day: dayBefore(found.heldOn), but: id });
  const stored = await itemsOfStocktake(db, id);
  const facts = await factsOfItems(app, stored, last?.heldOn ?? null);
  const decisions = await withDuties(app, await decisionsOf(db, last ? [id, last.id] : [id]));
  const own = new Set(stored.map((item) => item.id));
  return {
    stocktake: { ...found, agencies: await participantsOf(db, id, found.heldOn) },
    items: stored.flatMap(({ id: itemId, key, kept, reasons, discussion, version }) => {
      const fact = facts.get(key);
      const decided = decisions.filter((decision) => decision.itemId === itemId);
      return fact ? [{ id: itemId, kept, reasons, discussion, version, facts: fact, decisions: decided }] : [];
    }),
    last: last
      ? {
          ...{ id: last.id, title: last.title, heldOn: last.heldOn },
          decisions: decisions.filter(({ itemId }) => !own.has(itemId)),
        }
      : null,
    holds: await mayHold(db, person, found.agency.id),
  };
}

export async function factsOfItems(app: Reading, items: readonly StoredItem[], than: string | null) {
  const open = items.filter(({ stood }) => stood === null).map(({ matter }) => matter);
  const now = await factsOfMatters(app, open, than);
  return new Map([...now, ...items.flatMap(({ stood }) => stood ?? [])].map((fact) => [fact.key, fact]));
}
