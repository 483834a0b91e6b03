import exceljs from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openFile } from '../../src/files/open.ts';
import { formatCell } from '../../src/files/xlsx/format.ts';
import { readDocument } from '../../src/reading/document.ts';
import type { Table, TextSource } from '../../src/values/block.ts';
import { Refusal } from '../../src/values/refusal.ts';
import { passwordProtectedDocx } from '../bad-files.ts';
import { zipOf } from '../docx-raw.ts';
import { expectBlocksInOrder } from './blocks-in-order.ts';

type Fill = (sheet: exceljs.Worksheet, book: exceljs.Workbook) => void;

/** A workbook made by another library than the reader. */
async function book(fill: Fill, name = 'Phụ lục 1'): Promise<TextSource> {
  const made = new exceljs.Workbook();
  fill(made.addWorksheet(name), made);
  return openFile(new Uint8Array(await made.xlsx.writeBuffer()), 'a.xlsx');
}

const tableOf = (source: TextSource): Table => {
  const table = source.blocks.find((block) => block.kind === 'table');
  if (table?.kind !== 'table') throw new Error('no table');
  return table;
};
const rowsOf = (source: TextSource): string[][] =>
  tableOf(source).rows.map((row) => row.cells.map(({ span }) => source.text.slice(span.start, span.end).trim()));

const line = { style: 'thin' } as const;
const box = { top: line, bottom: line, left: line, right: line };
function rule(sheet: exceljs.Worksheet, rows: number[], columns: number[]): void {
  for (const row of rows) for (const column of columns) sheet.getCell(row, column).border = box;
}

describe('a sheet with a table of targets', () => {
  const fill: Fill = (sheet) => {
    sheet.mergeCells('A1:E1');
    sheet.getCell('A1').value = 'CHỈ TIÊU PHÁT TRIỂN NĂM 2024';
    sheet.getCell('A1').font = { bold: true };
    sheet.getCell('A1').alignment = { horizontal: 'center' };
    sheet.mergeCells('A3:A4');
    sheet.mergeCells('B3:B4');
    sheet.mergeCells('C3:C4');
    sheet.mergeCells('D3:E3');
    for (const [address, text] of Object.entries({
      A3: 'TT',
      B3: 'Chỉ tiêu',
      C3: 'Đơn vị',
      D3: 'Năm 2024',
      D4: 'Kế hoạch',
      E4: 'Cơ quan\ntheo dõi',
    }))
      sheet.getCell(address).value = text;
    sheet.addRow([1, 'Tỷ lệ hộ nghèo', '%', 2.5, 'Sở Lao động']);
    sheet.addRow([2, 'Thu ngân sách', 'tỷ đồng', 12345.5, 'Sở Tài chính']);
    sheet.getCell('D6').numFmt = '#,##0.0';
    rule(sheet, [3, 4, 5, 6], [1, 2, 3, 4, 5]);
    sheet.getCell('A8').value = 'Ghi chú: số liệu ước.';
  };

  it('has its name as heading, its title and notes as paragraphs, and its table on a grid', async () => {
    const source = await book(fill);
    expect(source.text).toBe(
      'Phụ lục 1\nCHỈ TIÊU PHÁT TRIỂN NĂM 2024\n\tTT\n\tChỉ tiêu\n\tĐơn vị\n\tNăm 2024\n\n\tKế hoạch\n\tCơ quan\ntheo dõi\n\n\t1\n\tTỷ lệ hộ nghèo\n\t%\n\t2,5\n\tSở Lao động\n\n\t2\n\tThu ngân sách\n\ttỷ đồng\n\t12.345,5\n\tSở Tài chính\n\nGhi chú: số liệu ước.\n',
    );
    expect(source.blocks).toMatchObject([
      { heading: 1 },
      { bold: true, align: 'center', address: "'Phụ lục 1'!A1" },
      { kind: 'table' },
      { address: "'Phụ lục 1'!A8" },
    ]);
    const { rows } = tableOf(source);
    expect(rows.map(({ header }) => header)).toEqual([true, true, undefined, undefined]);
    expect(rows[0]?.cells.map(({ column, columns, rows: down }) => [column, columns, down])).toEqual([
      [0, 1, 2],
      [1, 1, 2],
      [2, 1, 2],
      [3, 2, 1],
    ]);
    expect(rows[1]?.cells.map(({ column }) => column)).toEqual([3, 4]);
    expect(rows[3]?.cells[3]?.address).toBe("'Phụ lục 1'!D6");
  });

  it('gives its targets', async () => {
    const source = await book(fill);
    const { targets } = readDocument(source);
    expect(targets.map(({ value }) => value)).toEqual([2.5, 12345.5]);
  });
});

