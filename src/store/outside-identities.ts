import type { Post } from '../registry/post.ts';
import type { Db } from './database.ts';
import { addPost } from './posts.ts';

export async function findByIdentity(db: Db, provider: string, subject: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('outside_identity')
    .select('user_id')
    .where('provider', '=', provider)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.user_id;
}

export async function insertIdentity(
  trx: Db,
  { provider, subject, userId, at }: { provider: string; subject: string; userId: string; at: Date },
): Promise<void> {
  await trx.insertInto('outside_identity').values({ provider, subject, user_id: userId, linked_at: at }).execute();
}

/** Posts that a provider gave follow what it says now; those given by hand stay. Gives whether anything changed. */
export async function settleProviderPosts(
  trx: Db,
  { provider, userId, posts, day }: { provider: string; userId: string; posts: readonly Post[]; day: string },
): Promise<boolean> {
  const held = await trx
    .selectFrom('post')
    .select(['id', 'role', 'agency_id'])
    .where('user_id', '=', userId)
    .where('provider', '=', provider)
    .where((is) => is.or([is('valid_until', 'is', null), is('valid_until', '>', day)]))
    .execute();
  const same = (post: Post, row: (typeof held)[number]) => post.role === row.role && post.agencyId === row.agency_id;
  const ended = held.filter((row) => !posts.some((post) => same(post, row)));
  const begun = posts.filter((post) => !held.some((row) => same(post, row)));
  for (const { id } of ended) await trx.updateTable('post').set({ valid_until: day }).where('id', '=', id).execute();
  for (const post of begun) {
    const id = await addPost(trx, { ...post, userId, validFrom: day, givenBy: null });
    await trx.updateTable('post').set({ provider }).where('id', '=', id).execute();
  }
  return ended.length + begun.length > 0;
}
