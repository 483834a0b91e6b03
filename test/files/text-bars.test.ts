import { describe, expect, it } from 'vitest';
import { openText } from '../../src/files/text/text.ts';
import type { Table } from '../../src/values/block.ts';

/** A table as portals give it: a bar on a line of its own before each cell and behind each row. */
const row = (...cells: string[]): string =>
  `${cells.map((cell) => `|\n${cell === '' ? '' : `${cell}\n`}`).join('')}|\n`;

const opened = (text: string) => {
  const source = openText(new TextEncoder().encode(text), 'txt');
  return { source, tables: source.blocks.filter((block): block is Table => block.kind === 'table') };
};

function rowsOf(text: string): string[][] {
  const { source, tables } = opened(text);
  return (tables[0]?.rows ?? []).map(({ cells }) =>
    cells.map(({ paragraphs }) =>
      paragraphs.map(({ span }) => source.text.slice(span.start, span.end).replace(/\s+/gu, ' ')).join(' / '),
    ),
  );
}

const header = row('**STT**', '**Nhiệm vụ**', '**Chủ trì**', '**Phối hợp**', '**Thời gian**');
const wells = row('1', 'Khoan giếng cho trường học\nở các xã bãi ngang', 'Sở Xây dựng', 'UBND các xã', 'Năm 2026');
const pumps = row('2', 'Thay máy bơm cũ', 'Sở Xây dựng', '', 'Năm 2027');

describe('a table with a bar on a line of its own before each cell', () => {
  it('is read row by row, its cells’ broken lines joined', () => {
    expect(rowsOf(header + wells)).toEqual([
      ['STT', 'Nhiệm vụ', 'Chủ trì', 'Phối hợp', 'Thời gian'],
      ['1', 'Khoan giếng cho trường học ở các xã bãi ngang', 'Sở Xây dựng', 'UBND các xã', 'Năm 2026'],
    ]);
  });

  it('keeps an empty cell, whose two bars look like a row’s end', () => {
    expect(rowsOf(header + pumps + wells)[1]).toEqual(['2', 'Thay máy bơm cũ', 'Sở Xây dựng', '', 'Năm 2027']);
  });

  it('keeps a heading of two cells as a row, its title across the rest of the table', () => {
    const { tables } = opened(header + row('**I**', '**NƯỚC\nSẠCH**') + wells);
    expect(tables[0]?.rows[1]?.cells.map(({ column, columns }) => [column, columns])).toEqual([
      [0, 1],
      [1, 4],
    ]);
    expect(tables[0]?.rows).toHaveLength(3);
  });

  it('keeps two headings apart that follow one another', () => {
    const rows = rowsOf(header + row('A', 'NƯỚC') + row('I', 'Giếng') + wells + row('II', 'Bơm') + pumps);
    expect(rows.map(([first]) => first)).toEqual(['STT', 'A', 'I', '1', 'II', '2']);
  });

  it('places the second row of a header under the cell that spans it', () => {
    const text =
      row('TT', 'Chỉ tiêu', 'Đơn vị tính', 'Năm 2025', 'Giai đoạn 2026 - 2028') +
      row('Năm 2026', 'Năm 2027', 'Năm 2028') +
      row('1', 'Giếng mới', 'cái', '10', '12', '14', '16') +
      row('2', 'Bơm mới', 'cái', '5', '', '6', '7');
    const { tables } = opened(text);
    expect(tables[0]?.rows[0]?.cells.map(({ columns }) => columns)).toEqual([1, 1, 1, 1, 3]);
    expect(tables[0]?.rows[1]?.cells.map(({ column }) => column)).toEqual([4, 5, 6]);
    expect(rowsOf(text)[3]).toEqual(['2', 'Bơm mới', 'cái', '5', '', '6', '7']);
  });

  it('keeps the dashes of a cell as paragraphs', () => {
    expect(rowsOf(header + row('1', 'Gồm:\n- Giếng\n- Bơm', 'Sở Xây dựng', '', 'Năm 2026'))[1]?.[1]).toBe(
      'Gồm: / - Giếng / - Bơm',
    );
  });

  it('ends at the empty line behind it, and spans point into the file with whatever line breaks', () => {
    const text = `${header}${wells}\nPHỤ LỤC II\n`.replaceAll('\n', '\r\n');
    const { source, tables } = opened(text);
    expect(source.text.slice(tables[0]?.span.end)).toMatch(/^\s*\|?\s*PHỤ LỤC II\s*$/u);
    expect(rowsOf(text)[1]?.[4]).toBe('Năm 2026');
  });

  it('is none where bars only set header or signature side by side', () => {
    expect(opened(row('**ỦY BAN NHÂN DÂN**\nTỈNH LAM HÀ', '**CỘNG HÒA**')).tables).toEqual([]);
  });
});

describe('a table with bars that goes on', () => {
  it('behind the empty lines of a page’s end', () => {
    expect(rowsOf(`${header}${wells}\n\n${pumps}`).map((cells) => cells[0])).toEqual(['STT', '1', '2']);
  });

  it('with its header again, beside a number merged down, is one table', () => {
    const again = row('**Nhiệm vụ**', '**Chủ trì**', '**Phối hợp**', '**Thời gian**');
    const { tables } = opened(header + wells + again + pumps);
    expect(tables).toHaveLength(1);
    expect(tables[0]?.rows[2]?.cells.map(({ column }) => column)).toEqual([1, 2, 3, 4]);
  });

  it('keeps its other rows where one has too many cells', () => {
    const wide = row('2', 'Thay máy', 'bơm', 'cũ', 'Sở Xây dựng', 'UBND xã', 'Năm 2027');
    expect(rowsOf(header + wells + wide + pumps).map((cells) => cells.length)).toEqual([5, 5, 7, 5]);
  });
});