describe('what is not shown is left out', () => {
  it('hidden rows, columns and sheets, also under merged cells', async () => {
    const source = await book((sheet, made) => {
      sheet.addRows([
        ['TT', 'Ẩn', 'Nhiệm vụ', 'Cơ quan'],
        [1, 'x', 'Một', 'Sở A'],
        [2, 'y', 'Hai', 'Sở B'],
        [3, 'z', 'Ba', 'Sở C'],
      ]);
      sheet.mergeCells('D2:D4');
      sheet.addRows([
        [4, 't', 'Bốn', 'Sở D'],
        [5, 'u', 'Năm', null],
      ]);
      sheet.mergeCells('D5:D6');
      sheet.getRow(5).hidden = true;
      rule(sheet, [1, 2, 3, 4, 5, 6], [1, 2, 3, 4]);
      sheet.getColumn(2).hidden = true;
      sheet.getRow(3).hidden = true;
      const other = made.addWorksheet('Ẩn');
      other.state = 'hidden';
      other.addRow(['bí mật']);
      made.addWorksheet('Trống');
    }, 'NV');
    expect(rowsOf(source)).toEqual([
      ['TT', 'Nhiệm vụ', 'Cơ quan'],
      ['1', 'Một', 'Sở A'],
      ['3', 'Ba'],
      ['5', 'Năm', 'Sở D'],
    ]);
    expect(tableOf(source).rows[1]?.cells[2]).toMatchObject({ rows: 2, address: 'NV!D2' });
    expect(source.text).not.toMatch(/bí mật|Trống/);
  });
});

describe('values are read as Excel shows them', () => {
  it('formulas by their values, rich text, dates, shares and true or false', async () => {
    const source = await book((sheet) => {
      sheet.addRow(['a', { formula: '1+1', result: 2 }, { formula: 'A1', result: 'chữ' }]);
      sheet.addRow([
        { richText: [{ text: 'Tỷ ' }, { text: 'lệ', font: { bold: true } }] },
        new Date(Date.UTC(2024, 10, 30)),
        0.125,
      ]);
      sheet.getCell('B2').numFmt = 'dd/mm/yyyy';
      sheet.getCell('C2').numFmt = '0.0%';
      sheet.addRow([true, 1e-3, 'x']);
    });
    expect(rowsOf(source)).toEqual([
      ['a', '2', 'chữ'],
      ['Tỷ lệ', '30/11/2024', '12,5%'],
      ['TRUE', '0,001', 'x'],
    ]);
  });

  it.each<[number, string, string]>([
    [1234567, 'General', '1234567'],
    [0.1 + 0.2, 'General', '0,3'],
    [-8.25, 'General', '-8,25'],
    [1234567.891, '#,##0', '1.234.568'],
    [1234.5, '#,##0.00', '1.234,50'],
    [1.005, '0.00', '1,01'],
    [8.5, '0.##', '8,5'],
    [8, '0.##', '8'],
    [0.085, '0%', '9%'],
    [0.0855, '0.0%', '8,6%'],
    [7, '00', '07'],
    [12, '0" xã"', '12 xã'],
    [12, '0\\%', '12%'],
    [-5, '#,##0;(#,##0)', '(5)'],
    [0, '#,##0;-#,##0;"-"', '-'],
    [1500000, '#,##0,', '1.500'],
    [1200, '#,##0 [$₫-42A]', '1.200 ₫'],
    [1200, '_(* #,##0_);_(* (#,##0)', '1.200'],
    [-0.001, '0.00', '0,00'],
    [45_626, 'dd/mm/yyyy', '30/11/2024'],
    [45_626, '"tháng" mm/yy', 'tháng 11/24'],
    [45_626.5, 'd/m/yyyy hh:mm', '30/11/2024 12:00'],
    [45_626, '[$-42A]mmmm yyyy', 'tháng 11 2024'],
    [5, '@', '@'],
    [5, '', '5'],
    [1e300, '#,##0', `1${'.000'.repeat(100)}`],
  ])('%d as %s is %s', (value, format, shown) => {
    if (format === '@') expect(formatCell(value, 'General')).toBe('5');
    else expect(formatCell(value, format)).toBe(shown);
  });

  it('any number in any format is shown somehow, at once', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.string({ maxLength: 300 }),
        (value, format) => {
          expect(typeof formatCell(value, format)).toBe('string');
        },
      ),
      { numRuns: 1000 },
    );
    expect(formatCell(5, '"'.repeat(100_000))).toBeTypeOf('string');
  });
});

