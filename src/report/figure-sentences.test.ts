import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KnownNumber } from '../registry/line-facts.ts';
import { figureWords, lineText } from '../registry/reference-words.ts';
import { type FigureSource, isFigure, type SourcedNumber } from '../registry/section-content.ts';
import { formatNumber } from '../values/format.ts';
import { periodWords } from '../values/period-words.ts';
import { figureSentence, type SentenceFacts } from './figure-sentences.ts';

const source = (more: Partial<Extract<FigureSource, { kind: 'figure' }>> = {}): FigureSource => ({
  kind: 'figure',
  agencyId: 'so-tai-chinh',
  indicatorId: 'thu-noi-dia',
  line: '',
  period: '2026-M09',
  calendar: 'administrative',
  span: 'toDate',
  basis: 'estimated',
  ...more,
});
const number = (value: number, more: Parameters<typeof source>[0] = {}): SourcedNumber => ({
  value,
  source: source(more),
});
const known = (value: number, basis: KnownNumber['basis'] = 'estimated'): KnownNumber => ({ ...number(value), basis });

const revenue: SentenceFacts = {
  indicator: { name: 'Thu nội địa', unit: 'tỷ đồng', measure: 'level', direction: 'up', decimals: 0 },
  line: '',
  period: '2026-9M',
  value: known(5120),
  toDate: null,
  plan: number(6221, { basis: 'planned', period: '2026' }),
  before: number(4825.6, { period: '2025-9M', basis: 'final' }),
  beforeToDate: null,
};
const said = (facts: SentenceFacts): string | null => {
  const runs = figureSentence(facts);
  return runs && lineText(runs);
};
const level = (more: Partial<SentenceFacts['indicator']>): SentenceFacts['indicator'] => ({
  ...revenue.indicator,
  ...more,
});

describe('a composed sentence', () => {
  it('tells a figure with its share of the plan and its growth', () => {
    expect(said(revenue)).toBe(
      'Thu nội địa 9 tháng năm 2026 ước đạt 5.120 tỷ đồng, bằng 82,3% dự toán năm, tăng 6,1% so với cùng kỳ năm trước.',
    );
  });

  it('tells the month and what was done since the year began, the plan beside the latter', () => {
    const facts = {
      ...revenue,
      period: '2026-M09',
      value: known(520, 'preliminary'),
      before: number(540),
      toDate: known(5120),
      beforeToDate: number(4825.6),
    };
    expect(said(facts)).toBe(
      'Thu nội địa tháng 9 năm 2026 sơ bộ đạt 520 tỷ đồng, giảm 3,7% so với cùng kỳ năm trước; lũy kế 9 tháng ước đạt 5.120 tỷ đồng, bằng 82,3% dự toán năm, tăng 6,1% so với cùng kỳ năm trước.',
    );
  });

  it('leaves out what is not known', () => {
    expect(said({ ...revenue, plan: null, before: null, value: known(5120, 'final') })).toBe(
      'Thu nội địa 9 tháng năm 2026 đạt 5.120 tỷ đồng.',
    );
    expect(said({ ...revenue, value: null })).toBeNull();
    expect(said({ ...revenue, before: number(0) })).toBe(
      'Thu nội địa 9 tháng năm 2026 ước đạt 5.120 tỷ đồng, bằng 82,3% dự toán năm.',
    );
  });

  it('compares percentages by percentage points, and says of what should fall that it stands at so much', () => {
    const facts = {
      ...revenue,
      indicator: level({ name: 'Tỷ lệ hộ nghèo', unit: '%', measure: 'share', direction: 'down', decimals: 2 }),
      line: 'đồng bào Khmer',
      period: '2026',
      value: known(1.2),
      plan: number(1),
      before: number(1.5),
    };
    expect(said(facts)).toBe(
      'Tỷ lệ hộ nghèo (đồng bào Khmer) năm 2026 ước còn 1,2%, cao hơn 0,2 điểm phần trăm so với kế hoạch, giảm 0,3 điểm phần trăm so với năm trước.',
    );
  });

  it('tells a rank by its place, where a smaller number is a rise', () => {
    const facts = {
      ...revenue,
      indicator: level({
        name: 'Chỉ số năng lực cạnh tranh',
        unit: 'hạng',
        measure: 'index',
        direction: 'rank',
        decimals: null,
      }),
      period: '2026',
      value: known(12, 'final'),
      plan: null,
      before: number(15),
    };
    expect(said(facts)).toBe('Chỉ số năng lực cạnh tranh năm 2026 xếp thứ 12, tăng 3 bậc so với năm trước.');
  });

  it('says "bằng" of what did not change, and never "0%"', () => {
    expect(said({ ...revenue, plan: null, before: number(5120) })).toContain(', bằng cùng kỳ năm trước.');
    expect(said({ ...revenue, plan: null, before: number(5119) })).toContain(', xấp xỉ cùng kỳ năm trước.');
  });

  it('holds no number but those of the register, their shares and differences, and those of the period', () => {
    const amount = fc.oneof(
      fc.integer({ min: -10_000, max: 2_000_000 }),
      fc.double({ min: -1e4, max: 1e7, noNaN: true }),
    );
    const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
    const facts = fc.record({
      indicator: fc.constantFrom(
        level({}),
        level({ unit: '%', measure: 'growth', decimals: 2 }),
        level({ unit: 'hạng', measure: 'index', direction: 'rank', decimals: null }),
        level({ unit: null, measure: 'count', decimals: null }),
        level({ unit: '‰', measure: 'share', direction: 'down' }),
      ),
      line: fc.constantFrom('', 'thành thị'),
      period: fc.constantFrom('2026', '2026-M03', '2026-Q3', '2026-H1', '2026-9M', '2026-2030', 'SY2026'),
      value: maybe(amount.map((value) => known(value))),
      toDate: maybe(amount.map((value) => known(value, 'final'))),
      plan: maybe(amount.map((value) => number(value))),
      before: maybe(amount.map((value) => number(value))),
      beforeToDate: maybe(amount.map((value) => number(value))),
    });
    const digits = (words: string): string[] => words.match(/\d[\d.,]*(?<![.,])/gu) ?? [];
    fc.assert(
      fc.property(facts, (one) => {
        const runs = figureSentence(one);
        if (!runs) return;
        const values = [one.value, one.toDate, one.plan, one.before, one.beforeToDate].flatMap((known) =>
          known ? [known.value] : [],
        );
        const allowed = new Set<string>();
        for (const run of runs)
          if (isFigure(run)) {
            const { of, against } = run.figure;
            expect(values).toContain(of.value);
            if (against) expect(values).toContain(against.value);
            for (const part of digits(figureWords(run.figure))) allowed.add(part);
          }
        for (const part of digits(periodWords(one.period))) allowed.add(part);
        const plain = runs.filter((run) => !isFigure(run)).flatMap((run) => (isFigure(run) ? [] : digits(run.text)));
        const months = ['3', '9', '12', '6'];
        expect(plain.filter((part) => !allowed.has(part) && !months.includes(part))).toEqual([]);
        for (const run of runs)
          if (isFigure(run) && run.figure.as === 'value' && Number.isInteger(run.figure.of.value))
            expect(figureWords(run.figure)).toContain(formatNumber(run.figure.of.value + 0));
      }),
      { numRuns: 300 },
    );
  });
});
