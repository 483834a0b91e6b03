import { sql } from 'kysely';
import type { Matter } from '../registry/matter.ts';
import type { Named } from '../registry/named.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { inForce } from './conditions.ts';
import type { Db } from './database.ts';
import { type MatterRow, matterColumns, matterOfRow } from './matters.ts';

/** What leaders follow in person, and the notes on why. */

export type Follow = {
  id: string;
  leaderId: string;
  matter: Matter;
  addedAt: string;
  note: string;
  noteVersion: number;
};

type Row = MatterRow & { id: string; leader_id: string; added_at: Date; note: string | null; version: number | null };

const followOf = (row: Row): Follow => ({
  id: row.id,
  leaderId: row.leader_id,
  matter: matterOfRow(row),
  addedAt: row.added_at.toISOString(),
  note: row.note ?? '',
  noteVersion: row.version ?? 0,
});

const columns = sql`f.id, f.leader_id, f.added_at, f.kind, f.document_id, f.finding_id, f.duty_id, f.agency_id, n.note, n.version`;

/** The oldest first. */
export async function listFollows(db: Db, leaderId: string): Promise<Follow[]> {
  const { rows } = await sql<Row>`
    select ${columns} from follow f left join follow_note n on n.follow_id = f.id
    where f.leader_id = ${leaderId} order by f.added_at, f.id`.execute(db);
  return rows.map(followOf);
}

/** Nobody else changes it or its note until the transaction ends. */
export async function holdFollow(trx: Db, id: string): Promise<Follow | undefined> {
  const { rows } = await sql<Row>`
    select ${columns} from follow f left join follow_note n on n.follow_id = f.id where f.id = ${id}`.execute(trx);
  await sql`select from follow_note where follow_id = ${id} for update`.execute(trx);
  return rows[0] && followOf(rows[0]);
}

type NewFollow = { id: string; leaderId: string; matter: Matter; by: string; at: Date };

/** False where the leader follows it already. */
export async function insertFollow(trx: Db, { id, leaderId, matter, by, at }: NewFollow): Promise<boolean> {
  const inserted = await trx
    .insertInto('follow')
    .values({ id, leader_id: leaderId, ...matterColumns(matter), added_by: by, added_at: at })
    .onConflict((conflict) => conflict.columns(['leader_id', 'subject']).doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

export async function deleteFollow(trx: Db, id: string): Promise<void> {
  await trx.deleteFrom('follow').where('id', '=', id).execute();
}

export async function putFollowNote(trx: Db, id: string, note: string): Promise<void> {
  await sql`
    insert into follow_note (follow_id, note) values (${id}, ${note})
    on conflict (follow_id) do update set note = excluded.note, version = follow_note.version + 1`.execute(trx);
}

export type Follower = { id: string; leader: Named };

/** Who follows something. */
export async function followersOf(db: Db, key: string): Promise<Follower[]> {
  const { rows } = await sql<{ id: string; leaderId: string; name: string }>`
    select f.id, u.id as "leaderId", u.name from follow f join app_user u on u.id = f.leader_id
    where f.subject = ${key} order by u.name collate "vi-x-icu", f.id`.execute(db);
  return rows.map(({ id, leaderId, name }) => ({ id, leader: { id: leaderId, name } }));
}

/** What each of these leaders follows. */
export async function followedBy(
  db: Db,
  leaderIds: readonly string[],
): Promise<{ id: string; leaderId: string; key: string }[]> {
  const { rows } = await sql<{ id: string; leaderId: string; key: string }>`
    select f.id, f.leader_id as "leaderId", f.subject as key from follow f
    where f.leader_id = any(${leaderIds}::text[]) order by f.added_at, f.id`.execute(db);
  return rows;
}

/** Who leads in these agencies or below them on a day. */
export async function leadersBelow(db: Db, agencyIds: readonly string[], today: PlainDate): Promise<Named[]> {
  if (agencyIds.length === 0) return [];
  const { rows } = await sql<Named>`
    select distinct u.id, u.name collate "vi-x-icu" as name
    from agency_reach r join post p on p.agency_id = r.agency_id and p.role = 'leader' join app_user u on u.id = p.user_id
    where r.above_id = any(${agencyIds}::text[]) and ${inForce('p', today)} order by 2, 1`.execute(db);
  return rows;
}
