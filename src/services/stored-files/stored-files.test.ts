import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type FreshDatabase, freshDatabase } from '../../../test/engines.ts';
import { aDocument, keepDocument, storeUser } from '../../../test/readings.ts';
import { type S3, s3Keys, startS3 } from '../../../test/s3-server.ts';
import { askingThrough, newClient } from '../../store/database.ts';
import { findStoredFile, getStoredRoom, holdFiles } from '../../store/stored-files.ts';
import { filePartBytes } from '../../values/file-place.ts';
import { checkFiles, sampleFiles } from './check.ts';
import { moveFiles } from './move.ts';
import type { FileSettings, NewFile } from './places.ts';
import { fileOfBytes, openStoredFiles, type StoredFiles } from './stored-files.ts';
import { sweepFiles } from './sweep.ts';

const sizes = { 'of a few bytes': 16, 'of exactly a part': filePartBytes, 'of several parts': 2 * filePartBytes + 17 };
const places: FileSettings['place'][] = ['database', 'folder', 's3'];

describe.each(engines.slice(-1))('stored files, on $name', (engine) => {
  let database: FreshDatabase;
  let folder: string;
  let user: string;
  let s3: S3;
  const settingsOf = (place: FileSettings['place']): FileSettings => ({
    place,
    folder: join(folder, 'files'),
    bucket: { address: s3.address, region: 'us-east-1', keyFile: join(folder, 's3.key') },
  });
  const filesAt = (place: FileSettings['place']): StoredFiles => openStoredFiles(database.db, settingsOf(place));
  const sweep = () => sweepFiles({ db: database.db, files: filesAt('folder') });
  const keyOf = async (hash: string) => `${await getStoredRoom(database.db)}/${hash}`;
  const pathOf = async (hash: string) =>
    join(folder, 'files', await getStoredRoom(database.db), hash.slice(0, 2), hash);
  const aged = (hash: string) =>
    sql`update stored_file set kept_at = now() - interval '25 hours' where hash = ${hash}`.execute(database.db);

  async function kept(place: FileSettings['place'], bytes = randomBytes(3000)): Promise<NewFile & { bytes: Buffer }> {
    const file = { ...fileOfBytes(bytes), bytes };
    await filesAt(place).keep(file);
    return file;
  }
  const damage: Record<FileSettings['place'], (hash: string, by: Buffer) => Promise<unknown>> = {
    database: (hash, by) => sql`update stored_part set bytes = ${by} where hash = ${hash}`.execute(database.db),
    folder: async (hash, by) => writeFile(await pathOf(hash), by),
    s3: async (hash, by) => s3.objects.set(await keyOf(hash), by),
  };
  /** Kept, and named by a document. */
  async function named(place: FileSettings['place'], name = 'ke-hoach.docx'): Promise<NewFile & { bytes: Buffer }> {
    const file = await kept(place);
    const { hash, size } = file;
    await keepDocument(database.db, { ...aDocument({}, user), file: { name, hash, size } });
    return file;
  }

  beforeAll(async () => {
    database = await freshDatabase(engine);
    folder = await mkdtemp(join(tmpdir(), 'tiendo-files-'));
    user = await storeUser(database.db);
    s3 = await startS3();
    await writeFile(join(folder, 's3.key'), `${s3Keys.accessKey}\n${s3Keys.secret}\n`, { mode: 0o600 });
  });
  afterAll(async () => {
    await database.drop();
    await s3.stop();
    await rm(folder, { recursive: true, force: true });
  });

  describe.each(places)('in the place “%s”', (place) => {
    it.each(Object.entries(sizes))('come back byte for byte: one %s', async (_, size) => {
      const { hash, bytes } = await kept(place, randomBytes(size));
      const files = filesAt(place);
      expect((await files.read(hash)).equals(bytes)).toBe(true);
      const parts = await Array.fromAsync<Buffer>(await files.stream(hash));
      expect(Buffer.concat(parts).equals(bytes)).toBe(true);
      expect(await findStoredFile(database.db, hash)).toMatchObject({ size, place });
    });

    it('are not there half where what was sent breaks off', async () => {
      const bytes = randomBytes(2 * filePartBytes);
      const { hash, size } = fileOfBytes(bytes);
      const parts = (async function* () {
        yield bytes.subarray(0, filePartBytes);
        throw new Error('gone away');
      })();
      await expect(filesAt(place).keep({ hash, size, parts })).rejects.toThrow();
      await expect(filesAt(place).read(hash)).rejects.toMatchObject({ code: 'fileDamaged' });
      await aged(hash);
      await sweep();
      expect(await findStoredFile(database.db, hash)).toBeUndefined();
      expect(await (await filesAt(place).places())[place].part({ hash, from: 0, length: 10 })).toBeUndefined();
    });

    it('that were damaged are told, never handed out, and whole again when they are sent again', async () => {
      const file = await named(place, 'hong.docx');
      const { hash, bytes } = file;
      await damage[place](hash, Buffer.concat([bytes.subarray(1), Buffer.from('x')]));
      await expect(filesAt(place).read(hash)).rejects.toMatchObject({ code: 'fileDamaged', detail: { hash } });
      await expect(filesAt(place).stream(hash)).rejects.toMatchObject({ code: 'fileDamaged' });
      const { damaged } = await checkFiles(database.db, settingsOf(place));
      expect(damaged).toEqual([`hong.docx (${place}, ${hash})`]);
      await filesAt(place).keep(fileOfBytes(bytes));
      expect((await filesAt(place).read(hash)).equals(bytes)).toBe(true);
    });

    it('stay as long as anything names them, and go a day after nothing does', async () => {
      const [one, other, fresh] = [await named(place), await kept(place), await kept(place)];
      for (const { hash } of [one, other]) await aged(hash);
      await sweep();
      expect((await filesAt(place).read(one.hash)).equals(one.bytes)).toBe(true);
      expect((await filesAt(place).read(fresh.hash)).equals(fresh.bytes)).toBe(true);
      expect(await findStoredFile(database.db, other.hash)).toBeUndefined();
      expect(
        await (await filesAt(place).places())[place].part({ hash: other.hash, from: 0, length: 1 }),
      ).toBeUndefined();
    });
  });

  it('are not swept while they are brought again, nor while somebody copies them', async () => {
    const [again, copied] = [await kept('folder'), await kept('folder')];
    for (const { hash } of [again, copied]) await aged(hash);
    const client = newClient(database.db);
    await client.connect();
    await holdFiles(askingThrough(client));
    await filesAt('folder').keep(fileOfBytes(again.bytes));
    expect(await sweep()).toBe(0);
    expect((await filesAt('folder').read(copied.hash)).equals(copied.bytes)).toBe(true);
    await client.end();
    await expect.poll(sweep).toBe(1);
    expect((await filesAt('folder').read(again.hash)).equals(again.bytes)).toBe(true);
  });

  it('leave no drafts of a process that is gone', async () => {
    const incoming = join(folder, 'files', await getStoredRoom(database.db), 'incoming');
    await writeFile(join(incoming, 'old'), '');
    await writeFile(join(incoming, 'new'), '');
    await utimes(join(incoming, 'old'), 0, 0);
    await sweep();
    expect(await readdir(incoming)).toEqual(['new']);
    await rm(join(incoming, 'new'));
  });

  it('are moved, each read again before it goes where it was; a second call finds nothing left', async () => {
    const [one, other] = [await named('database'), await named('folder')];
    const { moved, damaged } = await moveFiles(database.db, settingsOf('folder'), () => undefined);
    expect([moved > 0, damaged]).toEqual([true, []]);
    expect((await readFile(await pathOf(one.hash))).equals(one.bytes)).toBe(true);
    expect((await sql`select from stored_part`.execute(database.db)).rows).toEqual([]);
    // Cut off between its two places: it lies in both, and the database says so.
    await sql`update stored_file set also_at = 'database' where hash = ${one.hash}`.execute(database.db);
    await sql`insert into stored_part values (${one.hash}, 0, ${one.bytes})`.execute(database.db);
    expect(await moveFiles(database.db, settingsOf('folder'), () => undefined)).toMatchObject({ moved: 1 });
    expect(await findStoredFile(database.db, one.hash)).toMatchObject({ place: 'folder', alsoAt: null });
    expect((await sql`select from stored_part`.execute(database.db)).rows).toEqual([]);
    for (const { hash, bytes } of [one, other]) expect((await filesAt('database').read(hash)).equals(bytes)).toBe(true);
    expect(await moveFiles(database.db, settingsOf('folder'), () => undefined)).toMatchObject({ moved: 0 });
  });

  it('go to a bucket and come back from it', async () => {
    const file = await named('folder');
    const [there, back] = [settingsOf('s3'), settingsOf('folder')];
    expect(await moveFiles(database.db, there, () => undefined)).toMatchObject({ damaged: [] });
    expect(s3.objects.get(await keyOf(file.hash))?.equals(file.bytes)).toBe(true);
    await expect(readFile(await pathOf(file.hash))).rejects.toMatchObject({ code: 'ENOENT' });
    expect((await filesAt('database').read(file.hash)).equals(file.bytes)).toBe(true);
    expect(await moveFiles(database.db, back, () => undefined)).toMatchObject({ damaged: [] });
    expect(s3.objects.has(await keyOf(file.hash))).toBe(false);
    expect((await readFile(await pathOf(file.hash))).equals(file.bytes)).toBe(true);
  });

  it('whose bucket is away are not lost; what was sent then is whole when it is sent again', async () => {
    const { hash, bytes } = await named('s3');
    const coming = randomBytes(3000);
    s3.state.trouble = 'refuse';
    await expect(filesAt('s3').read(hash)).rejects.toMatchObject({ code: 'filesAway', detail: { place: 's3' } });
    await expect(kept('s3', coming)).rejects.toMatchObject({ code: 'filesAway' });
    await expect(moveFiles(database.db, settingsOf('folder'), () => undefined)).rejects.toMatchObject({
      code: 'filesAway',
    });
    expect(await sampleFiles(database.db, settingsOf('s3'))).toEqual({
      away: 's3',
      reason: 'the storage answers 503 SlowDown',
    });
    s3.state.trouble = undefined;
    expect(s3.objects.has(await keyOf(fileOfBytes(coming).hash))).toBe(false);
    await kept('s3', coming);
    for (const sent of [bytes, coming])
      expect((await filesAt('s3').read(fileOfBytes(sent).hash)).equals(sent)).toBe(true);
    expect(await sampleFiles(database.db, settingsOf('s3'))).toMatchObject({ damaged: [], place: 's3' });
  });

  it('that have no bucket to go to are told what is to be set', async () => {
    const settings: FileSettings = { place: 's3', folder: join(folder, 'files') };
    const refusal = await openStoredFiles(database.db, settings)
      .keep(fileOfBytes(randomBytes(10)))
      .catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      code: 'filesAway',
      cause: { message: expect.stringContaining('--files-bucket') as string },
    });
  });

  it('whose folder is not there are away, not lost; nothing that comes then is half kept', async () => {
    const { hash, bytes } = await named('folder');
    await rename(join(folder, 'files'), join(folder, 'elsewhere'));
    await writeFile(join(folder, 'files'), 'no folder');
    await expect(filesAt('folder').read(hash)).rejects.toMatchObject({ code: 'filesAway' });
    await expect(kept('folder')).rejects.toMatchObject({ code: 'filesAway' });
    expect(await sampleFiles(database.db, settingsOf('folder'))).toMatchObject({ away: 'folder' });
    await rm(join(folder, 'files'));
    await rename(join(folder, 'elsewhere'), join(folder, 'files'));
    expect((await filesAt('folder').read(hash)).equals(bytes)).toBe(true);
    expect(await sampleFiles(database.db, settingsOf('folder'))).toMatchObject({ damaged: [], place: 'folder' });
  });
});
