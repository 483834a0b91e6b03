import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openFile } from '../../src/files/open.ts';
import type { TextSource } from '../../src/values/block.ts';
import { buildDocx, docxFromBlocks } from '../docx-builder.ts';

/** Paragraphs as their text, tables as rows of cells of paragraphs. */
const contentOf = (source: TextSource): unknown[] =>
  source.blocks.map((block) => {
    const textOf = (span: { start: number; end: number }): string => source.text.slice(span.start, span.end);
    if (block.kind === 'paragraph') return textOf(block.span);
    return block.rows.map((row) => row.cells.map((cell) => cell.paragraphs.map((own) => textOf(own.span))));
  });

describe('a Word file written by a Word library', () => {
  it('is read with its looks, numbers and merged cells', async () => {
    const bytes = await buildDocx({
      lists: {
        muc: [
          ['upperRoman', '%1.'],
          ['decimal', '%2.'],
        ],
      },
      blocks: [
        { text: 'KẾ HOẠCH\nnăm 2024', heading: 1, align: 'center', bold: true },
        { text: 'Mục tiêu', number: { list: 'muc' } },
        { text: 'Chỉ tiêu', number: { list: 'muc', level: 1 } },
        {
          table: [
            { header: true, cells: ['STT', 'Nội dung', { paragraphs: ['Thời gian'], rows: 2 }] },
            ['1', { paragraphs: ['Việc A', 'chi tiết'] }],
            [{ paragraphs: ['II. Nhóm'], columns: 3 }],
          ],
        },
        { borderless: true, table: [['Nơi nhận', 'CHỦ TỊCH']] },
        { text: 'Phụ lục', pageBreak: true, runs: [{ text: 'Phụ ', bold: true }, { text: 'lục' }] },
      ],
    });
    const source = openFile(bytes, 'a.docx');
    expect(source.text).toBe(
      'KẾ HOẠCH\nnăm 2024\nI. Mục tiêu\n1. Chỉ tiêu\n\tSTT\n\tNội dung\n\tThời gian\n\n\t1\n\tViệc A\nchi tiết\n\n\tII. Nhóm\n\n\tNơi nhận\n\tCHỦ TỊCH\n\nPhụ lục\n',
    );
    const [title, , , ruled, signature, appendix] = source.blocks;
    expect(title).toMatchObject({ heading: 1, align: 'center', bold: true });
    expect(ruled).toMatchObject({ kind: 'table', rows: [{ header: true }, {}, {}] });
    expect(ruled).not.toHaveProperty('borderless');
    expect(ruled?.kind === 'table' && ruled.rows[0]?.cells[2]).toMatchObject({ column: 2, rows: 2 });
    expect(ruled?.kind === 'table' && ruled.rows[2]?.cells[0]).toMatchObject({ columns: 3 });
    expect(signature).toMatchObject({ borderless: true });
    expect(appendix).toMatchObject({ pageBreak: true });
    expect(appendix).not.toHaveProperty('bold');
  });

  it('made from a text says the same, with Markdown marks as looks and short rows merged', async () => {
    const text = openFile(
      strToU8(
        '# KẾ HOẠCH\n\n**Điều 1.** Giao *các sở*\n\n\tSTT\n\tTên\n\tĐơn vị\n\n\tI\n\tNhóm\n\n\t1\n\tTỷ lệ\n\t%\n',
      ),
      'a.txt',
    );
    const word = openFile(await docxFromBlocks(text), 'a.docx');
    expect(contentOf(word)).toEqual([
      'KẾ HOẠCH',
      'Điều 1. Giao các sở',
      [
        [['STT'], ['Tên'], ['Đơn vị']],
        [['I'], ['Nhóm']],
        [['1'], ['Tỷ lệ'], ['%']],
      ],
    ]);
    expect(word.blocks[0]).toMatchObject({ heading: 1 });
    const [, , block] = word.blocks;
    expect(block?.kind === 'table' && block.rows[1]?.cells[1]).toMatchObject({ column: 1, columns: 2 });
  });

  it('made with automatic numbers reads as the one with written numbers', async () => {
    const text = openFile(
      strToU8(
        'Điều 1. Mục tiêu\n\n- đạt 8%\n\n+ trong đó\n\nc) Khác\n\nIV. Tổ chức\n\n(2) Hai\n\n\tSTT\n\tTên\n\n\t17.\n\tTỷ lệ\n',
      ),
      'a.txt',
    );
    const written = openFile(await docxFromBlocks(text), 'a.docx');
    const automatic = openFile(await docxFromBlocks(text, { automaticNumbers: true }), 'a.docx');
    expect(automatic.text).toBe(written.text);
    const markers = automatic.blocks.map((block) => (block.kind === 'paragraph' ? block.marker : undefined));
    expect(markers).toEqual(['Điều 1.', '-', '+', 'c)', 'IV.', '(2)', undefined]);
  });
});
