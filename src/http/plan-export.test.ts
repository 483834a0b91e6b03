import exceljs from 'exceljs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { aTarget, aTask, storeDocument, storeUser } from '../../test/readings.ts';
import { type RunningServer, runServer } from '../../test/running-server.ts';
import { openFile } from '../files/open.ts';
import { readDocument } from '../reading/document.ts';

const quote = 'Xây dựng đề án phát triển kinh tế số của tỉnh';

describe.each(engines)('what is in force of a document as a decision, on $name', (engine) => {
  let running: RunningServer;
  let document = '';
  beforeAll(async () => {
    running = await runServer(engine);
    const { db } = running.database;
    document = await storeDocument(db, await storeUser(db), {
      text: `${quote}\nGiải ngân vốn đầu tư công`,
      targets: [
        aTarget({ group: null, op: '>=', value: 98, year: 2026 }),
        aTarget({ group: null, name: 'Số xã đạt chuẩn nông thôn mới', value: 12, unit: 'xã', year: 2026 }),
      ],
      tasks: [
        aTask({ group: null, span: { start: 0, end: quote.length }, time: { kind: 'by', to: '2026-06-30' } }),
        aTask({ group: null, span: { start: quote.length + 1, end: quote.length + 26 } }),
      ],
    });
  });
  afterAll(() => running.stop());

  const address = (format: string) => `/api/documents/${document}/plan?format=${format}`;

  it('is refused while nothing of it is in force, and to whoever makes no documents', async () => {
    expect((await running.officer.fetch(address('docx'))).status).toBe(409);
    const head = await running.as('head');
    expect((await head.fetch(address('docx'))).status).toBe(403);
  });

  it('leaves out what has ended, and reads back as what it is', async () => {
    const { db } = running.database;
    await sql`update document set state = 'issued', valid_from = '2025-12-10' where id = ${document}`.execute(db);
    for (const table of ['target', 'task'])
      await sql`update ${sql.table(table)} set review = 'accepted', valid_from = '2025-12-10' where document_id = ${document}`.execute(
        db,
      );
    await sql`update task set valid_until = '2026-01-01' where document_id = ${document} and id = 'n2'`.execute(db);
    const response = await running.officer.fetch(address('docx'));
    expect(response.headers.get('content-disposition')).toContain('15-N');
    const file = openFile(Buffer.from(await response.arrayBuffer()), 'giao.docx');
    const { document: header, targets, tasks } = readDocument(file);
    expect(header.kind).toBe('quyet_dinh');
    expect(targets.map(({ name, op, value, unit, year }) => [name, op, value, unit, year])).toEqual([
      ['Tỷ lệ hộ nghèo', '>=', 98, '%', 2026],
      ['Số xã đạt chuẩn nông thôn mới', '=', 12, 'xã', 2026],
    ]);
    expect(tasks.map(({ span, lead, time }) => [file.text.slice(span.start, span.end), lead, time])).toEqual([
      [quote, ['Sở Tài chính'], { kind: 'by', to: '2026-06-30' }],
    ]);
  });

  it('leaves as an action plan, too, with the same targets and tasks', async () => {
    const response = await running.officer.fetch(`${address('docx')}&form=actionPlan`);
    const file = openFile(Buffer.from(await response.arrayBuffer()), 'ke-hoach.docx');
    const { targets, tasks } = readDocument(file);
    expect(file.text).toContain('I. CHỈ TIÊU');
    expect([targets.length, tasks.length]).toEqual([2, 1]);
  });

  it('has its targets and tasks on two sheets of a workbook', async () => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(await (await running.officer.fetch(address('xlsx'))).arrayBuffer());
    expect(workbook.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
      ['Chỉ tiêu', 3],
      ['Nhiệm vụ', 2],
    ]);
  });
});
