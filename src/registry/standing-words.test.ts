import { describe, expect, it } from 'vitest';
import { PathRules, type Standing } from './standing.ts';
import { standingWord, standingWords } from './standing-words.ts';

const standing: Standing = {
  ...{ state: 'behind', degree: 'slight', because: null, value: 560, period: '2026-M06', periodTo: '2026-06-30' },
  ...{ basis: 'estimated', span: 'toDate', computed: false, agencyIds: ['so'], age: 10 },
  ...{ aim: { low: 1200, high: null }, expected: { low: 600, high: null }, method: 'linear', start: null },
  ...{ share: null, gap: 6.667, ended: false, rules: PathRules.parse({}) },
};

describe('what is said of where a target stands', () => {
  it('names the figure, its period, what there should be, how that was found, and its age', () => {
    expect(standingWords(standing, 'tỷ đồng', 'vi')).toEqual([
      'Lũy kế đến hết tháng 6 năm 2026: 560 tỷ đồng (ước).',
      'Đến lúc đó cần từ 600 tỷ đồng (chia đều các tháng); lệch 6,67%.',
      'Số liệu đến 30/06/2026, cách đây 10 ngày.',
    ]);
    expect(standingWords(standing, 'tỷ đồng', 'en')[1]).toBe(
      'Needed by then: at least 600 tỷ đồng (the same every month); off by 6.67%.',
    );
  });

  it('says why nothing can be said', () => {
    const none: Standing = {
      ...standing,
      state: 'noData',
      degree: null,
      because: 'noFigure',
      value: null,
      expected: null,
      age: null,
    };
    expect(standingWords(none, null, 'vi')).toEqual(['Chưa có số liệu nào được duyệt trong thời gian thực hiện.']);
    expect(standingWord(none, 'vi')).toBe('Chưa có số liệu');
  });

  it('calls behind missed once the time is over', () => {
    expect(standingWord(standing, 'vi')).toBe('Chậm ít');
    expect(standingWord({ ...standing, ended: true }, 'vi')).toBe('Không đạt, gần đạt');
    expect(standingWord({ ...standing, degree: 'far' }, 'vi')).toBe('Chậm nhiều, có nguy cơ không đạt');
  });
});
