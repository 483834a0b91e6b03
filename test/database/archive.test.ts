import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AgeKey, newKeyFile, readKeyFile } from '../../src/files/archive/age-key.ts';
import { readPacked } from '../../src/files/archive/packed.ts';
import type { ArchiveEntry } from '../../src/files/archive/tar.ts';
import { migrationsFolder } from '../../src/installation.ts';
import { Sums } from '../../src/registry/archive.ts';
import { backUp, exportAll, keepNewest, restoreFile, verifyArchive } from '../../src/services/archive/backup.ts';
import { readSecretKey, settleArchivedKey } from '../../src/services/archive/keys.ts';
import { type RestoreTarget, restoreArchive } from '../../src/services/archive/restore.ts';
import { systemClock } from '../../src/services/clock.ts';
import { createJobs } from '../../src/services/job-runner.ts';
import type { FileSettings, NewFile } from '../../src/services/stored-files/places.ts';
import { fileOfBytes, openStoredFiles } from '../../src/services/stored-files/stored-files.ts';
import type { Db } from '../../src/store/database.ts';
import { enqueue } from '../../src/store/outbox.ts';
import { lastBackup } from '../../src/store/vitals.ts';
import { isEmpty } from '../../src/store/whole-tables.ts';
import { until } from '../condition.ts';
import { engines, type FreshDatabase, freshDatabase } from '../engines.ts';
import { storeHiddenWorld } from '../hidden-world.ts';

const newKey = (): AgeKey => {
  const key = readKeyFile(newKeyFile());
  if (!key) throw new Error('no key');
  return key;
};

/** Each engine's data end in the other's. */
const ways = engines.map((from, at) => ({ from, into: engines.at(at - 1) ?? from, name: from.name }));

