import { randomBytes } from 'node:crypto';
import { request as ask } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../test/condition.ts';
import { engines } from '../../test/engines.ts';
import { storeDuty, storeProvince } from '../../test/given-duties.ts';
import { planText } from '../../test/plan-text.ts';
import { storeUser } from '../../test/readings.ts';
import { type Client, type RunningServer, runServer } from '../../test/running-server.ts';
import { begin, begun, part, received, uploaded } from '../../test/uploading.ts';
import type { DutyReport } from '../registry/duty-report.ts';
import type { Evidence } from '../registry/evidence.ts';
import type { ImportRecord } from '../registry/import.ts';
import { uploadLimits } from '../registry/upload.ts';
import { forgetByRule } from '../services/forget-by-rule.ts';

const limit = 5_000_000;

describe.each(engines)('a large file sent in parts, on $name', (engine) => {
  let running: RunningServer;
  let officer: Client;
  let stranger: Client;
  let duty: string;
  let ahead = 0;
  beforeAll(async () => {
    running = await runServer(engine, {
      maxFileBytes: limit,
      clock: { now: () => new Date(Date.now() + ahead) },
    });
    const { db } = running.database;
    await storeProvince(db);
    duty = await storeDuty(db, await storeUser(db), { agencyId: 'so-a' });
    officer = await running.as('officer', 'so-a');
    stranger = await running.as('officer', 'so-a');
  });
  afterAll(() => running.stop());

  const scan = (size: number) => Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(size)]);
  const use = (client: Client, upload: string) => client.post(`/api/duties/${duty}/evidence`, { upload });
  const codeOf = async (answer: Response): Promise<string> => ((await answer.json()) as { code: string }).code;
  const shown = async () => (await officer.get<DutyReport>(`/api/duties/${duty}/report`)).evidence.length;
  const kept = async () => {
    const rows = await running.database.db.selectFrom('upload_part').select('upload_id').execute();
    return new Set(rows.map(({ upload_id }) => upload_id));
  };
  /** Says it is the whole, and stops in the middle. */
  const cutOff = (client: Client, id: string, at: number, bytes: Buffer, after: number) =>
    new Promise<void>((resolve) => {
      const headers = {
        ...{ cookie: client.cookie ?? '', origin: running.url, 'content-length': bytes.byteLength },
        ...{ 'content-type': 'application/offset+octet-stream', 'upload-offset': at, 'tus-resumable': '1.0.0' },
      };
      const sending = ask(`${running.url}/api/uploads/${id}`, { method: 'PATCH', headers });
      sending.on('error', () => resolve());
      sending.on('close', () => resolve());
      sending.write(bytes.subarray(0, after), () => setImmediate(() => sending.destroy()));
    });

  it('is nowhere to be seen until it is whole and used, and then is what was sent, byte for byte', async () => {
    const content = scan(2_700_000);
    const before = await shown();
    const { id, expiresAt } = await begun(officer, 'Biên bản.pdf', content.byteLength);
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(23 * 3_600_000);
    expect((await part(officer, id, 0, content.subarray(0, 1_500_000))).headers.get('upload-offset')).toBe('1500000');
    expect(await codeOf(await use(officer, id))).toBe('uploadUnfinished');
    expect(await shown()).toBe(before);
    expect((await part(officer, id, 1_500_000, content.subarray(1_500_000))).status).toBe(204);
    expect(await shown()).toBe(before);
    const { id: evidence, file } = (await (await use(officer, id)).json()) as Evidence;
    expect(file).toEqual({ name: 'Biên bản.pdf', kind: 'pdf', size: content.byteLength });
    const back = await officer.fetch(`/api/evidence/${evidence}/file`);
    expect(Buffer.from(await back.arrayBuffer()).equals(content)).toBe(true);
    // Whoever got no answer uses it again.
    expect(((await (await use(officer, id)).json()) as Evidence).id).toBe(evidence);
    expect(await shown()).toBe(before + 1);
    expect((await officer.fetch(`/api/uploads/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await codeOf(await use(officer, id))).toBe('uploadGone');
    expect((await kept()).has(id)).toBe(false);
  });

  it('goes on where the line broke: what had arrived is kept', async () => {
    const content = scan(3_000_000);
    const { id } = await begun(officer, 'Bản quét.pdf', content.byteLength);
    await cutOff(officer, id, 0, content, 2_000_000);
    const arrived = await until('what arrived', async () => (await received(officer, id)) || undefined);
    expect(arrived).toBeLessThanOrEqual(2_000_000);
    await until('the rest', async () => {
      const at = (await received(officer, id)) ?? 0;
      return (await part(officer, id, at, content.subarray(at))).status === 204 || undefined;
    });
    const { id: evidence } = (await (await use(officer, id)).json()) as Evidence;
    const back = await officer.fetch(`/api/evidence/${evidence}/file`);
    expect(Buffer.from(await back.arrayBuffer()).equals(content)).toBe(true);
  });

  it('is whole once, where the same part comes twice at once', async () => {
    const content = scan(1_500_000);
    const { id } = await begun(officer, 'Hai lần.pdf', content.byteLength);
    const answers = await Promise.all([1, 2, 3].map(() => part(officer, id, 0, content)));
    const refused = await Promise.all(answers.filter(({ status }) => status !== 204).map(codeOf));
    expect(new Set(refused)).toEqual(new Set(['uploadElsewhere']));
    const at = (await received(officer, id)) ?? 0;
    if (at < content.byteLength) expect((await part(officer, id, at, content.subarray(at))).status).toBe(204);
    const { id: evidence } = (await (await use(officer, id)).json()) as Evidence;
    const back = await officer.fetch(`/api/evidence/${evidence}/file`);
    expect(Buffer.from(await back.arrayBuffer()).equals(content)).toBe(true);
  });

  it('is refused where a part does not follow, is too long, or the file is too large', async () => {
    const { id } = await begun(officer, 'a.pdf', 100);
    const elsewhere = await part(officer, id, 50, Buffer.alloc(10));
    expect([elsewhere.status, await elsewhere.json()]).toMatchObject([
      409,
      { code: 'uploadElsewhere', facts: { received: 0 } },
    ]);
    expect((await part(officer, id, 0, Buffer.alloc(101))).status).toBe(400);
    expect(await received(officer, id)).toBe(0);
    const large = await begin(officer, 'b.pdf', limit + 1);
    expect([large.status, await codeOf(large)]).toEqual([413, 'fileTooLarge']);
    const headers = { 'upload-length': '1', 'tus-resumable': '0.2.2' };
    const older = await officer.fetch('/api/uploads', { method: 'POST', headers });
    expect([older.status, older.headers.get('tus-version')]).toEqual([412, '1.0.0']);
    const spoken = await officer.fetch('/api/uploads', { method: 'OPTIONS' });
    expect([
      spoken.status,
      ...['version', 'extension', 'max-size'].map((one) => spoken.headers.get(`tus-${one}`)),
    ]).toEqual([204, '1.0.0', 'creation,expiration,termination', String(limit)]);
  });

  it('is its sender’s alone: nobody else learns of it, adds to it, uses or ends it', async () => {
    const content = scan(1000);
    const id = await uploaded(officer, 'Riêng.pdf', content);
    for (const [client, code] of [
      [stranger, 'uploadGone'],
      [running.nobody, 'notSignedIn'],
    ] as const) {
      expect(await received(client, id)).toBeUndefined();
      expect(await codeOf(await part(client, id, 0, content))).toBe(code);
      expect(await codeOf(await use(client, id))).toBe(code);
      expect(await codeOf(await client.fetch(`/api/uploads/${id}`, { method: 'DELETE' }))).toBe(code);
    }
    expect(await received(officer, id)).toBe(content.byteLength);
  });

  it('may be sent by a program whose key opens an endpoint that takes files, and by no other', async () => {
    const beginWith = async (scopes: string[]) => {
      const made = await officer.post('/api/account/keys', { name: 'Phần mềm', scopes, days: 1 });
      const { key } = (await made.json()) as { key: string };
      const headers = { authorization: `Bearer ${key}`, 'upload-length': '10' };
      return (await fetch(`${running.url}/api/uploads`, { method: 'POST', headers })).status;
    };
    expect([await beginWith(['work']), await beginWith([])]).toEqual([201, 403]);
  });

  it('becomes a document as one sent whole does, and the same one when it comes again', async () => {
    const id = await uploaded(running.officer, 'Nghị quyết.txt', Buffer.from(planText('77')));
    const first = await running.officer.post('/api/imports', { upload: id });
    const again = await running.officer.post('/api/imports', { upload: id });
    expect([first.status, again.status]).toEqual([201, 200]);
    const { documentId } = (await first.json()) as ImportRecord;
    expect(documentId).toEqual(expect.any(String));
    expect(await again.json()).toMatchObject({ documentId });
  });

  it('leaves nothing where it turns out to bear a mark of state secrecy', async () => {
    const id = await uploaded(running.officer, 'Mật.txt', Buffer.from(`TUYỆT MẬT\n${planText('78')}`));
    expect(await codeOf(await running.officer.post('/api/imports', { upload: id }))).toBe('fileSecret');
    expect([await received(running.officer, id), (await kept()).has(id)]).toEqual([undefined, false]);
  });

  it('is forgotten a day after its last part; until then a person has so many, and no more', async () => {
    const other = await running.as('officer', 'so-a');
    const first = await begun(other, 'a.pdf', 10);
    await part(other, first.id, 0, Buffer.alloc(5));
    for (let at = 1; at < uploadLimits.count; at++) await begun(other, 'a.pdf', 10);
    expect(await codeOf(await begin(other, 'a.pdf', 10))).toBe('uploadsTooMany');
    const third = await running.as('officer', 'so-a');
    for (let at = 0; at < uploadLimits.files; at++) await begun(third, 'a.pdf', limit);
    expect(await codeOf(await begin(third, 'a.pdf', 1))).toBe('uploadsTooMany');
    ahead = (uploadLimits.hours - 1) * 3_600_000;
    await forgetByRule(running.app);
    expect((await kept()).has(first.id)).toBe(true);
    ahead = (uploadLimits.hours + 1) * 3_600_000;
    const later = await running.as('officer', 'so-a');
    later.cookie = other.cookie;
    await forgetByRule(running.app);
    expect((await kept()).has(first.id)).toBe(false);
    ahead = 0;
    expect(await received(other, first.id)).toBeUndefined();
  });
});
