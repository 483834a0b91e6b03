import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { type RunningServer, runServer, testAgency } from '../../test/running-server.ts';
import { findLibreOffice } from '../files/doc/libreoffice.ts';
import { openFile } from '../files/open.ts';
import type { NoticeRecord } from '../registry/notice.ts';

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
});
