import { may, type Person } from '../registry/may.ts';
import type { RoundCursor, RoundPage, RoundRecord } from '../registry/round.ts';
import type { SubmissionFilter, SubmissionRecord } from '../registry/submission.ts';
import { agenciesAbove } from '../store/agency-reach.ts';
import { agencyNamesOn } from '../store/names.ts';
import { measureRound } from '../store/round-measures.ts';
import { findRound, listRounds as list, type RoundFilter } from '../store/rounds.ts';
import { submissionsOfRound } from '../store/submissions.ts';
import { Refusal } from '../values/refusal.ts';
import { type App, inOneTransaction } from './app.ts';
import { today } from './clock.ts';
import { withoutInside } from './submissions.ts';
import { workDay } from './work-day.ts';

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
      measures: await measureRound(db, id, today(clock)),
      receiver: { id: receiverId, name: names.get(receiverId) ?? receiverId },
      may: { close: opens && !closed, reopen: opens && closed },
    };
  });

type Part = { offset: number; limit: number };

/** The submissions of a round, by the tiers and names of their agencies. */
export const listSubmissions = (
  app: App,
  roundId: string,
  filter: SubmissionFilter,
  part: Part,
): Promise<{ rows: SubmissionRecord[]; total: number }> =>
  inOneTransaction(app, async (one) => {
    const { rows, total } = await submissionsOfRound(one.db, roundId, filter, part, await workDay(one));
    return { rows: rows.map(withoutInside), total };
  });
