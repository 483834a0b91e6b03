import { officialName } from '../registry/agency.ts';
import type { Person, User } from '../registry/may.ts';
import type { Post } from '../registry/post.ts';
import { agenciesByIds } from '../store/agencies.ts';
import { postsOf } from '../store/posts.ts';
import type { App } from './app.ts';
import { today } from './clock.ts';

/** A person with what they hold today. */
export const actorOf = async ({ db, clock }: Pick<App, 'db' | 'clock'>, user: User): Promise<Person> => ({
  user,
  posts: await postsOf(db, user.id, today(clock)),
});

/** Posts, or what has one in it, with the name that the agency has today. */
export async function postsWithNames<P extends Post>(
  { db, clock }: Pick<App, 'db' | 'clock'>,
  posts: readonly P[],
): Promise<(P & { agencyName: string })[]> {
  const agencies = await agenciesByIds(db, [...new Set(posts.map(({ agencyId }) => agencyId))]);
  const names = new Map(agencies.map(({ id, names }) => [id, officialName(names, today(clock))]));
  return posts.map((post) => ({ ...post, agencyName: names.get(post.agencyId) ?? post.agencyId }));
}
