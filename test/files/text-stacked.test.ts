import { describe, expect, it } from 'vitest';
import { openText } from '../../src/files/text/text.ts';
import type { Table } from '../../src/values/block.ts';

/** Tables of which a PDF's text has kept the words and lost the columns: a line is a line of some cell. */
const header = `STT
Nhiệm vụ
Cơ quan
chủ trì
Cơ quan
phối hợp
Sản phẩm
Thời gian hoàn
thành`;

const opened = (text: string) => {
  const source = openText(new TextEncoder().encode(text), 'txt');
  const tables = source.blocks.filter((block): block is Table => block.kind === 'table');
  return { source, tables };
};

/** The rows of the text's first table, a cell's paragraphs with a bar between. */
function rowsOf(text: string): string[][] {
  const { source, tables } = opened(text);
  const said = (start: number, end: number): string => source.text.slice(start, end).replace(/\s+/gu, ' ');
  return (tables[0]?.rows ?? []).map((row) =>
    row.cells.map((cell) => cell.paragraphs.map(({ span }) => said(span.start, span.end)).join(' | ')),
  );
}

const bridges = `1.
Lập danh mục cầu yếu trên các tuyến
đường tỉnh, đề xuất thứ tự sửa chữa
trong ba năm
Sở Xây dựng
Ủy ban nhân dân
các xã, các cơ
quan liên quan
Báo cáo của Sở
Xây dựng
Quý II/2026`;
const ferries = `2.  Kiểm tra bến khách ngang sông trước
mùa mưa
Công an tỉnh
Sở Xây dựng, Ủy
ban nhân dân các
xã ven sông
Kế hoạch kiểm
tra hằng năm
Thường xuyên`;
const lights = `3.
Thay đèn chiếu sáng tiết kiệm điện trên
các tuyến phố chính
Sở Công Thương
Công ty Điện lực
Lam Hà
Dự án được phê
duyệt
Tháng 9/2026`;
const table = (...rows: string[]): string => `PHỤ LỤC\n${header}\n${rows.join('\n')}\n`;

