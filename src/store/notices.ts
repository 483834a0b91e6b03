import { sql } from 'kysely';
import { NoticeDetails, NoticeKind, type NoticeRecord } from '../registry/notice.ts';
import type { Db } from './database.ts';

export type NewNotice = {
  userId: string;
  kind: NoticeKind;
  urgent: boolean;
  dutyId: string | null;
  documentId: string | null;
  roundId: string | null;
  details: NoticeDetails;
};

const rowsAtOnce = 1000;

/** Reads nothing back: whoever works as a person sees only what he is told himself. */
export async function insertNotices(trx: Db, notices: readonly NewNotice[], at: Date): Promise<void> {
  const rows = notices.map(({ userId, kind, urgent, dutyId, documentId, roundId, details }) => ({
    user_id: userId,
    kind,
    urgent,
    duty_id: dutyId,
    document_id: documentId,
    round_id: roundId,
    details: JSON.stringify(details),
    at,
  }));
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await trx
      .insertInto('notice')
      .values(rows.slice(from, from + rowsAtOnce))
      .execute();
}

export type NoticePage = { limit: number; before?: number | undefined; unread?: boolean | undefined };

/** Latest first, without the kinds that the person does not want to see. */
export async function listNotices(
  db: Db,
  userId: string,
  hidden: readonly NoticeKind[],
  { limit, before, unread }: NoticePage,
): Promise<NoticeRecord[]> {
  const rows = await shown(db, userId, hidden)
    .selectAll()
    .$if(before !== undefined, (q) => q.where('id', '<', before ?? 0))
    .$if(unread === true, (q) => q.where('read_at', 'is', null))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(noticeRecord);
}

/** Counted no further than a badge shows. */
export async function countUnread(
  db: Db,
  userId: string,
  hidden: readonly NoticeKind[],
  most: number,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (${shown(db, userId, hidden).select('id').where('read_at', 'is', null).limit(most)}) unread`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

const shown = (db: Db, userId: string, hidden: readonly NoticeKind[]) =>
  db
    .selectFrom('notice')
    .where('user_id', '=', userId)
    .$if(hidden.length > 0, (q) => q.where('kind', 'not in', hidden));

/** Marks what is still unread; all up to `upTo`, or those named. Gives how many there were. */
export async function markRead(
  trx: Db,
  userId: string,
  which: { ids: readonly number[] } | { upTo: number },
  at: Date,
): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('notice')
    .set({ read_at: at })
    .where('user_id', '=', userId)
    .where('read_at', 'is', null)
    .where((where) => ('ids' in which ? where('id', 'in', which.ids) : where('id', '<=', which.upTo)))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export type UnsettledNotice = NoticeRecord & { userId: string };

/** People of whom some notice has not been settled for mail. */
export async function unsettledPeople(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('notice').select('user_id').distinct().where('settled_at', 'is', null).execute();
  return rows.map(({ user_id }) => user_id);
}

/** One person's, oldest first; locked, so that another server leaves them alone. */
export async function takeUnsettled(trx: Db, userId: string, limit: number): Promise<UnsettledNotice[]> {
  const rows = await trx
    .selectFrom('notice')
    .selectAll()
    .where('user_id', '=', userId)
    .where('settled_at', 'is', null)
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map((row) => ({ ...noticeRecord(row), userId: row.user_id }));
}

/**
 * What has not been settled, and whether the person for whom this is asked may still see it: asked behind the wall, where a duty,
 * document or round that is not theirs to see any more is not there.
 */
export async function unsettledAndSeen(db: Db, userId: string): Promise<ReadonlyMap<number, boolean>> {
  const { rows } = await sql<{ id: number; seen: boolean }>`
    select id, (duty_id is null or exists (select from duty where duty.id = notice.duty_id))
      and (document_id is null or exists (select from document where document.id = notice.document_id))
      and (round_id is null or exists (select from round where round.id = notice.round_id)) as seen
    from notice where user_id = ${userId} and settled_at is null`.execute(db);
  return new Map(rows.map(({ id, seen }) => [id, seen]));
}

export async function settleNotices(trx: Db, ids: readonly number[], mailed: boolean, at: Date): Promise<void> {
  if (ids.length === 0) return;
  await trx.updateTable('notice').set({ settled_at: at, mailed }).where('id', 'in', ids).execute();
}

type NoticeRow = {
  id: number;
  kind: string;
  urgent: boolean;
  duty_id: string | null;
  document_id: string | null;
  round_id: string | null;
  details: unknown;
  at: Date;
  read_at: Date | null;
};

const noticeRecord = (row: NoticeRow): NoticeRecord => ({
  id: row.id,
  kind: NoticeKind.parse(row.kind),
  urgent: row.urgent,
  dutyId: row.duty_id,
  documentId: row.document_id,
  roundId: row.round_id,
  details: NoticeDetails.parse(row.details),
  at: row.at.toISOString(),
  readAt: row.read_at?.toISOString() ?? null,
});
