import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { aTarget, aTask, storeDocument, storeUser } from '../../test/readings.ts';
import { type RunningServer, runServer } from '../../test/running-server.ts';

describe.each(engines)('lists as files, on $name', (engine) => {
  let running: RunningServer;
  beforeAll(async () => {
    running = await runServer(engine);
    const user = await storeUser(running.database.db);
    await storeDocument(running.database.db, user, {
      targets: [
        aTarget({ name: 'Thu ngân sách', value: 1234.5, unit: 'tỷ đồng', op: '>=' }),
        aTarget({
          name: '=HYPERLINK("http://evil.example")',
          value: 85,
          unit: '%',
          op: '>',
          variant: '+1',
          group: '-2',
          base: '@x',
        }),
        aTarget({ name: 'Số xã; "đạt chuẩn"\nnông thôn mới', op: 'range', value: 12, value2: 14, unit: 'xã' }),
        aTarget({ name: 'Giữ vững ổn định', op: 'text', value: null, unit: null, year: null }),
        aTarget({ name: `Ký tự lạ \u0001\u000b và ${'dài '.repeat(10_000)}`, value: 1, of: 9, yearFrom: 2024 }),
      ],
      tasks: [
        aTask({ lead: ['Sở Tài chính', 'Sở Y tế'], productRaw: '- Tờ trình' }),
        aTask({ time: { kind: 'none' }, lead: [] }),
      ],
    });
  });
  afterAll(() => running.stop());

  const download = (path: string) => running.officer.fetch(path);
  const workbookOf = async (path: string) => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(await (await download(path)).arrayBuffer());
    const sheet = workbook.worksheets[0];
    if (!sheet) throw new Error('no sheet');
    return sheet;
  };
  const valuesOf = (sheet: exceljs.Worksheet, row: number) => (sheet.getRow(row).values as unknown[]).slice(1);

  it('have the columns shown, in the order shown, under their Vietnamese names', async () => {
    const sheet = await workbookOf('/api/targets/export?format=xlsx&column=year&column=name&column=value');
    expect(sheet.name).toBe('Chỉ tiêu');
    expect(valuesOf(sheet, 1)).toEqual(['Năm', 'Chỉ tiêu', 'Giá trị']);
    expect(sheet.rowCount).toBe(6);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet.getColumn(2).width).toBeGreaterThan(30);
  });

  it('hold numbers as numbers that read as on the screen', async () => {
    const sheet = await workbookOf('/api/targets/export?format=xlsx&column=value&column=year&column=unit');
    expect(sheet.getCell('A2').value).toBe(1234.5);
    expect(sheet.getCell('A2').numFmt).toBe('"≥ "#,##0.0" tỷ đồng"');
    expect(sheet.getCell('A3').numFmt).toBe('"trên "#,##0"%"');
    expect([sheet.getCell('A4').value, sheet.getCell('A5').value, sheet.getCell('A6').value]).toEqual([
      '12 – 14 xã',
      'điều kiện',
      '1/9%',
    ]);
    expect([sheet.getCell('B2').value, sheet.getCell('B5').value, sheet.getCell('B6').value]).toEqual([
      2026,
      null,
      '2024 – 2026',
    ]);
  });

  it('hold the rows shown, in the order shown', async () => {
    const sheet = await workbookOf('/api/targets/export?format=xlsx&column=name&q=ngan+sach&sort=name');
    expect([sheet.rowCount, sheet.getCell('A2').value]).toEqual([2, 'Thu ngân sách']);
    const sorted = await workbookOf('/api/targets/export?format=xlsx&column=value&sort=value&order=desc');
    expect(sorted.getCell('A2').value).toBe(1234.5);
  });

  it('never hold a formula, in .xlsx because text is text, in .csv because it is marked', async () => {
    const sheet = await workbookOf(
      '/api/targets/export?format=xlsx&column=name&column=variant&column=group&column=base',
    );
    expect(valuesOf(sheet, 3)).toEqual(['=HYPERLINK("http://evil.example")', '+1', '-2', '@x']);
    expect(sheet.getCell('A3').type).toBe(exceljs.ValueType.String);
    const csv = await (
      await download('/api/targets/export?format=csv&column=name&column=variant&column=group&column=base')
    ).text();
    expect(csv.split('\r\n')[2]).toBe(`"'=HYPERLINK(""http://evil.example"")";'+1;'-2;'@x`);
  });

  it('open in Excel whatever letters and lengths a document has', async () => {
    const sheet = await workbookOf('/api/targets/export?format=xlsx&column=name');
    const text = String(sheet.getCell('A6').value);
    expect([text.length <= 32_767, text.startsWith('Ký tự lạ')]).toEqual([true, true]);
  });

  it('as .csv are what a Vietnamese Excel opens: mark of UTF-8, semicolons, decimal commas', async () => {
    const response = await download('/api/targets/export?format=csv&column=name&column=value&column=year');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('Chỉ tiêu.csv'));
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString('utf8').slice(1).split('\r\n');
    expect(lines[0]).toBe('Chỉ tiêu;Giá trị;Năm');
    expect(lines[1]).toBe('Thu ngân sách;≥ 1.234,5 tỷ đồng;2026');
    expect(lines[3]).toBe('"Số xã; ""đạt chuẩn""\nnông thôn mới";12 – 14 xã;2026');
  });

  it('speak English where asked, with its commas and points', async () => {
    const csv = await (await download('/api/targets/export?format=csv&column=name&column=value&language=en')).text();
    expect(csv.split('\r\n').slice(0, 2)).toEqual(['Target,Value', 'Thu ngân sách,"≥ 1,234.5 tỷ đồng"']);
  });

  it('say how each row’s document stands and from which day to which the row is in force', async () => {
    const asked = '/api/tasks/export?format=csv&column=state&column=validFrom&column=validUntil';
    const lines = async (of = '') => (await (await download(asked + of)).text()).split('\r\n');
    expect((await lines())[1]).toBe('Đã đọc;;');
    const { db } = running.database;
    await db.updateTable('document').set({ state: 'superseded' }).execute();
    await db.updateTable('task').set({ valid_from: '2025-12-10', valid_until: '2026-02-01' }).execute();
    expect((await lines('&state=superseded')).slice(0, 2)).toEqual([
      'Trạng thái văn bản;Có hiệu lực từ;Hết hiệu lực từ',
      'Đã được thay thế;10/12/2025;01/02/2026',
    ]);
    await db.updateTable('document').set({ state: 'read' }).execute();
    await db.updateTable('task').set({ valid_from: null, valid_until: null }).execute();
  });

  it('of tasks hold all columns where none is named', async () => {
    const sheet = await workbookOf('/api/tasks/export?format=xlsx');
    expect(valuesOf(sheet, 1)).toEqual([
      'STT',
      'Nội dung',
      'Chủ trì',
      'Phối hợp',
      'Theo dõi',
      'Thời hạn',
      'Sản phẩm',
      'Kinh phí',
      'Ghi chú',
      'Nhóm',
      'Mục',
      'Văn bản',
      'Trạng thái văn bản',
      'Có hiệu lực từ',
      'Hết hiệu lực từ',
      'Độ chắc chắn',
      'Lưu ý',
    ]);
    expect(valuesOf(sheet, 2).slice(2, 7)).toEqual([
      'Sở Tài chính; Sở Y tế',
      'Các sở, ban, ngành',
      undefined,
      'đến 31/03/2026',
      '- Tờ trình',
    ]);
    expect(sheet.getCell('F3').value).toBeNull();
  });

  it('can be broken off by the person without harm to the server', async () => {
    for (let i = 0; i < 15; i++) {
      const stop = new AbortController();
      const response = await running.officer.fetch('/api/targets/export?format=xlsx', { signal: stop.signal });
      stop.abort();
      await response.arrayBuffer().catch(() => undefined);
    }
    expect((await running.nobody.fetch('/api/health')).status).toBe(200);
  });
});
