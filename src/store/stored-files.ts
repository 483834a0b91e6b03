import { sql } from 'kysely';
import type { FilePlaceName } from '../values/file-place.ts';
import type { Db } from './database.ts';

/** Which files there are and where their bytes lie. Asked past the wall: whoever may see a file has seen the row that names it. */

export type StoredFile = { hash: string; size: number; place: FilePlaceName; alsoAt: FilePlaceName | null };

const columns = sql`hash, size, place, also_at as "alsoAt"`;

export async function findStoredFile(db: Db, hash: string): Promise<StoredFile | undefined> {
  const { rows } = await sql<StoredFile>`select ${columns} from stored_file where hash = ${hash}`.execute(db);
  return rows[0];
}

/** Told before its bytes are brought, so that what breaks off in between is known. Gives where they belong: one that is here stays where it is. */
export async function announceFile(
  db: Db,
  { hash, size, place }: { hash: string; size: number; place: FilePlaceName },
): Promise<FilePlaceName> {
  // The database's clock, which is one for all servers.
  const kept_at = sql<Date>`now()`;
  const row = await db
    .insertInto('stored_file')
    .values({ hash, size, place, also_at: null, kept_at })
    .onConflict((conflict) => conflict.column('hash').doUpdateSet({ kept_at }))
    .returning('place')
    .executeTakeFirstOrThrow();
  return row.place;
}

export async function findStoredPart(db: Db, hash: string, part: number): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('stored_part')
    .select('bytes')
    .where('hash', '=', hash)
    .where('part', '=', part)
    .executeTakeFirst();
  return row?.bytes;
}

/** Over one that was damaged. */
export async function putStoredPart(db: Db, hash: string, part: number, bytes: Buffer): Promise<void> {
  await sql`insert into stored_part (hash, part, bytes) values (${hash}, ${part}, ${bytes})
    on conflict (hash, part) do update set bytes = excluded.bytes where stored_part.bytes <> excluded.bytes`.execute(
    db,
  );
}

export async function deleteStoredParts(db: Db, hash: string): Promise<void> {
  await db.deleteFrom('stored_part').where('hash', '=', hash).execute();
}

/** What this database calls its own wherever others may keep files, too. */
export async function getStoredRoom(db: Db): Promise<string> {
  return (await db.selectFrom('stored_room').select('id').executeTakeFirstOrThrow()).id;
}

type Reference = { table: string; column: string };

/** Every column that names files: the references that migrations made. */
async function referencesToFiles(db: Db): Promise<Reference[]> {
  const { rows } = await sql<Reference>`
    select c.conrelid::regclass::text as table, quote_ident(a.attname) as column
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'stored_file'::regclass and c.conrelid <> 'stored_part'::regclass
    order by 1, 2`.execute(db);
  return rows;
}

async function isNamed(db: Db) {
  const references = await referencesToFiles(db);
  const each = references.map(
    ({ table, column }) => sql`exists (select from ${sql.raw(table)} r where r.${sql.raw(column)} = f.hash)`,
  );
  return sql<boolean>`(${sql.join(each, sql` or `)})`;
}

const atOnce = 1000;

/** All that something names, by their hashes. */
export async function* namedFiles(db: Db): AsyncGenerator<StoredFile> {
  const named = await isNamed(db);
  let after = '';
  for (;;) {
    const { rows } = await sql<StoredFile>`
      select ${columns} from stored_file f where hash > ${after} and ${named} order by hash limit ${atOnce}`.execute(
      db,
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < atOnce) return;
    after = last.hash;
  }
}

/** What something names, from a hash on: hashes lie evenly, so from any hash on they are any files. */
export async function listNamedFrom(db: Db, hash: string, limit: number): Promise<StoredFile[]> {
  const { rows } = await sql<StoredFile>`
    select ${columns} from stored_file f where hash >= ${hash} and ${await isNamed(db)} order by hash limit ${limit}`.execute(
    db,
  );
  return rows;
}

/** Whoever brings a file names it within seconds; a job that does takes minutes at most. */
const outlived = sql<boolean>`kept_at < now() - interval '1 day'`;

export async function listUnnamedFiles(db: Db): Promise<string[]> {
  const { rows } = await sql<{ hash: string }>`
    select hash from stored_file f where ${outlived} and not ${await isNamed(db)}`.execute(db);
  return rows.map(({ hash }) => hash);
}

/** Undefined where it was brought again meanwhile. Its row is held until the transaction ends, and whoever brings it waits. */
export async function deleteStoredFile(trx: Db, hash: string): Promise<StoredFile | undefined> {
  const { rows } = await sql<StoredFile>`
    delete from stored_file where hash = ${hash} and ${outlived} returning ${columns}`.execute(trx);
  return rows[0];
}

/** Files that lie elsewhere, or may, by their hashes. */
export async function filesBeside(db: Db, place: FilePlaceName): Promise<StoredFile[]> {
  const { rows } = await sql<StoredFile>`
    select ${columns} from stored_file where place <> ${place} or also_at is not null order by hash`.execute(db);
  return rows;
}

export type Whereabouts = Pick<StoredFile, 'place' | 'alsoAt'>;

/** False where it is not any more as it was said to be. */
export async function settleWhereabouts(db: Db, hash: string, was: Whereabouts, is: Whereabouts): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update stored_file set place = ${is.place}, also_at = ${is.alsoAt}
    where hash = ${hash} and place = ${was.place} and also_at is not distinct from ${was.alsoAt}`.execute(db);
  return numAffectedRows === 1n;
}

export type PlaceSum = { place: FilePlaceName; files: number; bytes: number };

export async function sumOfPlaces(db: Db): Promise<PlaceSum[]> {
  const { rows } = await sql<PlaceSum>`
    select place, count(*) as files, coalesce(sum(size), 0)::bigint as bytes from stored_file group by place order by place`.execute(
    db,
  );
  return rows;
}

/** What people call it: the names under which it came. */
export async function namesOfFile(db: Db, hash: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select d.file_name as name from document_file f join document d on d.id = f.document_id where f.hash = ${hash}
    union select file_name from evidence where file_hash = ${hash}
    union select name from regime_file where hash = ${hash}
    union select file_name from template where hash = ${hash}
    union select e.file_name from envelope_file f join document_envelope e on e.hash = f.envelope_hash where f.hash = ${hash}
    order by name limit 5`.execute(db);
  return rows.map(({ name }) => name);
}

/** While somebody copies or moves files, none is swept; ends with the connection. */
const filesInUse = 7_346_502;

export const holdFiles = async (db: Db): Promise<void> =>
  void (await sql`select pg_advisory_lock_shared(${filesInUse})`.execute(db));

export async function mayFilesGo(trx: Db): Promise<boolean> {
  const { rows } = await sql<{ free: boolean }>`select pg_try_advisory_xact_lock(${filesInUse}) as free`.execute(trx);
  return rows[0]?.free ?? false;
}
