import { may, type Person } from '../registry/may.ts';
import type { RoundCursor, RoundPage, RoundRecord } from '../registry/round.ts';
import { agenciesAbove } from '../store/agency-reach.ts';
import { agencyNamesOn } from '../store/names.ts';
import { findRound, listRounds as list, type RoundFilter } from '../store/rounds.ts';
import { Refusal } from '../values/refusal.ts';
import { type App, inOneTransaction } from './app.ts';
import { today } from './clock.ts';

type Page = { limit: number; after?: RoundCursor | undefined };

export const listRounds = (
  { db }: App,
  filter: RoundFilter,
  page: Page,
): Promise<{ rows: RoundRecord[]; next: RoundCursor | null }> => list(db, filter, page);

export const getRound = (app: App, person: Person, id: string): Promise<RoundPage> =>
  inOneTransaction(app, async ({ db, clock }) => {
    const found = await findRound(db, id);
    if (!found) throw new Refusal('notFound');
    const { receiverId, ...page } = found;
    const names = await agencyNamesOn(db, [receiverId], today(clock));
    const opens = may(person, 'openRounds', { agencyAndAbove: await agenciesAbove(db, receiverId) });
    const closed = page.round.closedAt !== null;
    return {
      ...page,
      receiver: { id: receiverId, name: names.get(receiverId) ?? receiverId },
      may: { close: opens && !closed, reopen: opens && closed },
    };
  });
