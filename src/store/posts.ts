import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { HeldPost } from '../registry/people.ts';
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

/** Whether somebody is the head of an agency itself on a day. */
export async function hasHead(db: Db, agencyId: string, day: PlainDate): Promise<boolean> {
  const { rows } = await sql`
    select from post p join app_user u on u.id = p.user_id and u.state = 'active'
    where p.agency_id = ${agencyId} and p.role = 'head' and p.valid_from <= ${day} and (p.valid_until is null or p.valid_until > ${day})
    limit 1`.execute(db);
  return rows.length > 0;
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

type HeldRow = { id: string; role: string; agency_id: string; valid_from: string; valid_until: string | null };

const heldPost = (row: HeldRow): HeldPost =>
  HeldPost.parse({
    id: row.id,
    role: row.role,
    agencyId: row.agency_id,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
  });

const heldColumns = ['id', 'role', 'agency_id', 'valid_from', 'valid_until'] as const;

/** What people hold on a day or will hold after it, by person. */
export async function heldPosts(
  db: Db,
  userIds: readonly string[],
  day: PlainDate,
): Promise<(HeldPost & { userId: string })[]> {
  if (userIds.length === 0) return [];
  const rows = await db
    .selectFrom('post')
    .select([...heldColumns, 'user_id'])
    .where('user_id', 'in', userIds)
    .where((is) =>
      is.or([
        is('valid_until', 'is', null),
        is.and([is('valid_until', '>', day), is('valid_until', '>', is.ref('valid_from'))]),
      ]),
    )
    .orderBy('valid_from')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...heldPost(row), userId: row.user_id }));
}

/** Posts are given and ended one after the other: whether one may be depends on all others. */
export async function lockPosts(trx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('tiendo posts'))`.execute(trx);
}

export async function findPost(db: Db, userId: string, id: string): Promise<HeldPost | undefined> {
  const row = await db
    .selectFrom('post')
    .select(heldColumns)
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row && heldPost(row);
}

export async function setPostEnd(trx: Db, id: string, until: PlainDate): Promise<void> {
  await trx
    .updateTable('post')
    .set({ valid_until: until })
    .where('id', '=', id)
    // Behind the wall nothing happens where it may not: that must not pass for an end.
    .returning('id')
    .executeTakeFirstOrThrow();
}

/** Whether somebody who works here looks after an agency on a day, and without an end, by another post than this one. */
export async function hasOtherAdministrator(
  db: Db,
  { id, agencyId }: Pick<HeldPost, 'id' | 'agencyId'>,
  day: PlainDate,
): Promise<boolean> {
  const row = await db
    .selectFrom('post')
    .innerJoin('app_user', 'app_user.id', 'post.user_id')
    .select('post.id')
    .where('post.role', '=', 'administrator')
    .where('post.id', '!=', id)
    .where('post.valid_from', '<=', day)
    .where('post.valid_until', 'is', null)
    .where('app_user.state', '=', 'active')
    .where(sql<boolean>`${agencyId} in (select agencies_looked_after(array[post.agency_id]))`)
    .executeTakeFirst();
  return row !== undefined;
}
