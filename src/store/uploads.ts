import { type Selectable, sql } from 'kysely';
import type { UploadRecord } from '../registry/upload.ts';
import type { Db } from './database.ts';
import type { Tables } from './tables.ts';

const recordOf = (row: Selectable<Tables['upload']>): UploadRecord => ({
  id: row.id,
  fileName: row.file_name,
  size: row.size,
  received: row.received,
  expiresAt: row.expires_at.toISOString(),
});

/** Until the transaction ends nobody else begins an upload for this person. */
export async function holdUploadsOf(trx: Db, userId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`uploads ${userId}`}, 0))`.execute(trx);
}

export async function countUploads(db: Db, userId: string, now: Date): Promise<{ count: number; bytes: number }> {
  const { rows } = await sql<{ count: number; bytes: number }>`
    select count(*)::int as count, coalesce(sum(size), 0)::bigint as bytes
    from upload where user_id = ${userId} and expires_at > ${now}`.execute(db);
  return rows[0] ?? { count: 0, bytes: 0 };
}

export type NewUpload = { id: string; userId: string; fileName: string; size: number; expiresAt: Date };

export async function insertUpload(trx: Db, { id, userId, fileName, size, expiresAt }: NewUpload): Promise<void> {
  await trx
    .insertInto('upload')
    .values({ id, user_id: userId, file_name: fileName, size, expires_at: expiresAt })
    .execute();
}

export async function findUpload(
  db: Db,
  { id, userId, now }: { id: string; userId: string; now: Date },
): Promise<UploadRecord | undefined> {
  const row = await db
    .selectFrom('upload')
    .selectAll()
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row && recordOf(row);
}

export type NewPart = { id: string; startsAt: number; bytes: Uint8Array; expiresAt: Date };

/** False, and nothing kept, where it does not follow what is there: somebody else was quicker, or the upload is gone. */
export async function insertUploadPart(db: Db, { id, startsAt, bytes, expiresAt }: NewPart): Promise<boolean> {
  const { numAffectedRows } = await sql`
    with counted as (
      update upload set received = received + ${bytes.byteLength}::int, expires_at = ${expiresAt}
      where id = ${id} and received = ${startsAt} returning id)
    insert into upload_part (upload_id, starts_at, bytes)
    select id, ${startsAt}::bigint, ${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)}::bytea from counted`.execute(
    db,
  );
  return numAffectedRows === 1n;
}

/** Undefined where none begins there. */
export async function readUploadPart(db: Db, uploadId: string, startsAt: number): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('upload_part')
    .select('bytes')
    .where('upload_id', '=', uploadId)
    .where('starts_at', '=', startsAt)
    .executeTakeFirst();
  return row?.bytes;
}

/** False where it was not there. */
export async function deleteUpload(db: Db, { id, userId }: { id: string; userId: string }): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('upload')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function forgetUploadsBefore(db: Db, now: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('upload').where('expires_at', '<=', now).executeTakeFirst();
  return Number(numDeletedRows);
}