describe('a sheet without ruled cells', () => {
  it('has its fuller rows as a table and the rest as paragraphs', async () => {
    const source = await book((sheet) => {
      sheet.addRows([
        ['UBND TỈNH', null, null, 'CỘNG HÒA'],
        ['DANH MỤC NHIỆM VỤ'],
        [],
        ['TT', 'Nhiệm vụ', 'Chủ trì', 'Phối hợp', 'Thời gian'],
        [1, 'Một', 'Sở A', 'Sở B', 'Quý II'],
        [2, 'Hai', 'Sở C', null, 'Tháng 6'],
        [],
        ['Người lập'],
      ]);
    });
    expect(source.blocks.map(({ kind }) => kind)).toEqual([
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
      'table',
      'paragraph',
    ]);
    expect(rowsOf(source)[2]).toEqual(['2', 'Hai', 'Sở C', '', 'Tháng 6']);
  });
});

const main =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const raw = (sheet: string, entries: Record<string, string> = {}): Uint8Array =>
  zipOf({
    'xl/workbook.xml': `<workbook ${main}><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet ${main}>${sheet}</worksheet>`,
    ...entries,
  });

const refusalOf = (bytes: Uint8Array): string => {
  try {
    const source = openFile(bytes, 'a.xlsx');
    expectBlocksInOrder(source);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'opened';
};

describe('a workbook is refused or opened', () => {
  it('where it is empty, broken, has a password or would cost too much', () => {
    expect(refusalOf(raw('<sheetData/>'))).toBe('fileEmpty');
    expect(refusalOf(raw('<sheetData><row><c><v>1</v></c></row></sheetData>'))).toBe('opened');
    expect(refusalOf(raw('<sheetData>'))).toBe('fileBroken');
    expect(refusalOf(zipOf({ 'xl/a.xml': '<a/>' }))).toBe('fileBroken');
    expect(refusalOf(raw('', { 'xl/sharedStrings.xml': '<!DOCTYPE a><a/>' }))).toBe('fileHasEntities');
    expect(refusalOf(passwordProtectedDocx())).toBe('filePasswordProtected');
    expect(refusalOf(zipOf({ 'word/document.xml': '<a/>' }))).toBe('fileTypeMismatch');
    const row = `<row>${'<c><v>1</v></c>'.repeat(1000)}</row>`;
    expect(refusalOf(raw(`<sheetData>${row.repeat(501)}</sheetData>`))).toBe('fileUnpacksTooLarge');
  });

  it('with merged cells beyond any measure', () => {
    const merges = Array.from({ length: 2000 }, (_, at) => `<mergeCell ref="A${at + 1}:XFD1048576"/>`).join('');
    const rows = Array.from(
      { length: 2000 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c><c r="B${at + 1}"><v>2</v></c></row>`,
    ).join('');
    const before = performance.now();
    expect(refusalOf(raw(`<sheetData>${rows}</sheetData><mergeCells>${merges}</mergeCells>`))).toBe('opened');
    expect(performance.now() - before).toBeLessThan(5000);
  });

  it('whatever stands in it', () => {
    const value = fc.constantFrom(
      '0',
      '1',
      '-1',
      '99999999999',
      'A1',
      'XFD1048576',
      'A1:B2',
      'B2:A1',
      's',
      'b',
      'inlineStr',
      'true',
      '',
    );
    const cell = fc
      .record({ r: value, t: value, s: value, v: value })
      .map(({ r, t, s, v }) => `<c r="${r}" t="${t}" s="${s}"><v>${v}</v><is><t>${v}</t></is></c>`);
    const row = fc
      .record({ r: value, hidden: value, cells: fc.array(cell, { maxLength: 4 }) })
      .map(({ r, hidden, cells }) => `<row r="${r}" hidden="${hidden}">${cells.join('')}</row>`);
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), fc.array(value, { maxLength: 3 }), (rows, refs) => {
        refusalOf(
          raw(
            `<cols>${refs.map((ref) => `<col min="${ref}" max="${ref}" hidden="1"/>`).join('')}</cols><sheetData>${rows.join('')}</sheetData><mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`,
          ),
        );
      }),
      { numRuns: 500 },
    );
  });
});
