import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../test/condition.ts';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { readEvents } from '../../test/event-reader.ts';
import { startServe } from '../../test/killable-server.ts';
import { type MailBox, startMailServer } from '../../test/mail-server.ts';
import { planText } from '../../test/plan-text.ts';
import { Client, givePost, officerAccount, putTestAgency } from '../../test/running-server.ts';
import { begun, part, received } from '../../test/uploading.ts';
import type { ImportRecord } from '../registry/import.ts';
import { queueMail } from '../services/queue-mail.ts';
import { createUser } from '../services/sign-in.ts';
import { putAgency } from '../store/agencies.ts';
import { findSetting } from '../store/settings.ts';

/** Two real servers over one database, as behind a balancer that sends each request to any of them. */
describe.each(engines)('two servers of one database, on $name', (engine) => {
  let database: FreshDatabase;
  let folder: string;
  let mail: MailBox;
  let first: Client;
  let second: Client;
  let options: string[] = [];
  const running: ChildProcess[] = [];
  const stop = async (child: ChildProcess | undefined) => {
    if (!child || child.exitCode !== null) return child?.exitCode;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    return (await ended)[0] as number;
  };
  beforeAll(async () => {
    [database, folder, mail] = await Promise.all([
      freshDatabase(engine),
      mkdtemp(join(tmpdir(), 'tiendo-')),
      startMailServer(),
    ]);
    await putTestAgency(database.db);
    await putAgency(database.db, {
      ...{
        id: 'so-thu',
        kind: 'department',
        profile: null,
        tier: 'province',
        placeId: null,
        parentId: null,
        symbol: null,
      },
      ...{ exchangeCode: null, contact: null, validFrom: null, validUntil: null, source: 'thử', version: 1 },
      names: [{ kind: 'official', name: 'Sở Thử', validFrom: null, validUntil: null }],
    });
    const { id } = await createUser(database.db, officerAccount);
    for (const role of ['coordinator', 'administrator'] as const) await givePost(database.db, id, role);
    options = ['--data', folder, '--database-url', database.url, '--demo', 'off', '--smtp-url', mail.url];
    options.push('--second-factor-for', 'nobody');
    // In the same moment: migrations and seeds are put in once.
    const servers = await Promise.all([1, 2].map(() => startServe(options)));
    running.push(...servers.map(({ child }) => child));
    [first, second] = servers.map(({ url }) => new Client(url)) as [Client, Client];
    await first.signIn(officerAccount);
    second.cookie = first.cookie;
  });
  afterAll(async () => {
    await Promise.all(running.map(stop));
    await Promise.all([database.drop(), mail.close(), rm(folder, { recursive: true, force: true })]);
  });

  it('have their seeds once, and a session opened on one is good on the other until it is ended there', async () => {
    expect(await findSetting(database.db, 'agencySeed')).toBeTypeOf('string');
    const other = new Client(second.url);
    await other.signIn(officerAccount);
    const there = new Client(first.url);
    there.cookie = other.cookie;
    expect((await there.fetch('/api/account')).status).toBe(200);
    expect((await there.fetch('/api/session', { method: 'DELETE' })).ok).toBe(true);
    expect((await other.fetch('/api/account')).status).toBe(401);
  });

  it('tell pages of the other at once what was approved on one, and answer alike', async () => {
    const events = await readEvents(`${second.url}/api/notices/events`, second.cookie ?? '');
    const figures = [{ agency: 'Sở Thử', indicator: 'grdp-growth', period: '2026-M01', value: 8.5 }];
    const stored = await first.post('/api/figure-batches', { figures });
    expect(await stored.json()).toMatchObject({ stored: 1 });
    expect((await events.next()).name).toBe('figures');
    events.leave();
    await events.ended;
  });

  it('leave to each its own imports, and cancel those of the other', async () => {
    const rest = Promise.withResolvers<void>();
    const body = new ReadableStream<Uint8Array>({
      start: async (stream) => {
        const part =
          'content-disposition: form-data; name="file"; filename="dài.txt"\r\ncontent-type: text/plain\r\n\r\n';
        stream.enqueue(Buffer.from(`--ranh\r\n${part}${'Kế hoạch năm 2026. '.repeat(5000)}`));
        await rest.promise;
        stream.enqueue(Buffer.from('\r\n--ranh--\r\n'));
        stream.close();
      },
    });
    const headers = { 'content-type': 'multipart/form-data; boundary=ranh' };
    const uploading = first.fetch('/api/imports', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
    const mine = async () => (await second.get<{ imports: ImportRecord[] }>('/api/imports')).imports[0];
    const begun = await until('the import to be seen on the other', mine);
    expect(begun.state).toBe('running');
    expect((await second.fetch(`/api/imports/${begun.id}`, { method: 'DELETE' })).ok).toBe(true);
    rest.resolve();
    expect((await (await uploading).json()) as object).toMatchObject({ code: 'importCancelled' });
    expect(await database.db.selectFrom('document').select('id').execute()).toEqual([]);
  });

  it('take a file of which each got a part, and what one said to have is there when it is killed', async () => {
    const third = await startServe(options);
    const dying = new Client(third.url);
    dying.cookie = first.cookie;
    const content = Buffer.from(planText('91').padEnd(3_000_000));
    const { id } = await begun(dying, 'Kế hoạch.txt', content.byteLength);
    expect((await part(dying, id, 0, content.subarray(0, 1_200_000))).status).toBe(204);
    const cutOff = part(dying, id, 1_200_000, content.subarray(1_200_000)).catch(() => undefined);
    const ended = once(third.child, 'exit');
    third.child.kill('SIGKILL');
    await Promise.all([ended, cutOff]);
    const kept = await until('the other to answer', () => received(second, id));
    expect(kept).toBeGreaterThanOrEqual(1_200_000);
    if (kept < content.byteLength) expect((await part(second, id, kept, content.subarray(kept))).status).toBe(204);
    expect(await received(first, id)).toBe(content.byteLength);
    const { id: importId } = (await (await first.post('/api/imports', { upload: id })).json()) as ImportRecord;
    const documentId = await until('the document', async () => {
      const { imports } = await second.get<{ imports: ImportRecord[] }>('/api/imports');
      return imports.find((one) => one.id === importId)?.documentId ?? undefined;
    });
    const file = await second.fetch(`/api/documents/${documentId}/file`);
    expect(Buffer.from(await file.arrayBuffer()).equals(content)).toBe(true);
  });

  it('do each job once, and lose nothing where one of them is stopped in the middle', async () => {
    const letters = Array.from({ length: 60 }, (_, n) => `nguoi-${n}@thu.vn`);
    await database.db.transaction().execute(async (trx) => {
      for (const to of letters) await queueMail(trx, { to, subject: 'Thử', text: 'Thư thử' });
    });
    await until('the first letters', () => mail.received.length > 3 || undefined);
    expect(await stop(running[1])).toBe(0);
    await until('the last letter', () => mail.received.length >= letters.length || undefined);
    expect(await stop(running[0])).toBe(0);
    expect(mail.received.flatMap(({ to }) => to).sort()).toEqual(letters.toSorted());
  });
});
