import type { PageOf } from '../registry/listing.ts';
import type { User } from '../registry/may.ts';
import { peopleOutOfReach } from '../store/administered.ts';
import { lockedPeople, type PeopleQuery, listPeople as readPeople } from '../store/listed-people.ts';
import { heldPosts } from '../store/posts.ts';
import { rulesOf } from './accounts/rules.ts';
import type { App } from './app.ts';
import { today } from './clock.ts';
import { postsWithNames } from './posts.ts';

const day = 86_400_000;

/** Read from the whole database, of which no more than this is told: whose account is locked now. */
export async function whoIsLocked(app: App): Promise<string[]> {
  const { unusedDays } = await rulesOf(app);
  const now = new Date();
  const unusedSince = Number.isFinite(unusedDays) ? new Date(now.getTime() - unusedDays * day) : null;
  return lockedPeople(app.db, { now, unusedSince });
}

/** People with what they hold and will hold. */
export async function listPeople(
  app: App,
  { by, ...query }: PeopleQuery & { by: User },
  page: PageOf,
  locked: readonly string[],
) {
  const now = today(app.clock);
  const { people, total } = await readPeople(app.db, query, { ...page, day: now, locked });
  const ids = people.map(({ id }) => id);
  const beyond = await peopleOutOfReach(app.db, by.id, ids, now);
  const posts = await postsWithNames(app, await heldPosts(app.db, ids, now));
  return {
    total,
    people: people.map(({ state, ...person }) => ({
      ...person,
      state: state === 'active' && locked.includes(person.id) ? ('locked' as const) : state,
      posts: posts.filter(({ userId }) => userId === person.id).map(({ userId: _, ...post }) => post),
      withinReach: !beyond.includes(person.id),
    })),
  };
}
