import { randomUUID } from 'node:crypto';
import type { FollowedBriefly, LeaderList } from '../registry/follow.ts';
import { type Matter, matterKey } from '../registry/matter.ts';
import type { Person } from '../registry/may.ts';
import type { Named } from '../registry/named.ts';
import type { Attention } from '../registry/stocktake.ts';
import { recordActions } from '../store/actions.ts';
import type { Db } from '../store/database.ts';
import {
  deleteFollow,
  type Follow,
  followedBy,
  followersOf,
  holdFollow,
  insertFollow,
  leadersBelow,
  listFollows,
  putFollowNote,
} from '../store/follows.ts';
import { knownMatters } from '../store/matters.ts';
import { postsOf } from '../store/posts.ts';
import { findLaidDuty } from '../store/reported-duties.ts';
import { decisionsOf, discussionsOf, stocktakeOfDuty } from '../store/stocktake-decisions.ts';
import { lastHeldStocktake } from '../store/stocktakes.ts';
import { Refusal } from '../values/refusal.ts';
import { nfc } from '../values/vietnamese.ts';
import { type App, inOneTransaction } from './app.ts';
import { changedMeanwhile } from './changed-meanwhile.ts';
import { today } from './clock.ts';
import { factsOfMatters } from './matters.ts';
import { withDuties } from './stocktake-pages.ts';

/** What a leader follows in person; a coordinator may prepare it. */

/** Whose lists a person sees: one's own first, and those of leaders where one coordinates. */
async function leadersOf({ db, clock }: Pick<App, 'db' | 'clock'>, { user, posts }: Person): Promise<Named[]> {
  const of = (wanted: string) => posts.flatMap(({ role, agencyId }) => (role === wanted ? [agencyId] : []));
  const prepared = await leadersBelow(db, of('coordinator'), today(clock));
  const own = of('leader').length > 0 ? [{ id: user.id, name: user.name }] : [];
  return [...own, ...prepared.filter(({ id }) => own.length === 0 || id !== user.id)];
}

export const getLeaderList = (app: App, person: Person, leaderId?: string): Promise<LeaderList | null> =>
  inOneTransaction(app, async (one) => {
    const leaders = await leadersOf(one, person);
    const leader = leaderId === undefined ? leaders[0] : leaders.find(({ id }) => id === leaderId);
    if (leaderId !== undefined && !leader) throw new Refusal('notFound');
    if (!leader) return null;
    const day = today(one.clock);
    const posts = await postsOf(one.db, leader.id, day);
    const agencyId = posts.find(({ role }) => role === 'leader')?.agencyId;
    const last = agencyId === undefined ? undefined : await lastHeldStocktake(one.db, { agencyId, day });
    const follows = await listFollows(one.db, leader.id);
    const facts = await factsOfMatters(
      one,
      follows.map(({ matter }) => matter),
      last?.heldOn ?? null,
    );
    const byKey = new Map(facts.map((fact) => [fact.key, fact]));
    return {
      ...{ leader, leaders },
      since: last ? { id: last.id, title: last.title, heldOn: last.heldOn } : null,
      rows: follows.flatMap(({ id, matter, addedAt, note, noteVersion }) => {
        const own = byKey.get(matterKey(matter));
        return own ? [{ id, addedAt, note, noteVersion, facts: own }] : [];
      }),
    };
  });

const fieldsOf = ({ leaderId, matter }: Pick<Follow, 'leaderId' | 'matter'>) => ({ leaderId, ...matter });

