import { describe, expect, it } from 'vitest';
import { openText } from '../../src/files/text/text.ts';
import { readSelection } from '../../src/reading/selection.ts';

const calendar = { issuedOn: '2025-12-10', planYear: 2026 };

function select(text: string, words: string) {
  const source = openText(Buffer.from(text), 'txt');
  const start = source.text.indexOf(words);
  return readSelection(source, { start, end: start + words.length }, calendar);
}

describe('a selected stretch', () => {
  it('of running text gives its numbers as targets and itself as a task with doers and time', () => {
    const words =
      'Sở Y tế chủ trì, phối hợp với Sở Tài chính tổ chức thực hiện các giải pháp nâng tỷ lệ bao phủ bảo hiểm y tế lên 96% dân số, hoàn thành trước ngày 30/9/2026';
    const { targets, tasks } = select(`Mở đầu văn bản.\n\n${words}; các đơn vị khác thực hiện.\n`, words);
    expect(targets).toMatchObject([{ value: 96, unit: '%' }]);
    expect(tasks).toMatchObject([
      { lead: ['Sở Y tế'], coord: ['Sở Tài chính'], time: { kind: 'by', to: '2026-09-29' } },
    ]);
  });

  it('of a table keeps the meaning of the columns', () => {
    const text = `Phụ lục

| TT | Chỉ tiêu | Đơn vị tính | Kế hoạch năm 2026 |
|---|---|---|---|
| 1 | Tốc độ tăng trưởng GRDP | % | 8,5 |
| 2 | Thu ngân sách | tỷ đồng | 6.220 |
`;
    const { targets } = select(text, '2 | Thu ngân sách | tỷ đồng | 6.220');
    expect(targets).toMatchObject([{ name: 'Thu ngân sách', value: 6220, unit: 'tỷ đồng', year: 2026 }]);
  });

  it('without number, doer or time is one task that an officer completes', () => {
    const { targets, tasks } = select('Giữ gìn vệ sinh chung nơi công sở', 'Giữ gìn vệ sinh chung');
    expect(targets).toEqual([]);
    expect(tasks).toMatchObject([{ lead: [], timeRaw: null, time: { kind: 'none' }, span: { start: 0, end: 21 } }]);
  });
});
