import { sql } from 'kysely';
import type { OpenWork } from '../registry/leaving.ts';
import type { Db } from './database.ts';
import type { LaidDuty } from './reported-duties.ts';

/** Work in somebody's hands that is not at its end, by agency. */
export async function openWorkOf(db: Db, userId: string): Promise<OpenWork[]> {
  const { rows } = await sql<OpenWork>`
    select agency_id as "agencyId", count(*) filter (where kind = 'duty')::int as duties,
      count(*) filter (where kind = 'draft')::int as drafts
    from (
      select agency_id, 'duty' as kind from duty where officer_id = ${userId} and stage not in ('done', 'dropped')
      union all select agency_id, 'draft' from progress where author_id = ${userId} and stage = 'draft'
      union all select agency_id, 'draft' from answer_draft where author_id = ${userId}
    ) w group by agency_id order by agency_id`.execute(db);
  return rows;
}

/** Who else holds a post in these agencies and works here. */
export async function colleaguesIn(
  db: Db,
  agencyIds: readonly string[],
  { but, day }: { but: string; day: string },
): Promise<{ id: string; name: string; agencyId: string }[]> {
  if (agencyIds.length === 0) return [];
  return db
    .selectFrom('post')
    .innerJoin('app_user', 'app_user.id', 'post.user_id')
    .select(['app_user.id', 'app_user.name', 'post.agency_id as agencyId'])
    .distinct()
    .where('post.agency_id', 'in', agencyIds)
    .where('post.role', 'in', ['head', 'officer', 'coordinator'])
    .where('app_user.state', '=', 'active')
    .where('app_user.id', '!=', but)
    .where('post.valid_from', '<=', day)
    .where((is) => is.or([is('post.valid_until', 'is', null), is('post.valid_until', '>', day)]))
    .orderBy('app_user.name')
    .execute();
}

/** Open duties of one agency change hands. Gives them. */
export function handOverDuties(trx: Db, agencyId: string, from: string, to: string): Promise<LaidDuty[]> {
  return trx
    .updateTable('duty')
    .set({ officer_id: to, version: sql`version + 1` })
    .where('officer_id', '=', from)
    .where('agency_id', '=', agencyId)
    .where('stage', 'not in', ['done', 'dropped'])
    .returning(['id', 'province'])
    .execute();
}

/** Drafts go along, but for duties of which the colleague has one already: both stay, and the agency sees both. Gives their ids. */
export async function handOverDrafts(trx: Db, agencyId: string, from: string, to: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update progress p set author_id = ${to}, version = version + 1
    where p.author_id = ${from} and p.agency_id = ${agencyId} and p.stage = 'draft' and not exists (
      select from progress o where o.duty_id = p.duty_id and o.author_id = ${to} and o.stage = 'draft')
    returning p.id`.execute(trx);
  await trx
    .updateTable('answer_draft')
    .set({ author_id: to })
    .where('author_id', '=', from)
    .where('agency_id', '=', agencyId)
    .execute();
  return rows.map(({ id }) => id);
}

/** From this day on the person holds nothing; what was held stays readable. */
export async function endPosts(trx: Db, userId: string, day: string): Promise<void> {
  await trx
    .updateTable('post')
    .set({ valid_until: day })
    .where('user_id', '=', userId)
    .where((is) => is.or([is('valid_until', 'is', null), is('valid_until', '>', day)]))
    .execute();
}