type Deed = {
  verb: string;
  kind: 'follow' | 'followNote';
  follow: Pick<Follow, 'id' | 'matter'>;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

async function record(
  trx: Db,
  { user, at }: { user: Person['user']; at: Date },
  { verb, kind, follow: { id, matter }, before, after }: Deed,
): Promise<void> {
  // The note stays with the leader, so it is in no story.
  const duty = kind === 'follow' && matter.kind === 'duty' ? await findLaidDuty(trx, matter.dutyId) : undefined;
  await recordActions(trx, [
    {
      ...{ operation: randomUUID(), at, userId: user.id, verb, before, after, reason: null, documentId: null },
      ...{ subjectKind: kind, subjectId: id },
      ...(duty && { duty }),
    },
  ]);
}

/** Asked for twice it is there once. @throws Refusal notFound, notAllowed */
export function follow(
  app: App,
  person: Person,
  { leaderId, matter }: { leaderId: string; matter: Matter },
): Promise<{ id: string }> {
  return app.db.transaction().execute(async (trx) => {
    const leaders = await leadersOf({ db: trx, clock: app.clock }, person);
    if (!leaders.some(({ id }) => id === leaderId)) throw new Refusal('notAllowed');
    if ((await knownMatters(trx, [matter])).size === 0) throw new Refusal('notFound');
    const [id, at] = [randomUUID(), app.clock.now()];
    const by = { user: person.user, at };
    if (await insertFollow(trx, { id, leaderId, matter, by: person.user.id, at })) {
      const after = fieldsOf({ leaderId, matter });
      await record(trx, by, { verb: 'follow', kind: 'follow', follow: { id, matter }, before: null, after });
      return { id };
    }
    const there = (await followersOf(trx, matterKey(matter))).find(({ leader }) => leader.id === leaderId);
    if (!there) throw new Refusal('notPossibleNow');
    return { id: there.id };
  });
}

async function ownFollow(app: Pick<App, 'db' | 'clock'>, person: Person, id: string): Promise<Follow> {
  const held = await holdFollow(app.db, id);
  if (!held) throw new Refusal('notFound');
  const leaders = await leadersOf(app, person);
  if (!leaders.some((leader) => leader.id === held.leaderId)) throw new Refusal('notAllowed');
  return held;
}

export async function unfollow(app: App, person: Person, id: string): Promise<void> {
  await app.db.transaction().execute(async (trx) => {
    const held = await ownFollow({ db: trx, clock: app.clock }, person, id);
    const by = { user: person.user, at: app.clock.now() };
    await deleteFollow(trx, id);
    await record(trx, by, { verb: 'unfollow', kind: 'follow', follow: held, before: fieldsOf(held), after: null });
    if (held.note === '') return;
    const before = { leaderId: held.leaderId, note: held.note };
    await record(trx, by, { verb: 'unfollow', kind: 'followNote', follow: held, before, after: null });
  });
}

export function writeFollowNote(
  app: App,
  person: Person,
  id: string,
  { note: typed, version }: { note: string; version: number },
): Promise<{ version: number }> {
  return app.db.transaction().execute(async (trx) => {
    const held = await ownFollow({ db: trx, clock: app.clock }, person, id);
    const note = nfc(typed.trim());
    if (held.note === note) return { version: held.noteVersion };
    if (held.noteVersion !== version) throw await changedMeanwhile(trx, { kind: 'followNote', id });
    await putFollowNote(trx, id, note);
    await record(
      trx,
      { user: person.user, at: app.clock.now() },
      {
        ...{ verb: 'writeFollowNote', kind: 'followNote', follow: held },
        before: { leaderId: held.leaderId, note: held.note },
        after: { leaderId: held.leaderId, note },
      },
    );
    return { version: version + 1 };
  });
}

/** What is on the lists that the person looks after, in short. */
export const listFollowed = (app: App, person: Person): Promise<FollowedBriefly> =>
  inOneTransaction(app, async (one) => {
    const leaders = await leadersOf(one, person);
    const ids = leaders.map(({ id }) => id);
    return { leaders, followed: await followedBy(one.db, ids) };
  });

/** Who follows something, where it comes from, and what stocktakes said of it. */
export const getAttention = (app: App, key: string): Promise<Attention> =>
  inOneTransaction(app, async (one) => {
    const found = await discussionsOf(one.db, key);
    const ids = [...new Set(found.map(({ stocktakeId }) => stocktakeId))];
    const decisions = await withDuties(one, await decisionsOf(one.db, ids));
    const dutyId = key.startsWith('duty:') ? key.slice('duty:'.length) : null;
    return {
      origin: dutyId === null ? null : ((await stocktakeOfDuty(one.db, dutyId)) ?? null),
      followers: await followersOf(one.db, key),
      discussions: found.map(({ stocktakeId, itemId, title, heldOn, ...said }) => ({
        ...{ stocktake: { id: stocktakeId, title, heldOn }, stage: said.stage, discussion: said.discussion },
        decisions: decisions.filter((decision) => decision.itemId === itemId),
      })),
    };
  });
