import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { para, rawDocx } from '../../test/docx-raw.ts';
import { engines } from '../../test/engines.ts';
import { planText } from '../../test/plan-text.ts';
import { type RunningServer, runServer } from '../../test/running-server.ts';
import { writeEnvelope } from '../files/edxml/write-envelope.ts';
import type { ImportRecord } from '../registry/import.ts';
import type { WholeDocument } from '../services/documents.ts';
import { refusalSentence } from '../values/refusal-words.ts';

describe.each(engines)('a file on its way in, on $name', (engine) => {
  let running: RunningServer;
  beforeAll(async () => {
    running = await runServer(engine);
  });
  afterAll(() => running.stop());

  const imports = async (client = running.officer) =>
    (await client.get<{ imports: ImportRecord[] }>('/api/imports')).imports;
  const documentCount = async () =>
    (await running.officer.get<{ documents: unknown[] }>('/api/documents')).documents.length;

  it('becomes a document with everything that was read in it, and the unchanged file', async () => {
    const text = planText('15');
    const response = await running.officer.upload('Nghị quyết số 15.txt', text);
    expect(response.status).toBe(201);
    const record = (await response.json()) as ImportRecord;
    expect(record).toMatchObject({
      state: 'done',
      stage: 'storing',
      fileName: 'Nghị quyết số 15.txt',
      fileSize: Buffer.byteLength(text),
    });
    const document = await running.officer.get<WholeDocument>(`/api/documents/${record.documentId}`);
    expect(document).toMatchObject({
      targetCount: 4,
      receivedBy: 'Cán bộ Thử',
      format: 'txt',
      header: { number: '15/NQ-HĐND' },
    });
    expect(document.targets.map(({ span }) => document.text.slice(span.start, span.end))[0]).toContain('GRDP');
    expect([document.targets.length, document.tasks.length, document.notes.length]).toEqual([
      document.targetCount,
      document.taskCount,
      document.noteCount,
    ]);
    const file = await running.officer.fetch(`/api/documents/${record.documentId}/file`);
    expect(await file.text()).toBe(text);
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename="nghi quyet so 15.txt"; filename*=UTF-8''${encodeURIComponent('Nghị quyết số 15.txt')}`,
    );
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('of Word opens the same way, and comes back byte for byte', async () => {
    const bytes = rawDocx({
      body: planText('16')
        .split('\n')
        .map((line) => para(line))
        .join(''),
    });
    const record = await running.officer.uploaded('kế hoạch.docx', bytes);
    const document = await running.officer.get<WholeDocument>(`/api/documents/${record.documentId}`);
    expect(document).toMatchObject({
      format: 'docx',
      header: { number: '16/NQ-HĐND' },
      fileHash: createHash('sha256').update(bytes).digest('hex'),
    });
    const file = await running.officer.fetch(`/api/documents/${record.documentId}/file`);
    expect(Buffer.from(await file.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
  });

  it('comes in an envelope of the document axis, too: its document is read, and held against what the envelope says', async () => {
    const text = planText('81');
    const header = {
      ...{ documentId: null, place: null, typeName: null, subject: null, signer: null, dueOn: null },
      ...{ from: { id: '000.00.00.H61', name: 'HĐND tỉnh khác' }, to: [{ id: '000.00.04.H61', name: 'Sở Tài chính' }] },
      ...{ number: '19/NQ-HĐND', issuedOn: '2020-01-02' },
    };
    const file = (name: string, content: string) => ({
      ...{ name, mediaType: 'text/plain', description: '', bytes: Buffer.from(content) },
    });
    const [plan, more] = [file('Nghị quyết 81.txt', text), file('Phụ lục.zip', 'PK')];
    const appendix = file('Biểu mẫu.txt', 'Biểu 01: tình hình thực hiện');
    const envelope = (stamp: string, ...further: (typeof plan)[]) =>
      writeEnvelope({ header, files: [plan, more, appendix, ...further] }, stamp);
    const record = await running.officer.uploaded('nhan-ve.edxml', envelope('2020/01/02 08:00:00'));
    const document = await running.officer.get<WholeDocument>(`/api/documents/${record.documentId}`);
    expect(document).toMatchObject({ fileName: 'Nghị quyết 81.txt', format: 'txt', header: { number: '81/NQ-HĐND' } });
    expect(document.envelopes).toMatchObject([
      {
        ...{ fileName: 'nhan-ve.edxml', header },
        parts: [
          { name: 'Nghị quyết 81.txt', kept: true },
          { name: 'Phụ lục.zip', size: 2, kept: false },
          { name: 'Biểu mẫu.txt', kept: true },
        ],
      },
    ]);
    const said = document.notes.filter(({ code }) => code.startsWith('envelope'));
    expect(said.map(({ code, detail, suggestion }) => [code, detail, suggestion])).toEqual([
      ['envelopeNumberDiffers', '81/NQ-HĐND', '19/NQ-HĐND'],
      ['envelopeDayDiffers', expect.any(String), '02/01/2020'],
      ['envelopeIssuerDiffers', expect.any(String), 'HĐND tỉnh khác'],
      ['envelopeHoldsMore', 'Phụ lục.zip; Biểu mẫu.txt', null],
    ]);
    const own = await running.officer.fetch(`/api/documents/${record.documentId}/file`);
    expect(await own.text()).toBe(text);
    const address = `/api/documents/${record.documentId}/envelopes/${document.envelopes[0]?.id}`;
    const beside = async (position: number) => running.officer.fetch(`${address}/files/${position}`);
    expect(await (await beside(2)).text()).toBe('Biểu 01: tình hình thực hiện');
    expect((await beside(2)).headers.get('content-disposition')).toMatch(/^attachment/);
    expect([(await beside(1)).status, (await beside(3)).status]).toEqual([404, 404]);
    // Its sender is told how far it is; who refuses it must say why.
    const answer = await running.officer.fetch(`${address}/answer?status=03`);
    expect(await answer.text()).toMatch(
      /<edXML:CodeNumber>19<.*<edXML:From><edXML:OrganId>000\.00\.04\.H61<.*<edXML:StatusCode>03<.*Đã tiếp nhận</s,
    );
    expect((await running.officer.fetch(`${address}/answer?status=02`)).status).toBe(400);
    expect((await running.officer.fetch(`${address}/answer?status=13`)).status).toBe(400);
    const secret = file('kèm.txt', 'BỘ QUỐC PHÒNG\nTUYỆT MẬT\n\nBÁO CÁO\n');
    const marked = await running.officer.upload('mat.edxml', envelope('2020/01/04 08:00:00', secret));
    expect([marked.status, (await marked.json()).code]).toEqual([422, 'fileSecret']);
    // The same envelope, the same document in another one, and the document alone are all this document.
    for (const again of [
      await running.officer.uploaded('a.edxml', envelope('2020/01/02 08:00:00')),
      await running.officer.uploaded('b.edxml', envelope('2020/01/03 08:00:00')),
      await running.officer.uploaded('c.txt', text),
    ])
      expect(again).toMatchObject({ state: 'alreadyThere', documentId: record.documentId });
    const { envelopes } = await running.officer.get<WholeDocument>(`/api/documents/${record.documentId}`);
    expect(envelopes.map(({ fileName }) => fileName)).toEqual(['b.edxml', 'nhan-ve.edxml']);
    const refused = await running.officer.upload('hong.edxml', '<!DOCTYPE a [<!ENTITY b "c">]><edXML>&b;</edXML>');
    expect([refused.status, (await refused.json()).code]).toEqual([422, 'fileHasEntities']);
  });

  it('that is a document already opens that one, whatever its name', async () => {
    const first = await running.officer.uploaded('a.txt', planText('17'));
    const before = await documentCount();
    const response = await running.officer.upload('tên khác.txt', planText('17'));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ state: 'alreadyThere', documentId: first.documentId });
    expect(await documentCount()).toBe(before);
  });

  it('sent twice in the same moment becomes one document', async () => {
    const before = await documentCount();
    const records = await Promise.all([1, 2, 3, 4].map(() => running.officer.uploaded('b.txt', planText('18'))));
    expect(new Set(records.map(({ documentId }) => documentId)).size).toBe(1);
    expect(records.filter(({ state }) => state === 'done')).toHaveLength(1);
    expect(await documentCount()).toBe(before + 1);
  });

  it('keeps a name without folders', async () => {
    const record = await running.officer.uploaded('../../etc/kế hoạch.txt', planText('19'));
    expect(record.fileName).toBe('kế hoạch.txt');
  });

  it('leaves a line that outlives a reload of the page, for its sender only, until it is dismissed', async () => {
    const other = await running.as('coordinator');
    const refused = await running.officer.upload('trống.txt', '');
    expect(refused.status).toBe(422);
    const [line] = await imports();
    expect(line).toMatchObject({
      fileName: 'trống.txt',
      state: 'refused',
      refusal: { code: 'fileEmpty', detail: { name: 'trống.txt' } },
    });
    expect(await imports(other)).toEqual([]);
    expect((await other.fetch(`/api/imports/${line?.id}`, { method: 'DELETE' })).status).toBe(404);
    expect((await running.officer.fetch(`/api/imports/${line?.id}`, { method: 'DELETE' })).status).toBe(200);
    expect((await imports()).some(({ id }) => id === line?.id)).toBe(false);
  });

  it('shows that it is being received, can be cancelled then, and leaves nothing', async () => {
    const before = await documentCount();
    const upload = slowUpload(running, 'chậm.txt', planText('20'));
    const line = await until(async () => (await imports()).find(({ fileName }) => fileName === 'chậm.txt'));
    expect(line).toMatchObject({ stage: 'receiving', state: 'running' });
    expect((await running.officer.fetch(`/api/imports/${line.id}`, { method: 'DELETE' })).status).toBe(200);
    upload.goOn();
    expect(await upload.status).toBe(409);
    expect((await imports()).some(({ id }) => id === line.id)).toBe(false);
    expect(await documentCount()).toBe(before);
  });

  it('whose sender goes away is not kept, and can be sent again', async () => {
    const upload = slowUpload(running, 'đứt.txt', planText('21'));
    await until(async () => (await imports()).find(({ fileName }) => fileName === 'đứt.txt'));
    upload.breakOff();
    const line = await until(async () =>
      (await imports()).find(({ fileName, state }) => fileName === 'đứt.txt' && state === 'refused'),
    );
    expect(line.refusal?.code).toBe('importInterrupted');
    expect((await running.officer.uploaded('đứt.txt', planText('21'))).state).toBe('done');
  });
});

describe.each(engines)('a file marked as a state secret, on $name', (engine) => {
  let running: RunningServer;
  beforeAll(async () => {
    running = await runServer(engine);
  });
  afterAll(() => running.stop());

  const name = 'Phương án phòng thủ.txt';
  const marked = (mark: string) => planText('23').replace('Số: ', `${mark}\nSố: `);
  const everything = async () => {
    const { rows: tables } = await sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = 'public'`.execute(running.database.db);
    const kept: string[] = [];
    for (const { name } of tables) {
      const { rows } = await sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.table(name)} t`.execute(
        running.database.db,
      );
      kept.push(...rows.map(({ row }) => `${name} ${row}`));
    }
    return kept.join('\n');
  };

  it.each([
    ['MẬT', 'Mật'],
    ['TỐI MẬT', 'Tối mật'],
    ['Mức độ mật: Tuyệt mật', 'Tuyệt mật'],
  ])('%s is refused in plain words, and nothing of it is kept', async (mark, said) => {
    const text = marked(mark);
    expect(text).toContain(mark);
    const response = await running.officer.upload(name, text);
    const answer = (await response.json()) as { code: string; message: string };
    expect([response.status, answer.code]).toEqual([422, 'fileSecret']);
    expect(
      refusalSentence('fileSecret', (answer as unknown as { facts?: Record<string, string> }).facts ?? {}, 'vi'),
    ).toContain(`dấu độ mật ${said}`);
    const kept = await everything();
    expect(kept).toContain('fileSecret');
    for (const words of ['Phương án', 'phuong an', '23/NQ', 'GRDP', createHash('sha256').update(text).digest('hex')])
      expect(kept).not.toContain(words);
  });

  it('is a line that says so to its sender, without its name', async () => {
    await running.officer.upload(name, marked('MẬT'));
    const { imports } = await running.officer.get<{ imports: ImportRecord[] }>('/api/imports');
    expect(imports[0]).toMatchObject({ fileName: '….txt', state: 'refused', documentId: null });
    expect((await running.officer.get<{ documents: unknown[] }>('/api/documents')).documents).toEqual([]);
  });

  it('is taken where the installation says so, with its mark', async () => {
    const allowed = await runServer(engine, { secrets: true });
    try {
      const { documentId } = await allowed.officer.uploaded(name, marked('TỐI MẬT'));
      const { header } = await allowed.officer.get<WholeDocument>(`/api/documents/${documentId}`);
      expect(header).toMatchObject({ number: '23/NQ-HĐND', secrecy: 'secret' });
      const { documents } = await allowed.officer.get<{ documents: { secrecy: string }[] }>('/api/documents');
      expect(documents.map(({ secrecy }) => secrecy)).toEqual(['secret']);
    } finally {
      await allowed.stop();
    }
  });
});

describe.each(engines.slice(0, 1))('a file that takes long, on $name', (engine) => {
  let running: RunningServer;
  beforeAll(async () => {
    running = await runServer(engine, { patience: 0, maxFileBytes: 50_000_000 });
  });
  afterAll(() => running.stop());

  it('is answered before its end, read beside everything else, watched by stage, and cancelled without a trace', async () => {
    const response = await running.officer.upload('rất dài.txt', planText().repeat(12_000));
    expect(response.status).toBe(202);
    const { id } = (await response.json()) as ImportRecord;
    const line = async () =>
      (await running.officer.get<{ imports: ImportRecord[] }>('/api/imports')).imports.find((one) => one.id === id);
    await until(async () => ((await line())?.stage === 'reading' ? true : undefined));
    expect((await running.officer.fetch('/api/targets')).status).toBe(200);
    expect(await line()).toMatchObject({ state: 'running', stage: 'reading', documentId: null });
    expect((await running.officer.fetch(`/api/imports/${id}`, { method: 'DELETE' })).status).toBe(200);
    expect(await line()).toBeUndefined();
    expect(await running.officer.get('/api/documents')).toEqual({ documents: [] });
  });
});

/** Asks again until there is an answer; the test's own time limit ends it. */
async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await ask();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Sends half of a file and waits. */
function slowUpload(running: RunningServer, name: string, content: string) {
  const start = `--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\n`;
  const half = Math.floor(content.length / 2);
  const headers = {
    'content-type': 'multipart/form-data; boundary=x',
    cookie: running.officer.cookie,
    origin: running.url,
  };
  const sending = request(`${running.url}/api/imports`, { method: 'POST', headers });
  const status = new Promise<number | undefined>((resolve) => {
    sending.on('response', (response) => resolve(response.resume().statusCode)).on('error', () => resolve(undefined));
  });
  sending.write(start + content.slice(0, half));
  return {
    status,
    goOn: () => sending.end(`${content.slice(half)}\r\n--x--\r\n`),
    breakOff: () => sending.destroy(),
  };
}
