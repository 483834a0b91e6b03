import exceljs from 'exceljs';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { tcvn3 } from '../../test/old-encodings.ts';
import { type Client, putTestAgency, type RunningServer, runServer } from '../../test/running-server.ts';
import type { FigureImport, FigureMapping, ImportChoices, ListPreview } from '../registry/figure-import.ts';
import type { Indicator } from '../registry/indicator.ts';
import { putAgency } from '../store/agencies.ts';
import { putIndicators } from '../store/indicators.ts';

const indicator = (id: string, name: string, more: Partial<Indicator> = {}): Indicator => ({
  ...{ id, name, synonyms: [], unit: 'tỷ đồng', unitFactors: [], measure: 'level', direction: 'up', cumulative: true },
  ...{ decimals: 1, breakdowns: [], statisticalCode: null, codeEvidence: null, ownerProfile: null, pillar: null },
  ...{ aggregation: null, weightIndicatorId: null, formula: null },
  ...{ source: 'thử', version: 1, aggregation: null, weightIndicatorId: null, formula: null, ...more },
});

const agency = (id: string, name: string, more: { from?: string; until?: string; short?: string } = {}) => ({
  ...{ id, kind: 'department' as const, profile: null, tier: 'province' as const, placeId: null, parentId: null },
  ...{ symbol: null, exchangeCode: null, contact: null, source: 'thử', version: 1 },
  ...{ validFrom: more.from ?? null, validUntil: more.until ?? null },
  names: [
    { kind: 'official' as const, name, validFrom: null, validUntil: null },
    ...(more.short ? [{ kind: 'abbreviation' as const, name: more.short, validFrom: null, validUntil: null }] : []),
  ],
});

const allOrNothing: ImportChoices = { keepGood: false, replace: false, keepUnusual: false, reason: '' };
const fixed: FigureMapping['fixed'] = {
  ...{ agencyId: null, indicatorId: null, period: null, year: null },
  ...{ calendar: 'administrative', span: 'period', basis: 'final' },
};
const head = 'Cơ quan;Chỉ tiêu;Kỳ;Loại số liệu;Số liệu;Lý do';
const asHead: FigureMapping = {
  sheet: null,
  headerRow: 0,
  columns: {
    agency: { header: 'Cơ quan', at: 0 },
    indicator: { header: 'Chỉ tiêu', at: 1 },
    period: { header: 'Kỳ', at: 2 },
    basis: { header: 'Loại số liệu', at: 3 },
    value: { header: 'Số liệu', at: 4 },
    reason: { header: 'Lý do', at: 5 },
  },
  periodColumns: [],
  fixed,
};

