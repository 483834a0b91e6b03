import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { para, rawDocx } from '../../test/docx-raw.ts';
import { engines } from '../../test/engines.ts';
import { storeDuty, storeProvince } from '../../test/given-duties.ts';
import { storeDocument, storeUser } from '../../test/readings.ts';
import { type Client, type RunningServer, runServer } from '../../test/running-server.ts';
import type { DutyReport } from '../registry/duty-report.ts';
import { type Evidence, evidenceLimits } from '../registry/evidence.ts';
import type { ProgressItem } from '../registry/progress.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const pdf = (words = 'x') => Buffer.from(`%PDF-1.4\n% ${words}\n%%EOF\n`);
const docx = () => Buffer.from(rawDocx({ body: para('Báo cáo kết quả') }));

describe.each(engines)('evidence of a duty, on $name', (engine) => {
  let running: RunningServer;
  let user = '';
  let officer: Client;
  let colleague: Client;
  let stranger: Client;
  beforeAll(async () => {
    running = await runServer(engine);
    user = await storeUser(running.database.db);
    await storeProvince(running.database.db);
    officer = await running.as('officer', 'so-a');
    colleague = await running.as('officer', 'so-a');
    stranger = await running.as('officer', 'so-b');
  });
  afterAll(() => running.stop());

  const give = () => storeDuty(running.database.db, user, { agencyId: 'so-a' });

  function send(
    client: Client,
    duty: string,
    { name, content, progress }: { name: string; content: string | Buffer; progress?: string },
  ) {
    const form = new FormData();
    form.set('file', new File([Uint8Array.from(Buffer.from(content))], name));
    const about = progress === undefined ? '' : `?progress=${progress}`;
    return client.fetch(`/api/duties/${duty}/evidence${about}`, { method: 'POST', body: form });
  }
  async function added(duty: string, name: string, content: string | Buffer, progress?: string): Promise<Evidence> {
    const response = await send(officer, duty, { name, content, ...(progress && { progress }) });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as Evidence;
  }
  async function draftOf(duty: string): Promise<ProgressItem> {
    const fields = { share: 5, result: false, doneText: '', proposal: '', confidence: null, withoutEvidence: '' };
    const saving = { id: randomUUID(), window: randomUUID(), number: 1, version: 0, fields };
    return (await officer.post(`/api/duties/${duty}/progress`, saving)).json() as Promise<ProgressItem>;
  }
  const report = (client: Client, duty: string) => client.get<DutyReport>(`/api/duties/${duty}/report`);
  const codeOf = async (response: Response | Promise<Response>) => {
    const answer = await response;
    return answer.ok ? 'ok' : ((await answer.json()) as { code: string }).code;
  };
  const storedFiles = async (duty: string) =>
    (
      await sql<{ parts: number; bytes: number }>`
      select count(*) as parts, coalesce(sum(length(bytes)), 0) as bytes from stored_part p
      where hash in (select file_hash from evidence where duty_id = ${duty}) group by hash`.execute(running.database.db)
    ).rows;

  it('comes back byte for byte, under its name, to be saved and never shown', async () => {
    const duty = await give();
    const content = Buffer.concat([pdf(), Buffer.alloc(2_500_000, 7), Buffer.from('hết')]);
    const { id, file } = await added(duty, 'Quyết định số 15.pdf', content);
    expect(file).toEqual({ name: 'Quyết định số 15.pdf', kind: 'pdf', size: content.byteLength });
    expect(await storedFiles(duty)).toEqual([{ parts: 3, bytes: content.byteLength }]);
    const answer = await stranger.fetch(`/api/evidence/${id}/file`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="quyet dinh so 15.pdf"; filename*=UTF-8''${encodeURIComponent('Quyết định số 15.pdf')}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
    });
    expect(await codeOf(running.nobody.fetch(`/api/evidence/${id}/file`))).toBe('notSignedIn');
  });

  const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const html = '<!DOCTYPE html><html><body onload="alert(document.cookie)">x</body></html>';
  it.each([
    ['a page', 'bao-cao.html', html, 'fileHoldsMarkup'],
    ['a page named as text', 'bao-cao.txt', html, 'fileHoldsMarkup'],
    ['a page named as a picture', 'anh.png', html, 'fileHoldsMarkup'],
    ['a page in UTF-16', 'bao-cao.txt', Buffer.from(`\uFEFF${html}`, 'utf16le'), 'fileHoldsMarkup'],
    ['a picture with scripts', 'bieu-do.svg', svg, 'fileHoldsMarkup'],
    ['a picture with scripts, named as another', 'bieu-do.png', svg, 'fileHoldsMarkup'],
    ['a page that begins as a picture', 'anh.gif', `GIF89a${html}`, 'fileTypeUnknown'],
    ['a script', 'chay.js', 'fetch("/api/session")', 'fileTypeMismatch'],
    ['a program', 'chay.exe', Buffer.from('MZ\0\0\0\0'), 'fileTypeUnknown'],
    ['a program named as a document', 'bao-cao.pdf', Buffer.from('\x7fELF\0\0'), 'fileTypeUnknown'],
    ['a program whose name is turned round', 'bao-cao\u202Efdp.exe', pdf(), 'fileTypeMismatch'],
    ['a document named as a page', 'bao-cao.pdf.html', pdf(), 'fileTypeMismatch'],
    ['an archive', 'tat-ca.zip', Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1'), 'fileTypeUnknown'],
    ['nothing', 'rong.pdf', '', 'fileEmpty'],
  ])('is refused where it is %s', async (_, name, content, code) => {
    const duty = await give();
    expect(await codeOf(send(officer, duty, { name, content }))).toBe(code);
    expect(await storedFiles(duty)).toEqual([]);
  });

  it.each([
    ['../../../etc/cron.d/tiendo.pdf', 'tiendo.pdf'],
    ['..\\..\\web\\dist\\index.pdf', 'index.pdf'],
    ['/etc/passwd', 'passwd.pdf'],
    ['%2e%2e%2fx.pdf', '%2e%2e%2fx.pdf'],
    ['a\u202Exls.pdf', 'axls.pdf'],
    ['a"; filename="b.html.pdf', 'a%22; filename=%22b.html.pdf'],
    ['....pdf', 'pdf.pdf'],
  ])('named %j does no harm with its name', async (given, kept) => {
    const { id, file } = await added(await give(), given, pdf(given));
    expect(file?.name).toBe(kept);
    const disposition = (await officer.fetch(`/api/evidence/${id}/file`)).headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^attachment; filename="[^"/\\]+"; filename\*=UTF-8''[^;"]+$/);
  });

  it('is known by its content: pictures, Word files and text come in, under a name that agrees', async () => {
    const duty = await give();
    const kinds = [
      await added(duty, 'ảnh hiện trường.PNG', png),
      await added(duty, 'báo cáo.docx', docx()),
      await added(duty, 'số liệu.csv', 'xã;số hộ\nA;5 < 7\n'),
    ];
    expect(kinds.map(({ file }) => file?.kind)).toEqual(['png', 'docx', 'text']);
    const answer = await officer.fetch(`/api/evidence/${kinds[2]?.id}/file`);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  });

  it('is not larger than is allowed', async () => {
    const large = Buffer.concat([pdf(), Buffer.alloc(5_000_001)]);
    expect(await codeOf(send(officer, await give(), { name: 'to.pdf', content: large }))).toBe('fileTooLarge');
  });

  it('is kept once for a duty, and is there once where it is sent twice', async () => {
    const duty = await give();
    const draft = await draftOf(duty);
    const first = await added(duty, 'a.pdf', pdf());
    expect((await added(duty, 'a.pdf', pdf())).id).toBe(first.id);
    const other = await added(duty, 'a.pdf', pdf(), draft.id);
    expect(other.id).not.toBe(first.id);
    expect(await storedFiles(duty)).toHaveLength(1);
    expect(await codeOf(officer.fetch(`/api/evidence/${other.id}`, { method: 'DELETE' }))).toBe('ok');
    expect(await storedFiles(duty)).toHaveLength(1);
  });

  it('of a draft is the author’s own until it is sent', async () => {
    const duty = await give();
    const draft = await draftOf(duty);
    const { id } = await added(duty, 'nhap.pdf', pdf(), draft.id);
    expect(await codeOf(stranger.fetch(`/api/evidence/${id}/file`))).toBe('notFound');
    expect((await report(stranger, duty)).evidence).toEqual([]);
    expect((await report(colleague, duty)).evidence).toMatchObject([{ id, mayRemove: false }]);
    expect(await codeOf(send(colleague, duty, { name: 'a.pdf', content: pdf('khác'), progress: draft.id }))).toBe(
      'notFound',
    );
    expect(await codeOf(send(stranger, duty, { name: 'a.pdf', content: pdf('khác') }))).toBe('notAllowed');
    expect(await codeOf(colleague.fetch(`/api/evidence/${id}`, { method: 'DELETE' }))).toBe('notPossibleNow');
    await officer.post(`/api/progress/${draft.id}`, { verb: 'drop', version: 1 });
    expect(await storedFiles(duty)).toEqual([]);
  });

  it('stays as it was sent', async () => {
    const duty = await give();
    const draft = await draftOf(duty);
    const { id } = await added(duty, 'ket-qua.pdf', pdf(), draft.id);
    await officer.post(`/api/progress/${draft.id}`, { verb: 'submit', version: 1 });
    const head = await running.as('head', 'so-a');
    await head.post(`/api/progress/${draft.id}`, { verb: 'approve', version: 2 });
    expect((await report(stranger, duty)).evidence).toMatchObject([{ id, mayRemove: false }]);
    expect(await codeOf(officer.fetch(`/api/evidence/${id}`, { method: 'DELETE' }))).toBe('notPossibleNow');
    expect(await codeOf(send(officer, duty, { name: 'a.pdf', content: pdf('sau'), progress: draft.id }))).toBe(
      'notPossibleNow',
    );
  });

  it('is as many pieces as are allowed', async () => {
    const duty = await give();
    const draft = await draftOf(duty);
    const product = (at: number) => ({ id: randomUUID(), progressId: draft.id, number: `${at}/QĐ-UBND`, date: null });
    for (let at = 0; at < evidenceLimits.ofProgress; at++)
      expect((await officer.post(`/api/duties/${duty}/products`, product(at))).status).toBe(200);
    expect(await codeOf(officer.post(`/api/duties/${duty}/products`, product(99)))).toBe('tooMuchEvidence');
  });

  it('may be a document, linked to the register where that holds it', async () => {
    const duty = await give();
    const documentId = await storeDocument(running.database.db, user, {
      header: { number: '777/QĐ-UBND', issuedOn: '2026-02-03' },
    });
    await sql`update document set state = 'issued' where id = ${documentId}`.execute(running.database.db);
    const add = (number: string, date: string | null) =>
      officer.post(`/api/duties/${duty}/products`, { id: randomUUID(), progressId: null, number, date });
    for (const [number, date] of [
      ['777/QĐ-UBND', '2026-02-03'],
      ['777/QĐ-UBND', '2026-02-04'],
      ['778/QĐ-UBND', null],
    ] as const)
      expect((await add(number, date)).status).toBe(200);
    const { evidence } = await report(stranger, duty);
    expect(evidence.map(({ product }) => [product?.number, product?.documentId]).toSorted()).toEqual(
      [
        ['777/QĐ-UBND', documentId],
        ['777/QĐ-UBND', null],
        ['778/QĐ-UBND', null],
      ].toSorted(),
    );
  });
});