describe('a table whose columns a PDF’s text has lost', () => {
  it('gets its columns back: the lines of a cell end where the next column’s begin', () => {
    expect(rowsOf(table(bridges, ferries, lights))).toEqual([
      ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Sản phẩm', 'Thời gian hoàn thành'],
      [
        '1.',
        'Lập danh mục cầu yếu trên các tuyến đường tỉnh, đề xuất thứ tự sửa chữa trong ba năm',
        'Sở Xây dựng',
        'Ủy ban nhân dân các xã, các cơ quan liên quan',
        'Báo cáo của Sở Xây dựng',
        'Quý II/2026',
      ],
      [
        '2.',
        'Kiểm tra bến khách ngang sông trước mùa mưa',
        'Công an tỉnh',
        'Sở Xây dựng, Ủy ban nhân dân các xã ven sông',
        'Kế hoạch kiểm tra hằng năm',
        'Thường xuyên',
      ],
      [
        '3.',
        'Thay đèn chiếu sáng tiết kiệm điện trên các tuyến phố chính',
        'Sở Công Thương',
        'Công ty Điện lực Lam Hà',
        'Dự án được phê duyệt',
        'Tháng 9/2026',
      ],
    ]);
  });

  it('leaves the coordinating body empty where none is named', () => {
    const alone = lights.replace('Công ty Điện lực\nLam Hà\n', '');
    expect(rowsOf(table(bridges, ferries, alone))[3]?.slice(2)).toEqual([
      'Sở Công Thương',
      '',
      'Dự án được phê duyệt',
      'Tháng 9/2026',
    ]);
  });

  it('finds a cell that begins in the line in which another ends', () => {
    const sharing = ferries.replace('tra hằng năm\nThường xuyên', 'tra hằng năm Thường xuyên');
    expect(rowsOf(table(bridges, sharing, lights))[2]?.slice(4)).toEqual([
      'Kế hoạch kiểm tra hằng năm',
      'Thường xuyên',
    ]);
  });

  it('keeps bodies apart that stand on lines of their own without a comma', () => {
    const listed = ferries.replace(
      'Sở Xây dựng, Ủy\nban nhân dân các\nxã ven sông',
      'Sở Xây dựng\nSở Tài chính\nỦy ban nhân dân\ncác xã',
    );
    expect(rowsOf(table(bridges, listed, lights))[2]?.[3]).toBe('Sở Xây dựng | Sở Tài chính | Ủy ban nhân dân các xã');
  });

  it('sets headings across the table, whether roman or numbered above "1.1"', () => {
    const grouped = rowsOf(table('I. Sửa chữa\ncầu đường', bridges, 'II', 'An toàn đường thủy', ferries));
    expect(grouped.map((row) => (row.length === 1 ? row[0] : row[1]?.slice(0, 12)))).toEqual([
      'Nhiệm vụ',
      'I. Sửa chữa cầu đường',
      'Lập danh mục',
      'II An toàn đường thủy',
      'Kiểm tra bến',
    ]);
    const numbered = rowsOf(table('1. Sửa chữa', bridges.replace('1.', '1.1'), ferries.replace('2.', '1.2')));
    expect(numbered.map((row) => row[0])).toEqual(['STT', '1. Sửa chữa', '1.1', '1.2']);
  });

  it('counts the rows below a heading from 1 again', () => {
    const rows = rowsOf(table('I', 'Sửa chữa', bridges, ferries, 'II', 'Chiếu sáng', lights.replace('3.', '1.')));
    expect(rows.map((row) => row[0])).toEqual(['STT', 'I Sửa chữa', '1.', '2.', 'II Chiếu sáng', '1.']);
  });

  it('reaches down over the dash rows below a number', () => {
    const dashed = `1\nSơn lại vạch đường:\n-\nTrên các tuyến tỉnh.\nSở Xây dựng\nSở Tài chính\nBáo cáo\nNăm 2026\n-\nTrong các xã.\nUBND các xã`;
    const { tables } = opened(table(dashed, bridges.replace('1.', '2'), ferries.replace('2.  ', '3\n')));
    expect(tables[0]?.rows[2]?.cells.map((cell) => cell.rows)).toEqual([1, 1, 1, 2, 2, 2]);
    expect(tables[0]?.rows[3]?.cells).toHaveLength(3);
  });

  it('ends where the next appendix, a signature or text of the page’s width begins', () => {
    const prose = 'Trong quá trình thực hiện nếu có khó khăn, các cơ quan gửi văn bản về Sở Xây dựng để tổng hợp';
    for (const end of ['PHỤ LỤC II', 'TM. ỦY BAN NHÂN DÂN', 'Nơi nhận:', prose]) {
      const { source, tables } = opened(`${table(bridges, ferries, lights)}${end}\n`);
      expect(source.text.slice(tables[0]?.span.end), end).toMatch(new RegExp(`^\\s*${end}`, 'u'));
    }
  });

  it('is none where the words of a header stand in a list', () => {
    expect(opened('TT\nTài liệu\nGhi chú\n1. Sổ tay\n').tables).toEqual([]);
    expect(opened('STT\nNhiệm vụ\nThời gian\nkhông có hàng nào\n').tables).toEqual([]);
  });
});

describe('a row that a page break cuts', () => {
  const page = (number: number): string => `\nCÔNG BÁO/Số 9/Ngày 02-02-2026\n${number}\n\n`;
  const [upper, lower] = [
    `2.
Kiểm tra bến khách ngang sông trước
mùa mưa, thay áo phao hỏng, kẻ lại
Công an tỉnh
Ủy ban nhân dân
các xã, các cơ
Kế hoạch kiểm
tra hằng năm
Thường xuyên`,
    `mớn nước của mọi phương tiện chở quá
mười hai người
quan liên quan`,
  ];
  const cut = `PHỤ LỤC\n${header}\n${bridges}\n${upper}\n${page(8)}${header}\n${lower}\n${lights}\n`;

  it('goes on below the header that the next page repeats, column by column', () => {
    expect(rowsOf(cut)[2]).toEqual([
      '2.',
      'Kiểm tra bến khách ngang sông trước mùa mưa, thay áo phao hỏng, kẻ lại | mớn nước của mọi phương tiện chở quá mười hai người',
      'Công an tỉnh',
      'Ủy ban nhân dân các xã, các cơ | quan liên quan',
      'Kế hoạch kiểm tra hằng năm',
      'Thường xuyên',
    ]);
  });

  it('marks what stands on the next page', () => {
    const task = opened(cut).tables[0]?.rows[2]?.cells[1];
    expect(task?.paragraphs.map(({ pageBreak }) => pageBreak ?? false)).toEqual([false, true]);
  });

  it('is one table with one header over all pages', () => {
    const { tables } = opened(cut);
    expect(tables).toHaveLength(1);
    expect(tables[0]?.rows.filter((row) => row.header)).toHaveLength(1);
    expect(tables[0]?.rows).toHaveLength(4);
  });

  it('goes on also where the page leaves no running header', () => {
    expect(rowsOf(cut.replace(page(8), ''))).toEqual(rowsOf(cut));
  });
});
