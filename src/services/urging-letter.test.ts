import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { storeDatedAgencies } from '../../test/given-work.ts';
import { type RunningServer, runServer, testAgency } from '../../test/running-server.ts';
import { edited } from '../../test/templates.ts';
import type { Templates } from '../api/templates.ts';
import { findLibreOffice } from '../files/doc/libreoffice.ts';
import { readEnvelope } from '../files/edxml/read-envelope.ts';
import { openFile } from '../files/open.ts';
import { defaultLimits } from '../files/open-limits.ts';
import type { Named } from '../registry/named.ts';
import type { NoticeRecord } from '../registry/notice.ts';
import { type TemplateJudged, type TemplateShown, usesOn } from '../registry/template.ts';

describe.each(engines)('the urging letter on $name', (engine) => {
  let running: RunningServer;
  const duties: string[] = [];

  beforeAll(async () => {
    running = await runServer(engine, { clock: { now: () => new Date('2026-04-15T03:00:00Z') } });
    for (const [due, stage] of [
      ['2026-03-31', 'accepted'],
      ['2026-04-01', 'assigned'],
      ['2026-12-31', 'accepted'],
      ['2026-03-01', 'done'],
    ] as const) {
      const id = randomUUID();
      duties.push(id);
      const content = `Xây dựng đề án số ${duties.length}`;
      await running.database.db
        .insertInto('duty')
        .values({ id, root_id: id, agency_id: testAgency, kind: 'assigned', content, first_due: due, due, stage })
        .execute();
    }
  });

  afterAll(() => running.stop());

  it('is a document in due form that names what is overdue and nothing else, and opens again in our own reader', async () => {
    const answer = await running.officer.post('/api/urging-letter', { dutyIds: duties });
    expect(answer.headers.get('content-type')).toContain('wordprocessingml');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const source = openFile(bytes, 'don-doc.docx');
    const { text } = source;
    for (const part of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'CƠ QUAN THỬ',
      'V/v đôn đốc thực hiện 02 nhiệm vụ quá hạn',
      'Kính gửi: Cơ quan thử',
      'trước ngày 22/04/2026',
      './.',
      'Nơi nhận:',
      'Phụ lục',
      'Xây dựng đề án số 1',
      'Xây dựng đề án số 2',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('đề án số 3');
    expect(text).not.toContain('đề án số 4');
    // Letterhead, end and appendix.
    const tables = source.blocks.filter(({ kind }) => kind === 'table');
    expect(tables).toHaveLength(3);
    const story = await running.database.db
      .selectFrom('action')
      .select(['duty_id', 'verb'])
      .where('verb', '=', 'writeUrgingLetter')
      .execute();
    expect(story.map(({ duty_id }) => duty_id).toSorted()).toEqual(duties.slice(0, 2).toSorted());
  });

  it('and urging by hand are for whoever directs the work of the agency, and for nobody beside', async () => {
    await storeDatedAgencies(running.database.db, [{ id: 'so-ben', name: 'Sở bên cạnh' }]);
    const beside = await running.as('leader', 'so-ben');
    const urged = async () =>
      (
        await running.database.db
          .selectFrom('action')
          .select('id')
          .where('verb', 'in', ['urge', 'writeUrgingLetter'])
          .execute()
      ).length;
    const before = await urged();
    expect((await beside.post('/api/urging-letter', { dutyIds: duties })).status).toBe(403);
    expect((await beside.post('/api/duties/urge', { dutyIds: duties, words: '' })).status).toBe(403);
    expect(await urged()).toBe(before);
  });

  it('leaves in an edXML envelope with the same letter in it, addressed to the agency', async () => {
    const answer = await running.officer.post('/api/urging-letter', { dutyIds: duties, format: 'edxml' });
    expect(answer.headers.get('content-disposition')).toContain('.edxml');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const { header, files } = readEnvelope(bytes, () => true, defaultLimits);
    expect(header).toMatchObject({
      from: { name: 'Cơ quan thử' },
      to: [{ name: 'Cơ quan thử' }],
      typeName: 'Công văn',
      number: null,
      issuedOn: null,
    });
    expect(header.subject).toContain('đôn đốc thực hiện 02 nhiệm vụ quá hạn');
    expect(openFile(files[0].bytes, files[0].name).text).toContain('Xây dựng đề án số 2');
  });

  it('leaves as .pdf, too, where LibreOffice is installed', async () => {
    const answer = await running.officer.post('/api/urging-letter', { dutyIds: duties, format: 'pdf' });
    // A machine without it says so.
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (findLibreOffice() === undefined)
      expect([answer.status, bytes.toString()]).toEqual([503, expect.stringContaining('pdfMissing')]);
    else expect([answer.status, bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  });

  it('is refused where nothing is overdue, and to who may not urge', async () => {
    expect((await running.officer.post('/api/urging-letter', { dutyIds: duties.slice(2) })).status).toBe(409);
    const officer = await running.as('officer');
    expect((await officer.post('/api/urging-letter', { dutyIds: duties })).status).toBe(403);
  });

  it('can be preceded by a word in the application', async () => {
    const head = await running.as('head');
    const answer = await running.officer.post('/api/duties/urge', { dutyIds: duties, words: 'Báo cáo trong tuần' });
    expect(await answer.json()).toEqual({ urged: 2 });
    const { notices } = await head.get<{ notices: NoticeRecord[] }>('/api/notices');
    expect(notices.map(({ kind, details }) => [kind, details.words])).toEqual([
      ['urged', 'Báo cáo trong tuần'],
      ['urged', 'Báo cáo trong tuần'],
    ]);
  });

  describe('with a template of the office', () => {
    const word = async (bytes: ArrayBuffer) => openFile(new Uint8Array(bytes), 'don-doc.docx').text;
    const letter = async () =>
      word(await (await running.officer.post('/api/urging-letter', { dutyIds: duties })).arrayBuffer());
    const upload = async (content: Uint8Array, kind = 'urgingLetter') => {
      const body = new FormData();
      body.set('order', JSON.stringify({ kind }));
      body.set('file', new Blob([content as BlobPart]), 'Mẫu đôn đốc.docx');
      const answer = await (await running.as('administrator')).fetch('/api/templates', { method: 'POST', body });
      return { status: answer.status, ...((await answer.json()) as TemplateJudged) };
    };
    const standard = async () => {
      const path = `/api/templates/standard?kind=urgingLetter&agencyId=${testAgency}`;
      return new Uint8Array(await (await (await running.as('administrator')).fetch(path)).arrayBuffer());
    };
    const scope = { issuedBy: 'state', agencyId: testAgency };

    it('is told what is broken in it, with its place, and keeps nothing of that', async () => {
      const broken = edited(await standard(), (xml) => xml.replace('{tra_loi_truoc_ngay}', '{tra_loi_truoc_ngya}'));
      const { kept, faults } = await upload(broken);
      expect(kept).toBeNull();
      expect(faults).toMatchObject([
        { code: 'unknown', found: '{tra_loi_truoc_ngya}', suggestion: '{tra_loi_truoc_ngay}', place: { part: 'body' } },
      ]);
      const administrator = await running.as('administrator');
      expect((await administrator.get<Templates>('/api/templates')).templates).toEqual([]);
    });

    it('follows it from the day it is put into force, and the program’s own form again afterwards', async () => {
      const administrator = await running.as('administrator');
      const own = edited(await standard(), (xml) => xml.replace('Khẩn trương thực hiện', 'Yêu cầu khẩn trương'));
      const { kept, faults } = await upload(own);
      expect(faults).toEqual([]);
      expect(await letter()).not.toContain('Yêu cầu khẩn trương');
      const put = (from: string) => administrator.post(`/api/templates/${kept?.id}/put-in-force`, { ...scope, from });
      expect((await put('2026-04-14')).status).toBe(409);
      expect((await put('2026-04-16')).status).toBe(200);
      expect(await letter()).not.toContain('Yêu cầu khẩn trương');
      expect((await put('2026-04-15')).status).toBe(200);
      const text = await letter();
      expect(text).toContain('1. Yêu cầu khẩn trương, hoàn thành các nhiệm vụ nêu tại Phụ lục');
      expect(text).toContain('Xây dựng đề án số 1');
      expect(text).not.toMatch(/[{}]/);
      const document = `/api/templates/${kept?.id}/document?sample=${testAgency}&format=docx`;
      expect(await word(await (await administrator.fetch(document)).arrayBuffer())).toContain('Yêu cầu khẩn trương');
      const { samples } = await administrator.get<{ samples: Named[] }>('/api/templates/samples?kind=urgingLetter');
      expect(samples).toEqual([{ id: testAgency, name: 'Cơ quan thử (2)' }]);
      const shown = await administrator.get<TemplateShown>(`/api/templates/${kept?.id}/preview?sample=${testAgency}`);
      expect(shown.check.boxes.flatMap((box) => box.faults)).toEqual([]);
      expect(shown.pages.map((page) => page.slice(0, 23))).toEqual(
        findLibreOffice() === undefined ? [] : ['data:image/webp;base64,', 'data:image/webp;base64,'],
      );
      const { uses, inForce } = await administrator.get<Templates>('/api/templates');
      expect(uses.filter(({ id }) => inForce.includes(id)).map(({ from }) => from)).toEqual(['2026-04-15']);
      expect((await administrator.post('/api/templates/end', { kind: 'urgingLetter', ...scope })).status).toBe(200);
      expect(await letter()).not.toContain('Yêu cầu khẩn trương');
      // Neither what held nor what was to hold tomorrow.
      const after = await administrator.get<Templates>('/api/templates');
      expect(usesOn(after.uses, '2026-04-20')).toEqual([]);
      expect((await administrator.post('/api/templates/end', { kind: 'urgingLetter', ...scope })).status).toBe(409);
      const deeds = await running.database.db
        .selectFrom('action')
        .select('verb')
        .where('subject_kind', '=', 'template')
        .orderBy('id')
        .execute();
      expect(deeds.map(({ verb }) => verb)).toEqual([
        'uploadTemplate',
        'putTemplateInForce',
        'putTemplateInForce',
        'endTemplate',
      ]);
    });
  });
});
