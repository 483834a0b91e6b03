import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  billionLaughs,
  cutDocx,
  docxWithEntity,
  lyingZipBomb,
  oldWordFile,
  passwordProtectedDocx,
  picture,
  spreadsheet,
  zipBomb,
} from '../../test/bad-files.ts';
import { para, rawDocx } from '../../test/docx-raw.ts';
import { engines } from '../../test/engines.ts';
import { planText } from '../../test/plan-text.ts';
import { type RunningServer, runServer } from '../../test/running-server.ts';

const limit = 300_000;

type Answer = { code: string; facts: Record<string, unknown>; message: { vi: string; en: string } };

describe.each(engines)('bad input, on $name', (engine) => {
  let running: RunningServer;
  beforeAll(async () => {
    running = await runServer(engine, { maxFileBytes: limit });
  });
  afterAll(() => running.stop());

  const stored = async () => {
    const tables = ['document', 'document_file', 'document_text', 'target', 'task', 'note', 'finding_agency'] as const;
    const counts = await Promise.all(
      tables.map((table) =>
        running.database.db
          .selectFrom(table)
          .select((eb) => eb.fn.countAll<number>().as('rows'))
          .executeTakeFirstOrThrow(),
      ),
    );
    return counts.reduce((sum, { rows }) => sum + rows, 0);
  };

  const expectRefused = async (response: Response, status: number, code: string) => {
    const answer = (await response.json()) as Answer;
    expect([response.status, answer.code]).toEqual([status, code]);
    expect(answer.message.vi).toMatch(/^\p{Lu}.*\. Hãy .*\.$/su);
    expect(answer.message.en).toMatch(/^\p{Lu}.*\.$/su);
    expect(await stored()).toBe(0);
    expect((await running.nobody.fetch('/api/health')).status).toBe(200);
    return answer;
  };

  const latin = Buffer.concat([Buffer.from('Số: 15/NQ-H'), Buffer.from([0xd0, 0x4e, 0xc7]), Buffer.from(' tỉnh')]);

  it.each<[string, string, () => string | Uint8Array, number, string]>([
    ['an empty file', 'a.docx', () => '', 422, 'fileEmpty'],
    ['a file of white space', 'a.txt', () => ' \r\n\t\n ', 422, 'fileEmpty'],
    ['a file just over the limit', 'a.txt', () => 'a'.repeat(limit + 1), 413, 'fileTooLarge'],
    ['a file far over the limit', 'a.docx', () => new Uint8Array(limit * 40).fill(65), 413, 'fileTooLarge'],
    ['an unknown extension', 'a.xyz', () => planText(), 415, 'fileTypeUnknown'],
    ['no extension', 'ke-hoach', () => planText(), 415, 'fileTypeUnknown'],
    ['a picture renamed to .docx', 'a.docx', picture, 415, 'fileTypeMismatch'],
    ['a spreadsheet renamed to .docx', 'a.docx', spreadsheet, 415, 'fileTypeMismatch'],
    ['an old Word file renamed to .docx', 'a.docx', oldWordFile, 415, 'fileTypeMismatch'],
    ['text renamed to .docx', 'a.docx', () => planText(), 415, 'fileTypeMismatch'],
    ['a .docx renamed to .txt', 'a.txt', () => rawDocx({ body: para('Kế hoạch') }), 415, 'fileTypeMismatch'],
    ['a .docx with a password', 'a.docx', passwordProtectedDocx, 422, 'filePasswordProtected'],
    ['a broken zip', 'a.docx', cutDocx, 422, 'fileBroken'],
    ['a zip bomb', 'a.docx', () => zipBomb(64), 413, 'fileUnpacksTooLarge'],
    ['a zip bomb that lies about its size', 'a.docx', () => lyingZipBomb(64), 413, 'fileUnpacksTooLarge'],
    ['XML with external entities', 'a.docx', docxWithEntity, 422, 'fileHasEntities'],
    ['XML with entities that explode', 'a.docx', billionLaughs, 422, 'fileHasEntities'],
    ['invalid UTF-8', 'a.txt', () => latin, 422, 'fileEncodingInvalid'],
    ['a document with nothing to find', 'a.txt', () => 'Thư mời họp phụ huynh cuối năm học.', 422, 'fileNothingFound'],
  ])(
    '%s is refused with its reason, nothing is stored and the server stays up',
    async (_, name, content, status, code) => {
      const answer = await expectRefused(await running.officer.upload(name, content()), status, code);
      expect(answer.message.vi).toContain(name);
    },
  );

  it('an upload without a file, or of another kind, is refused', async () => {
    const form = new FormData();
    form.set('note', 'không có tệp');
    await expectRefused(
      await running.officer.fetch('/api/imports', { method: 'POST', body: form }),
      400,
      'fileMissing',
    );
    const misnamed = new FormData();
    misnamed.set('tep', new File([planText()], 'a.txt'));
    await expectRefused(
      await running.officer.fetch('/api/imports', { method: 'POST', body: misnamed }),
      400,
      'fileMissing',
    );
    await expectRefused(await running.officer.post('/api/imports', { file: 'a.txt' }), 400, 'fileMissing');
  });

  it('a multipart body that ends too early is refused', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const body = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nSố: 15/NQ';
    const response = await running.officer.fetch('/api/imports', { method: 'POST', body, headers });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(await stored()).toBe(0);
  });

  it.each([
    ['/api/documents/not-an-id', 400, 'invalidInput'],
    ['/api/documents/00000000-0000-4000-8000-000000000000', 404, 'notFound'],
    ['/api/documents/00000000-0000-4000-8000-000000000000/file', 404, 'notFound'],
    ['/api/targets?limit=100000', 400, 'invalidInput'],
    ['/api/targets?year=99999999999', 400, 'invalidInput'],
    ['/api/targets?sort=password', 400, 'invalidInput'],
    ['/api/targets?group=%00', 400, 'invalidInput'],
    ['/api/targets?document=1', 400, 'invalidInput'],
    ['/api/tasks?due=tomorrow', 400, 'invalidInput'],
    ['/api/tasks/export?format=pdf', 400, 'invalidInput'],
    ['/api/nothing-here', 404, 'notFound'],
    ['/%zz', 400, 'invalidInput'],
  ])('GET %s is answered %i %s', async (path, status, code) => {
    const response = await running.officer.fetch(path);
    expect([response.status, ((await response.json()) as Answer).code]).toEqual([status, code]);
  });

  it('a body that is no JSON, or says other things than asked, is refused', async () => {
    const headers = { 'content-type': 'application/json' };
    for (const body of ['{', '[]', '{"email":"x","password":1}', '"'.repeat(3)]) {
      const response = await running.nobody.fetch('/api/session', { method: 'POST', body, headers });
      expect([response.status, ((await response.json()) as Answer).code]).toEqual([400, 'invalidInput']);
    }
  });

  it('text with characters that a database does not keep is taken or refused, but never breaks the server', async () => {
    const response = await running.officer.upload('a.txt', planText().replace('GRDP', 'GR\0DP'));
    expect(response.status).toBeLessThan(500);
    await running.database.db.deleteFrom('document').execute();
  });
});