describe.each(ways)('a backup of a database ($name)', ({ from, into, name }) => {
  let folder: string;
  let source: FreshDatabase;
  let kept: NewFile;
  const key = newKey();
  const attached = randomBytes(5_000_000);
  const at = (name: string): string => join(folder, name);
  const make = (db: Db, file: string) =>
    backUp({ db, files: filesIn(db), clock: systemClock }, file, { key, secretFile: at('secret.key') });

  /** An empty database for one restore. */
  async function withTarget<T>(work: (target: RestoreTarget, database: FreshDatabase) => Promise<T>): Promise<T> {
    const database = await freshDatabase(into, 'template0');
    const settleKey = async () => async () => undefined;
    return work({ db: database.db, files: { place: 'database' }, migrationsFolder, settleKey }, database).finally(() =>
      database.drop(),
    );
  }

  async function holdsNothing({ url }: FreshDatabase): Promise<boolean> {
    const client = new pg.Client(url);
    await client.connect();
    return isEmpty(client).finally(() => client.end());
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tiendo-archive-'));
    source = await freshDatabase(from);
    const { ids } = await storeHiddenWorld(source.db);
    // What a careless format loses: nothing beside JSON's nothing, bytes, lines in a text, digits beyond those of a double.
    await sql`insert into setting (name, value) values ('nothing', 'null'), ('words', ${JSON.stringify('a\nb\\"\t€ Đặng')})`.execute(
      source.db,
    );
    kept = fileOfBytes(attached);
    await filesIn(source.db).keep(kept);
    await sql`update evidence set file_hash = ${kept.hash}, file_name = 'a.pdf', file_type = 'pdf', file_size = ${kept.size}
      where id = ${ids.evidence ?? ''}`.execute(source.db);
    // Of an upload that broke off: nothing names it.
    await filesIn(source.db).keep(fileOfBytes(randomBytes(100)));
    await sql`update notice set details = ${'{"a": 12345678901234567890.123456789}'} where user_id = ${ids.author ?? ''}`.execute(
      source.db,
    );
    await writeFile(at('secret.key'), `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  });
  afterAll(async () => {
    await source.drop();
    await rm(folder, { recursive: true });
  });

  it('comes back in an empty database of the other engine: each row, number, attachment, deed, and the key', async () => {
    const { file, damaged } = await make(source.db, at('whole.tar.gz.age'));
    expect(await lastBackup(source.db)).not.toBeNull();
    const before = await verifyArchive(file, key);
    // What this world's documents say is nowhere: a lost attachment keeps nobody from a copy of all else, and is told.
    expect(damaged.length).toBeGreaterThan(0);
    expect([before.files, before.damaged]).toEqual([1, damaged]);
    await withTarget(async (target, { db, url }) => {
      const settleKey = (archived: Buffer | null) => settleArchivedKey(at('other/secret.key'), archived);
      const restored = await restoreFile(file, key, { ...target, settleKey });
      expect(restored.rows).toBe(before.rows);
      expect((await filesIn(db).read(kept.hash)).equals(attached)).toBe(true);
      await expect(filesIn(db).read(damaged[0] ?? '')).rejects.toMatchObject({ code: 'fileDamaged' });
      expect(await readFile(at('other/secret.key'), 'utf8')).toBe(await readFile(at('secret.key'), 'utf8'));
      const { file: again } = await exportAll({ db, files: filesIn(db), clock: systemClock }, at('again.tar.gz'));
      expect((await verifyArchive(again, null)).tables).toEqual(before.tables);
      // The next number is a new one.
      const { rows } = await sql<{ last: number; next: number }>`
        select (select max(id) from notice) as last, nextval(pg_get_serial_sequence('notice', 'id')) as next`.execute(
        db,
      );
      expect(rows[0]?.next).toBeGreaterThan(rows[0]?.last ?? 0);
      // The wall, the log's seal and every reference stand again.
      await expect(sql`update action set reason = 'x'`.execute(db)).rejects.toThrow();
      await expect(sql`delete from app_user`.execute(db)).rejects.toThrow();
      await expect(restoreFile(file, key, target)).rejects.toMatchObject({ code: 'databaseNotEmpty' });
      expect(url).not.toBe(source.url);
    });
  });

  // What follows is the same on every server; each restore makes a whole database.
  if (name !== ways[0]?.name) return;

  it('is of one moment while others write, and takes along the jobs that were not done', async () => {
    const jobs = createJobs(source.db);
    await jobs.start({});
    const jobId = randomUUID();
    await enqueue(source.db, [{ queue: 'mail', data: { to: 'a@b.vn', subject: 'Thư', text: 'x' }, jobId }]);
    await until('the job', async () => (await jobs.list({ limit: 10 })).find(({ id }) => id === jobId));
    await jobs.close();
    let writing = true;
    // Two tables that say the same in every moment, as whoever sees whole transactions sees them.
    const writer = (async () => {
      for (let nth = 1; writing; nth++)
        await source.db.transaction().execute(async (trx) => {
          await sql`insert into setting (name, value) values (${`written ${nth}`}, '1')`.execute(trx);
          await sql`insert into setting (name, value) values ('zz written', ${String(nth)}::jsonb)
            on conflict (name) do update set value = excluded.value`.execute(trx);
        });
    })();
    const { file } = await make(source.db, at('moving.tar.gz.age')).finally(() => {
      writing = false;
    });
    await writer;
    await withTarget(async (target, { db }) => {
      expect((await restoreFile(file, key, target)).jobs).toBe(1);
      const { rows } = await sql<{ counted: number; said: number; job: string }>`
        select (select count(*)::int from setting where name like 'written %') as counted,
          coalesce((select value::int from setting where name = 'zz written'), 0) as said, (select job_id from outbox) as job`.execute(
        db,
      );
      expect(rows[0]?.counted).toBe(rows[0]?.said);
      expect(rows[0]?.job).toBe(jobId);
    });
  });

  it('is refused where it was cut or altered, and leaves the database as empty as it was', async () => {
    const { file } = await exportAll(
      { db: source.db, files: filesIn(source.db), clock: systemClock },
      at('open.tar.gz'),
    );
    const bytes = await readFile(file);
    await writeFile(at('cut.tar.gz'), bytes.subarray(0, bytes.length / 2));
    await expect(verifyArchive(at('cut.tar.gz'), null)).rejects.toMatchObject({ code: 'archiveBroken' });
    await withTarget(async (target, database) => {
      const entries = await readPacked(file, null, (all) => Array.fromAsync(all));
      const restoring = (changed: ArchiveEntry[]) => restoreArchive(target, entriesIn(changed));
      const forged = entries.map((entry) =>
        entry.name.startsWith('tables/app_user/')
          ? { ...entry, content: Buffer.from(entry.content.toString().replace(/"name":"/, '"name":"Kẻ gian ')) }
          : entry,
      );
      await expect(restoring(forged)).rejects.toMatchObject({ code: 'archiveBroken', detail: { where: 'app_user' } });
      await expect(restoring(withForgedAction(entries))).rejects.toMatchObject({
        ...{ code: 'archiveBroken', detail: { where: expect.stringContaining('action ') } },
      });
      // A forged attachment, one that is missing.
      const isFile = (entry: ArchiveEntry) => entry.name.startsWith('files/');
      const other = entries.map((entry) => (isFile(entry) ? { ...entry, content: Buffer.from('khác') } : entry));
      await expect(restoring(other)).rejects.toMatchObject({
        code: 'archiveBroken',
        detail: { where: expect.stringMatching(/^files\//) },
      });
      await expect(restoring(entries.filter((entry) => !isFile(entry)))).rejects.toMatchObject({
        ...{ code: 'archiveBroken', detail: { where: 'files' } },
      });
      expect(await holdsNothing(database)).toBe(true);
    });
  });

  it('brings attachments into a folder, and leaves none there where it fails', async () => {
    const { file } = await make(source.db, at('to-folder.tar.gz.age'));
    const files: FileSettings = { place: 'folder', folder: at('attachments') };
    await withTarget(async (target, { db }) => {
      const settleKey = async () => () => Promise.reject(new Error('no room for the key'));
      await expect(restoreFile(file, key, { ...target, files, settleKey })).rejects.toThrow('no room');
      expect(await filesBelow(at('attachments'))).toEqual([]);
      expect((await restoreFile(file, key, { ...target, files })).files).toBe(1);
      expect((await openStoredFiles(db, files).read(kept.hash)).equals(attached)).toBe(true);
      expect(await filesBelow(at('attachments'))).toEqual([kept.hash]);
      // Out of the folder into a database again.
      const source = { db, files: openStoredFiles(db, files), clock: systemClock };
      const { file: again } = await exportAll(source, at('from-folder.tar.gz'));
      expect((await verifyArchive(again, null)).files).toBe(1);
    });
  });

  it('leaves nothing half where its connection is killed in the midst', async () => {
    const { file } = await make(source.db, at('killed.tar.gz.age'));
    await withTarget(async (target, database) => {
      const killed = readPacked(file, key, (entries) => restoreArchive(target, killingAfter(database.db, 20, entries)));
      await expect(killed).rejects.toThrow();
      expect(await holdsNothing(database)).toBe(true);
    });
  });

  it('keeps the newest of a folder, and no draft of one that failed', async () => {
    const backups = await mkdtemp(join(folder, 'kept-'));
    for (const name of ['tiendo-20261101-190000.tar.gz.age', 'tiendo-20261102-190000.tar.gz.age', 'another.tar.gz'])
      await writeFile(join(backups, name), '');
    const clock = { now: () => new Date('2026-11-03T19:00:00Z') };
    await exportAll({ db: source.db, files: filesIn(source.db), clock }, backups);
    await keepNewest(backups, 2);
    const names = ['another.tar.gz', 'tiendo-20261102-190000.tar.gz.age', 'tiendo-20261103-190000.tar.gz'];
    expect((await readdir(backups)).sort()).toEqual(names);
    const nothing = await freshDatabase(into, 'template0');
    await expect(
      exportAll({ db: nothing.db, files: filesIn(nothing.db), clock: systemClock }, at('none.tar.gz')),
    ).rejects.toMatchObject({
      code: 'databaseAbsent',
    });
    await nothing.drop();
    expect((await readdir(folder)).filter((name) => name.startsWith('none'))).toEqual([]);
  });

  it('has a key that opens it, and says so where there is none or another', async () => {
    const { file } = await make(source.db, at('sealed.tar.gz.age'));
    await expect(verifyArchive(file, null)).rejects.toMatchObject({ code: 'archiveKeyMissing' });
    await expect(verifyArchive(file, newKey())).rejects.toMatchObject({ code: 'archiveKeyWrong' });
    await writeFile(at('other.key'), `${randomBytes(32).toString('base64')}\n`);
    await withTarget(async (target, database) => {
      const settleKey = (archived: Buffer | null) => settleArchivedKey(at('other.key'), archived);
      const refused = restoreFile(file, key, { ...target, settleKey });
      await expect(refused).rejects.toMatchObject({ code: 'secretKeyElse' });
      expect(await holdsNothing(database)).toBe(true);
    });
    expect(await readSecretKey(at('no.key'))).toBeNull();
  });
});

const filesIn = (db: Db) => openStoredFiles(db, { place: 'database' });

async function filesBelow(folder: string): Promise<string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  return all.filter((entry) => entry.isFile()).map(({ name }) => name);
}

async function* entriesIn(entries: readonly ArchiveEntry[]): AsyncGenerator<ArchiveEntry> {
  yield* entries;
}

/** A forger who knows the format: another deed was done, and the sums fit it. Only the log's chain tells. */
function withForgedAction(entries: readonly ArchiveEntry[]): ArchiveEntry[] {
  const forged = (content: Buffer) => Buffer.from(content.toString().replace(/"verb":"/, '"verb":"khong'));
  const actions = entries.filter(({ name }) => name.startsWith('tables/action/')).map(({ content }) => forged(content));
  const sha256 = createHash('sha256').update(Buffer.concat(actions)).digest('hex');
  return entries.map((entry) => {
    if (entry.name.startsWith('tables/action/')) return { ...entry, content: forged(entry.content) };
    if (entry.name !== 'sums.json') return entry;
    const sums = Sums.parse(JSON.parse(entry.content.toString()));
    const rows = sums.tables.action?.rows ?? 0;
    return {
      ...entry,
      content: Buffer.from(JSON.stringify({ ...sums, tables: { ...sums.tables, action: { rows, sha256 } } })),
    };
  });
}

/** In the midst of it the server ends the connection that restores. */
async function* killingAfter(
  db: Db,
  count: number,
  entries: AsyncIterable<ArchiveEntry>,
): AsyncGenerator<ArchiveEntry> {
  let nth = 0;
  for await (const entry of entries) {
    yield entry;
    if (++nth !== count) continue;
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and state = 'idle in transaction' and pid <> pg_backend_pid()`.execute(db);
  }
}
