import { randomUUID } from 'node:crypto';
import { Post } from '../registry/post.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';

/** What a person holds on a day. */
export async function postsOf(db: Db, userId: string, day: PlainDate): Promise<Post[]> {
  const rows = await db
    .selectFrom('post')
    .select(['role', 'agency_id'])
    .where('user_id', '=', userId)
    .where('valid_from', '<=', day)
    .where((is) => is.or([is('valid_until', 'is', null), is('valid_until', '>', day)]))
    .orderBy('valid_from')
    .orderBy('id')
    .execute();
  return rows.map((row) => Post.parse({ role: row.role, agencyId: row.agency_id }));
}

/** Whether a person holds or has held anything. */
export async function hasPosts(db: Db, userId: string): Promise<boolean> {
  return (await db.selectFrom('post').select('id').where('user_id', '=', userId).executeTakeFirst()) !== undefined;
}

export type NewPost = Post & { userId: string; validFrom: PlainDate; givenBy: string | null };

/** Gives the post's id. */
export async function addPost(trx: Db, { userId, role, agencyId, validFrom, givenBy }: NewPost): Promise<string> {
  const id = randomUUID();
  await trx
    .insertInto('post')
    .values({ id, user_id: userId, role, agency_id: agencyId, valid_from: validFrom, given_by: givenBy })
    .execute();
  return id;
}
