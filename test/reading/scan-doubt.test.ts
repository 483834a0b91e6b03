import { describe, expect, test } from 'vitest';
import { openText } from '../../src/files/text/text.ts';
import { readDocument } from '../../src/reading/document.ts';
import type { TextSource } from '../../src/values/block.ts';

/** A scan's words of which the recognition is not sure. */

const text = `ỦY BAN NHÂN DÂN TỈNH LAM HÀ
Số: 07/KH-UBND
Lam Hà, ngày 09 tháng 01 năm 2026

KẾ HOẠCH
Phát triển kinh tế - xã hội năm 2026

I. CÁC CHỈ TIÊU CHỦ YẾU
(1) Tỷ lệ hộ nghèo còn 1,5%.
(2) Tỷ lệ đô thị hóa đạt 35%.

PHỤ LỤC I
DANH MỤC NHIỆM VỤ

| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |
|---|---|---|---|
| 1 | Rà soát quy hoạch sử dụng đất cấp tỉnh | Sở Nông nghiệp và Môi trường | Quý II/2026 |
| 2 | Mở lớp bồi dưỡng cán bộ cấp xã | Sở Nội vụ | Tháng 9/2026 |
`;

const opened = openText(new TextEncoder().encode(text), 'txt');

const doubting = (...words: string[]): TextSource => ({
  ...opened,
  doubts: words
    .map((word) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length, confidence: 0.4 }))
    .sort((a, b) => a.start - b.start),
});

describe('a scan', () => {
  test('has a note for each doubtful number or date of a finding, whatever the rest', () => {
    const { notes } = readDocument(doubting('1,5%.', '9/2026'));
    const scanned = notes.filter(({ code }) => code === 'scanDoubtful');
    expect(scanned.map(({ code, findingId, detail }) => [code, findingId, detail])).toEqual([
      ['scanDoubtful', 't1', '1,5%.'],
      ['scanDoubtful', 'n2', '9/2026'],
    ]);
  });

  test('keeps its raw words in the finding', () => {
    const { targets } = readDocument(doubting('1,5%.'));
    expect([targets[0]?.name, targets[0]?.value]).toEqual(['Tỷ lệ hộ nghèo', 1.5]);
  });

  test('is less sure of a finding the more of its words are doubtful', () => {
    const confidence = (...words: string[]): number => readDocument(doubting(...words)).targets[1]?.confidence ?? 0;
    const [none, one, three] = [confidence(), confidence('đô thị'), confidence('Tỷ lệ đô', 'thị', 'hóa')];
    expect(one).toBeLessThan(none ?? 0);
    expect(three).toBeLessThan(one ?? 0);
  });

  test('without doubtful words reads like a text', () => {
    expect(readDocument({ ...opened, doubts: [] })).toEqual(readDocument(opened));
  });
});
