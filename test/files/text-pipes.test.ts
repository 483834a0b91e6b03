import { describe, expect, it } from 'vitest';
import { openText } from '../../src/files/text/text.ts';
import type { Table } from '../../src/values/block.ts';

const tablesOf = (text: string) => {
  const source = openText(new TextEncoder().encode(text), 'txt');
  return source.blocks
    .filter((block): block is Table => block.kind === 'table')
    .map(({ rows }) =>
      rows.map(({ cells, header }) => ({
        header: header === true,
        cells: cells.map(({ span, columns, rows: down }) => {
          const words = source.text.slice(span.start, span.end).trim();
          return columns > 1 || down > 1 ? `${words} (${columns}x${down})` : words;
        }),
      })),
    );
};

describe('a table drawn with bars', () => {
  it('has a header of one line above the rule', () => {
    expect(tablesOf('| TT | Việc | Hạn |\n|---|---|---|\n| 1 | Lập đề án | Quý I |\n')).toEqual([
      [
        { header: true, cells: ['TT', 'Việc', 'Hạn'] },
        { header: false, cells: ['1', 'Lập đề án', 'Quý I'] },
      ],
    ]);
  });

  it('has merged cells in a header of two lines where one is empty beside or below a filled one', () => {
    const text = `| TT | Chỉ tiêu | Năm 2025 | | Năm 2026 |
| | | Kế hoạch | Ước thực hiện | |
|---|---|---|---|---|
| 1 | Thu ngân sách | 100 | 104 | 110 |
`;
    expect(tablesOf(text)).toEqual([
      [
        { header: true, cells: ['TT (1x2)', 'Chỉ tiêu (1x2)', 'Năm 2025 (2x1)', 'Năm 2026 (1x2)'] },
        { header: true, cells: ['Kế hoạch', 'Ước thực hiện'] },
        { header: false, cells: ['1', 'Thu ngân sách', '100', '104', '110'] },
      ],
    ]);
  });

  it('needs no rule where three lines or more have as many cells each', () => {
    const text = '| TT | Việc | Hạn |\n| 1 | Lập đề án | Quý I |\n| 2 | Tổng kết | Quý IV |\n';
    expect(tablesOf(text)[0]?.map(({ cells }) => cells[1])).toEqual(['Việc', 'Lập đề án', 'Tổng kết']);
  });

  it('is none where the lines have different numbers of cells and no rule', () => {
    expect(tablesOf('| một dòng |\n| hai | ô |\n| ba | ô | nữa |\n')).toEqual([]);
  });
});