describe.each(engines)('a list of figures on its way in, on $name', (engine) => {
  let running: RunningServer;
  beforeAll(async () => {
    running = await runServer(engine);
    const { db } = running.database;
    await putTestAgency(db);
    await putAgency(db, agency('so-a', 'Sở Tài chính', { short: 'STC' }));
    await putAgency(db, agency('so-cu', 'Sở Kế hoạch và Đầu tư', { until: '2025-03-01' }));
    await putIndicators(
      db,
      [
        indicator('thu', 'Thu ngân sách nội địa', { synonyms: ['Thu nội địa'], statisticalCode: 'T0801' }),
        indicator('ngheo', 'Tỷ lệ hộ nghèo', { unit: '%', measure: 'share', cumulative: false }),
        indicator('tang', 'Tốc độ tăng thu', { formula: '{thu} * 2' }),
        indicator('giu', 'Giữ vững quốc phòng', { measure: 'condition', unit: null }),
      ],
      { onlyUntouched: false },
    );
  });
  afterAll(() => running.stop());
  beforeEach(async () => {
    await sql`delete from figure`.execute(running.database.db);
  });

  const send = (
    path: string,
    order: unknown,
    content: string | Uint8Array,
    name = 'số liệu.csv',
    client = running.officer,
  ) => {
    const form = new FormData();
    form.set('order', JSON.stringify(order));
    form.set('file', new File([typeof content === 'string' ? content : Uint8Array.from(content)], name));
    return client.fetch(path, { method: 'POST', body: form });
  };
  const bring = async (
    content: string | Uint8Array,
    {
      mapping = asHead,
      choices = allOrNothing,
      name = 'số liệu.csv',
    }: Partial<{ mapping: FigureMapping; choices: ImportChoices; name: string }> = {},
  ): Promise<FigureImport> => {
    const response = await send('/api/figure-imports', { mapping, choices }, content, name);
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as FigureImport;
  };
  const preview = async (content: string | Uint8Array, name = 'số liệu.csv', mapping: FigureMapping | null = null) =>
    (await (await send('/api/figure-imports/preview', { mapping, sheet: null }, content, name)).json()) as ListPreview;
  const stored = async () => {
    const { rows } = await sql<{
      agency: string;
      indicator: string;
      period: string;
      basis: string;
      value: number | null;
      missing: string | null;
      reason: string;
      ended: boolean;
    }>`
      select agency_id as agency, indicator_id as indicator, period, basis, value, missing, reason, ended_at is not null as ended
      from figure order by id`.execute(running.database.db);
    return rows;
  };

  it('is stored whole: by name, short name and code, numbers as they are written here, words in place of numbers', async () => {
    const done = await bring(
      [
        head,
        'Sở Tài chính;Thu nội địa;tháng 3/2026;chính thức;1.234,5;',
        'STC;T0801;Quý I/2026;ước;-5,2;giảm do miễn thuế',
        'so-a;ngheo;2025;;-;',
        'so-a;thu;T1/2026;KH;…;',
        '',
      ].join('\r\n'),
    );
    expect(done).toMatchObject({ stage: 'done', rowsRead: 4, rowsRefused: 0, figuresStored: 4, figuresReplaced: 0 });
    expect(await stored()).toEqual([
      {
        agency: 'so-a',
        indicator: 'thu',
        period: '2026-M03',
        basis: 'final',
        value: 1234.5,
        missing: null,
        reason: '',
        ended: false,
      },
      {
        agency: 'so-a',
        indicator: 'thu',
        period: '2026-Q1',
        basis: 'estimated',
        value: -5.2,
        missing: null,
        reason: 'giảm do miễn thuế',
        ended: false,
      },
      {
        agency: 'so-a',
        indicator: 'ngheo',
        period: '2025',
        basis: 'final',
        value: null,
        missing: 'notApplicable',
        reason: '',
        ended: false,
      },
      {
        agency: 'so-a',
        indicator: 'thu',
        period: '2026-M01',
        basis: 'planned',
        value: null,
        missing: 'notYet',
        reason: '',
        ended: false,
      },
    ]);
  });

  it('is refused whole where one row is wrong, and each wrong row is named with its column', async () => {
    const wrong = await bring(
      [
        head,
        'Sở Tài chính;Thu nội địa;tháng 3/2026;;12;',
        'Sở Không Có;Thu nội địa;tháng 3/2026;;12;',
        'STC;Chỉ tiêu lạ;tháng 3/2026;;12;',
        'STC;Thu nội địa;hôm qua;;12;',
        'STC;Thu nội địa;tháng 4/2026;đoán;12;',
        'STC;Thu nội địa;tháng 5/2026;;mười hai;',
        'STC;T0801;03/2026;;13;',
        'STC;tang;03/2026;;13;',
        'STC;giu;03/2026;;13;',
        'STC;thu;2099;chính thức;13;',
        ';thu;03/2026;;13;',
      ].join('\n'),
    );
    expect(wrong).toMatchObject({
      stage: 'failed',
      rowsRead: 11,
      rowsRefused: 10,
      figuresStored: 0,
      refusal: { code: 'rowsRefused' },
    });
    expect(wrong.faults.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, 'A', 'agencyUnknown'],
      [4, 'B', 'indicatorUnknown'],
      [5, 'C', 'periodUnreadable'],
      [6, 'D', 'basisUnknown'],
      [7, 'E', 'notANumber'],
      [8, 'E', 'twice'],
      [9, 'B', 'indicatorComputed'],
      [10, 'B', 'indicatorWithoutNumber'],
      [11, 'C', 'periodNotOver'],
      [12, 'A', 'agencyMissing'],
    ]);
    expect(await stored()).toEqual([]);
    const file = await running.officer.fetch(`/api/figure-imports/${wrong.id}/refused-rows?format=csv`);
    const lines = (await file.text()).split('\r\n');
    expect(lines[0]).toBe(`${head};Dòng;Cột;Lý do và cách sửa`);
    expect(lines[5]).toBe(
      'STC;Thu nội địa;tháng 5/2026;;mười hai;;7;E;"Ô này không phải là số. Hãy ghi số như 1.234,5, hoặc “-” nếu không phát sinh, “…” nếu chưa có số liệu."',
    );
  });

  it('keeps the good rows where that is chosen', async () => {
    const text = [head, 'STC;thu;03/2026;;12;', 'STC;thu;04/2026;;x y;'].join('\n');
    expect(await bring(text, { choices: { ...allOrNothing, keepGood: true } })).toMatchObject({
      stage: 'done',
      figuresStored: 1,
      rowsRefused: 1,
    });
    expect((await stored()).map(({ value }) => value)).toEqual([12]);
  });

  it('does not touch what is there but on purpose and with a reason, and then keeps both', async () => {
    await bring([head, 'STC;thu;03/2026;;12;', 'STC;thu;04/2026;;20;'].join('\n'));
    const changed = [head, 'STC;thu;03/2026;;13;', 'STC;thu;04/2026;;20;'].join('\n');
    const refused = await bring(changed);
    expect(refused).toMatchObject({
      stage: 'failed',
      faults: [{ row: 2, column: 'E', code: 'thereAlready', detail: { there: '12' } }],
    });
    const silent = await send(
      '/api/figure-imports',
      { mapping: asHead, choices: { ...allOrNothing, replace: true } },
      changed,
    );
    expect(await silent.json()).toMatchObject({ code: 'reasonMissing' });
    const done = await bring(changed, {
      choices: { ...allOrNothing, replace: true, reason: 'Cục Thống kê công bố lại' },
    });
    expect(done).toMatchObject({ stage: 'done', figuresStored: 1, figuresReplaced: 1, figuresSame: 1 });
    expect((await stored()).map(({ value, ended }) => [value, ended])).toEqual([
      [12, true],
      [20, false],
      [13, false],
    ]);
    const { rows } =
      await sql`select verb, reason, after->>'figuresReplaced' as replaced from action where subject_id = ${done.id}`.execute(
        running.database.db,
      );
    expect(rows).toEqual([{ verb: 'importFigures', reason: 'Cục Thống kê công bố lại', replaced: '1' }]);
  });

  it('finds an agency as it was in the period', async () => {
    const text = [head, 'Sở Kế hoạch và Đầu tư;thu;12/2024;;12;', 'Sở Kế hoạch và Đầu tư;thu;12/2025;;12;'].join('\n');
    expect(await bring(text, { choices: { ...allOrNothing, keepGood: true } })).toMatchObject({
      figuresStored: 1,
      faults: [{ row: 3, code: 'agencyUnknown' }],
    });
  });

  it.each([
    ['UTF-8 with its mark, commas', (text: string) => `\uFEFF${text.replaceAll(';', ',')}`],
    ['UTF-16, tabs', (text: string) => Buffer.from(`\uFEFF${text.replaceAll(';', '\t')}`, 'utf16le')],
    ['TCVN3, semicolons', (text: string) => Buffer.from(tcvn3(text))],
    ['a line that names its separator', (text: string) => `sep=|\r\n${text.replaceAll(';', '|')}`],
  ])('comes in %s', async (name, write) => {
    const text = [head, 'Sở Tài chính;Thu nội địa;tháng 3/2026;chính thức;"1234";giải trình của sở', ''].join('\r\n');
    const seen = await preview(write(text));
    expect(seen).toMatchObject({ gaps: [], missing: [], mapping: { headerRow: name.includes('names') ? 1 : 0 } });
    expect(seen.rows.map(({ figures, faults }) => [figures[0]?.value, figures[0]?.agency.name, faults])).toEqual([
      [1234, 'Sở Tài chính', []],
    ]);
    expect(await bring(write(text), { mapping: seen.mapping })).toMatchObject({ stage: 'done', figuresStored: 1 });
  });

  it('from a workbook: a column for each month, what formulas gave, and shares as they are shown', async () => {
    const book = new exceljs.Workbook();
    const page = book.addWorksheet('Năm 2025');
    page.addRow(['Số liệu các tháng']);
    page.addRow(['Đơn vị', 'Tên chỉ tiêu', 'Tháng 1/2025', 'Tháng 2/2025', 'T3/2025']);
    page.addRow(['STC', 'Thu nội địa', 10.5, { formula: 'C3*2', result: 21 }, null]);
    page.addRow(['STC', 'Tỷ lệ hộ nghèo', 0.085, '', '…']).getCell(3).numFmt = '0.0%';
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    const seen = await preview(bytes, 'số liệu.xlsx');
    expect(seen).toMatchObject({ sheets: ['Năm 2025'], gaps: [], mapping: { headerRow: 1 } });
    expect(seen.mapping.periodColumns.map(({ period }) => period)).toEqual(['2025-M01', '2025-M02', '2025-M03']);
    expect(await bring(bytes, { mapping: seen.mapping, name: 'số liệu.xlsx' })).toMatchObject({
      stage: 'done',
      rowsRead: 2,
      figuresStored: 4,
    });
    expect(
      (await stored()).map(({ indicator, period, value, missing }) => [indicator, period, value ?? missing]),
    ).toEqual([
      ['thu', '2025-M01', 10.5],
      ['thu', '2025-M02', 21],
      ['ngheo', '2025-M01', 8.5],
      ['ngheo', '2025-M03', 'notYet'],
    ]);
  });

  it('says which column it needs, and which heads a file has not', async () => {
    expect(await preview('Tên;Số\na;1')).toMatchObject({ gaps: ['agency', 'indicator', 'period'] });
    const other = await preview('Đơn vị;Chỉ tiêu;Kỳ\na;b;c', 'khác.csv', asHead);
    expect(other.missing).toEqual(['Cơ quan', 'Loại số liệu', 'Số liệu', 'Lý do']);
    const failed = await bring('Đơn vị;Chỉ tiêu;Kỳ\na;b;c');
    expect(failed).toMatchObject({ stage: 'failed', refusal: { code: 'mappingFaulty' } });
    expect(await bring(head)).toMatchObject({ stage: 'failed', refusal: { code: 'fileNothingFound' } });
  });

  it('that is no list is refused by what it is', async () => {
    expect(
      await (await send('/api/figure-imports/preview', { mapping: null, sheet: null }, '%PDF-1.4', 'a.pdf')).json(),
    ).toMatchObject({ code: 'fileTypeUnknown' });
    expect(
      await (
        await send('/api/figure-imports/preview', { mapping: null, sheet: null }, 'PK\x03\x04broken', 'a.xlsx')
      ).json(),
    ).toMatchObject({ code: 'fileBroken' });
    expect(await (await send('/api/figure-imports', { mapping: {} }, head)).json()).toMatchObject({
      code: 'invalidInput',
    });
  });

  it('is read as somebody has said before, under a name, and no change of that is lost', async () => {
    const other: Client = await running.as('coordinator');
    const saved = await running.officer.post('/api/import-mappings', {
      name: 'Biểu tháng',
      mapping: asHead,
      version: 0,
    });
    expect(await saved.json()).toMatchObject({ name: 'Biểu tháng', version: 1, mapping: asHead });
    expect(
      await (await other.post('/api/import-mappings', { name: 'Biểu tháng', mapping: asHead, version: 0 })).json(),
    ).toMatchObject({ code: 'mappingThere' });
    expect(
      (
        await other.post('/api/import-mappings', {
          name: 'Biểu tháng',
          mapping: { ...asHead, headerRow: 2 },
          version: 1,
        })
      ).status,
    ).toBe(200);
    const stale = await running.officer.post('/api/import-mappings', {
      name: 'Biểu tháng',
      mapping: asHead,
      version: 1,
    });
    expect(await stale.json()).toMatchObject({
      code: 'changedMeanwhile',
      facts: { name: expect.stringContaining('coordinator') },
    });
    expect(await other.get('/api/import-mappings')).toMatchObject({
      mappings: [{ version: 2, mapping: { headerRow: 2 } }],
    });
    const gone = await other.fetch('/api/import-mappings/Bi%E1%BB%83u%20th%C3%A1ng?version=2', { method: 'DELETE' });
    expect(gone.status).toBe(200);
    expect(await other.get('/api/import-mappings')).toEqual({ mappings: [] });
  });

  it('leaves its line behind, how ever it ended', async () => {
    const done = await bring([head, 'STC;thu;03/2026;;12;'].join('\n'));
    const listed = await running.officer.get<{ total: number; imports: FigureImport[] }>('/api/figure-imports?limit=1');
    expect(listed.imports[0]).toEqual(done);
    expect(await running.officer.get(`/api/figure-imports/${done.id}`)).toEqual(done);
  });
});
