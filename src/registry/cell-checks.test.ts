import { describe, expect, it } from 'vitest';
import { cellCheckSentence } from './cell-check-words.ts';
import { type CheckedCell, type CheckedLine, cellCheckCodes, checkCell, surroundingsOf } from './cell-checks.ts';

const cell = (value: number | null, more: Partial<CheckedCell> = {}): CheckedCell => ({
  ...{ value, missing: null, span: 'period', basis: 'final', sameBefore: null, previous: null, history: [] },
  ...more,
});
const line = (one: CheckedCell | CheckedCell[], more: Partial<CheckedLine> = {}): CheckedLine => ({
  ...{ indicatorId: 'thu', line: '', name: 'Thu nội địa', unit: 'tỷ đồng', measure: 'level' },
  ...{ cumulative: true, decimals: 1, breakdowns: ['area'], plan: null, cells: [one].flat() },
  ...more,
});

const codes = (lines: CheckedLine[], at = 0, period = '2026-M06', cellAt = 0): string[] => {
  const [checked, around] = [lines[at], surroundingsOf(lines, period)[at]];
  const of = checked?.cells[cellAt];
  if (!checked || !around || !of) throw new Error('no such line');
  return checkCell(of, checked, around).map(({ code }) => code);
};
const share = { measure: 'share', unit: '%', cumulative: false } as const;
const count = { measure: 'count', unit: 'xã', cumulative: false, decimals: 0 } as const;

describe('a number that is being typed', () => {
  it('is taken as it is where it lies with the others', () =>
    expect(codes([line(cell(512, { sameBefore: 480, previous: 500, history: [470, 480, 490, 500] }))])).toEqual([]));

  it('is asked about where it is a thousand times too large or too small', () => {
    expect(codes([line(cell(512_000, { previous: 500, history: [470, 480, 490, 500] }))])).toEqual(['magnitude']);
    expect(codes([line(cell(0.512, { sameBefore: 480 }))])).toEqual(['magnitude']);
    expect(codes([line(cell(6_200_000), { plan: 6220 })])).toEqual(['magnitude']);
    expect(codes([line(cell(0, { previous: 500 }))])).toEqual([]);
  });

  it('is asked about where it lies far from its history, except where last year had the same season', () => {
    const history = [100, 104, 98, 103, 101];
    expect(codes([line(cell(240, { history }))])).toEqual(['outlier']);
    expect(codes([line(cell(240, { history, sameBefore: 230 }))])).toEqual([]);
    expect(codes([line(cell(240, { history: [100, 104] }))])).toEqual([]);
    expect(codes([line(cell(80, { history: [97.1, 97.3, 97.5, 97.4] }), share)])).toEqual(['outlier']);
  });

  it('is asked about where such a thing cannot be', () => {
    expect(codes([line(cell(104), share)])).toEqual(['outOfRange']);
    expect(codes([line(cell(-1), share)])).toEqual(['outOfRange']);
    expect(codes([line(cell(-3), count)])).toEqual(['negative']);
    expect(codes([line(cell(3.5), count)])).toEqual(['notWhole']);
  });

  it('is asked about where a part is larger than the whole, or all parts together are', () => {
    const whole = line(cell(10), count);
    const [town, country] = [8, 5].map((value, at) => line(cell(value), { ...count, line: `${at}` }));
    if (!town || !country) throw new Error('two parts');
    expect(codes([whole, line(cell(11), { ...count, line: 'thành thị' })], 1)).toEqual(['partOverWhole']);
    expect(codes([whole, town, country])).toEqual(['partsOverWhole']);
    expect(codes([{ ...whole, breakdowns: ['area', 'sex'] }, town, country])).toEqual([]);
    expect(codes([line(cell(90), share), line(cell(95), { ...share, line: 'thành thị' })], 1)).toEqual([]);
  });

  it('is asked about where a growth is not that of the level beside it', () => {
    const level = line(cell(530, { sameBefore: 500 }));
    const growth = (value: number) =>
      line(cell(value), { indicatorId: 'tang', name: 'Tốc độ tăng thu nội địa', measure: 'growth', unit: '%' });
    expect(codes([growth(6.2), level])).toEqual([]);
    expect(codes([growth(16), level])).toEqual(['growthDiffers']);
  });

  it('is asked about where what was reached to date becomes less', () => {
    const toDate = cell(480, { span: 'toDate', previous: 500 });
    expect(codes([line(toDate)])).toEqual(['fellSinceBefore']);
    expect(codes([line(toDate)], 0, '2026-M01')).toEqual([]);
    expect(codes([line({ ...toDate, value: 500 })])).toEqual([]);
  });

  it('is asked about where both spans are given and do not agree', () => {
    const cells = [cell(40), cell(560, { span: 'toDate', previous: 500 })];
    expect(codes([line(cells)], 0, '2026-M06', 1)).toEqual(['spansDiffer']);
    expect(codes([line([cell(60), ...cells.slice(1)])], 0, '2026-M06', 1)).toEqual([]);
  });

  it('has nothing to be asked about where there is none', () => {
    expect(codes([line(cell(null, { history: [1, 2, 3, 4] }))])).toEqual([]);
    expect(codes([line({ ...cell(null), missing: 'notYet' })])).toEqual([]);
  });

  it('says each in both languages, with its numbers', () => {
    for (const code of cellCheckCodes)
      for (const language of ['vi', 'en'] as const)
        expect(cellCheckSentence({ code, detail: {} }, 'xã', language)).toMatch(/^[\p{Lu}].*\.$/u);
    const check = { code: 'magnitude', detail: { factor: 1000, reference: 5120.5 } } as const;
    expect(cellCheckSentence(check, 'tỷ đồng', 'vi')).toBe(
      'Gấp khoảng 1.000 lần số trước đây (5.120,5): xem lại đơn vị tính, ở đây là tỷ đồng.',
    );
  });
});
