import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines, type FreshDatabase, freshDatabase } from '../../../test/engines.ts';
import { settleNextKey, settleSecretKey } from '../../outside/secret-key.ts';
import { beginSecondFactor, findSecondFactor, replaceRecoveryCodes } from '../../store/second-factors.ts';
import { type App, createApp } from '../app.ts';
import { carryOutOnce } from '../once.ts';
import { createUser } from '../sign-in.ts';
import { openSecret, sealSecret as sealWebhook } from '../webhook-secrets.ts';
import { sealSecret, secretOf } from './second-factor.ts';
import { changeSecretKey } from './secret-key.ts';

describe.each(engines.slice(0, 1))("the installation's key", (engine) => {
  let database: FreshDatabase;
  let folder: string;
  let file: string;
  let userId: string;
  const secret = Buffer.from('12345678901234567890');
  const asked = { key: 'mot-lan', what: 'POST /api/duties' };
  const given = JSON.stringify({ key: 'td_bi-mat' });

  const open = async (): Promise<App> =>
    createApp({
      db: database.db,
      maxFileBytes: 1000,
      demo: false,
      secretKey: { key: await settleSecretKey(file), file },
    });
  const use = async <T>(work: (app: App) => Promise<T>): Promise<T> => {
    const app = await open();
    return work(app).finally(() => app.close());
  };
  const change = () => changeSecretKey(database, file);

  beforeEach(async () => {
    database = await freshDatabase(engine);
    folder = await mkdtemp(join(tmpdir(), 'tiendo-key-'));
    file = join(folder, 'secret.key');
    userId = (await createUser(database.db, { name: 'Cán bộ', email: 'can-bo@thu.vn', password: 'mat-khau-thu' })).id;
    await use(async (app) => {
      await beginSecondFactor(app.db, userId, sealSecret(app, secret));
      await replaceRecoveryCodes(app.db, userId, ['a', 'b']);
      const webhook = { id: crypto.randomUUID(), name: 'Nhận', address: 'https://nhan.vn', kinds: [], active: true };
      const row = {
        ...webhook,
        secret: sealWebhook(app.accounts.sealing, 'whsec'),
        created_by: userId,
        created_at: new Date(),
      };
      await app.db.insertInto('webhook').values(row).execute();
      await carryOutOnce(app, { userId, ...asked }, async () => ({ answer: given }));
    });
  });
  afterEach(async () => {
    await database.drop();
    await rm(folder, { recursive: true });
  });

  /** All that was sealed opens with the key that lies in the file. */
  const expectAllOpen = () =>
    use(async (app) => {
      const factor = await findSecondFactor(app.db, userId);
      expect(secretOf(app, factor?.secret ?? '')).toEqual(secret);
      const { secret: sealed } = await app.db.selectFrom('webhook').select('secret').executeTakeFirstOrThrow();
      expect(openSecret(app.accounts.sealing, sealed)).toBe('whsec');
      const again = await carryOutOnce(app, { userId, ...asked }, () => Promise.reject(new Error('carried out twice')));
      expect(again).toBe(given);
    });

  it('is changed: everything is sealed anew, recovery codes end, and it is recorded', async () => {
    const [old, sealed] = [await readFile(file, 'utf8'), await findSecondFactor(database.db, userId)];
    expect(await change()).toEqual({ sealed: 3, withoutCodes: 1 });
    expect(await readFile(file, 'utf8')).not.toBe(old);
    expect((await findSecondFactor(database.db, userId))?.secret).not.toBe(sealed?.secret);
    await expectAllOpen();
    const recorded = await database.db
      .selectFrom('action')
      .select('after')
      .where('verb', '=', 'changeSecretKey')
      .execute();
    expect(recorded).toEqual([{ after: { sealed: 3, withoutCodes: 1 } }]);
    await writeFile(file, old);
    await expect(open()).rejects.toMatchObject({ code: 'secretKeyWrong' });
  });

  it('works on where a change was cut off before the database had the new one, and the change can be made again', async () => {
    const next = (await settleNextKey(file)).toString('base64');
    await expectAllOpen();
    await change();
    expect((await readFile(file, 'utf8')).trim()).toBe(next);
    await expectAllOpen();
  });

  it('works on where a change was cut off after the database had the new one', async () => {
    const old = await readFile(file, 'utf8');
    await change();
    const changed = await readFile(file, 'utf8');
    await writeFile(`${file}.next`, changed);
    await writeFile(file, old);
    await expectAllOpen();
    expect(await readFile(file, 'utf8')).toBe(changed);
    expect(readdirSync(folder)).toEqual(['secret.key']);
  });

  it('is not changed while a server runs', async () => {
    const old = await readFile(file, 'utf8');
    await use(async ({ place }) => {
      await place.number();
      await expect(change()).rejects.toMatchObject({ code: 'serversRunning' });
    });
    expect(await readFile(file, 'utf8')).toBe(old);
    await expectAllOpen();
  });
});

it('what is sealed anywhere is sealed anew when the key changes', () => {
  const services = new URL('..', import.meta.url);
  const sealing = readdirSync(services, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .filter((name) => /(?:sealing|before|after)\.seal\(/.test(readFileSync(new URL(name, services), 'utf8')));
  // The second of them seals a cookie of ten minutes.
  const known = ['second-factor', 'single-sign-on', 'secret-key'].map((name) => `accounts/${name}.ts`);
  expect(sealing.toSorted()).toEqual([...known, 'once.ts', 'webhook-secrets.ts'].toSorted());
});
