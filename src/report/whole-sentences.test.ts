import { describe, expect, it } from 'vitest';
import { isWhole, type LineFacts, type SubjectOfFigures, wholeLines } from '../registry/line-facts.ts';
import { lineText } from '../registry/reference-words.ts';
import { type FigureSource, isFigure } from '../registry/section-content.ts';
import { wholeSentence } from './figure-sentences.ts';

const revenue: SubjectOfFigures = {
  ...{ id: 'thu', name: 'Thu nội địa', unit: 'tỷ đồng', measure: 'level', direction: 'up', decimals: 0, pillar: null },
  ...{ cumulative: true, aggregation: null, weightIndicatorId: null },
};
const poverty: SubjectOfFigures = {
  ...{ ...revenue, id: 'ngheo', name: 'Tỷ lệ hộ nghèo', unit: '%', measure: 'share', direction: 'down', decimals: 1 },
  cumulative: false,
};
const roundId = '11111111-1111-4111-8111-111111111111';
const sourceOf = (agencyId: string, kind: 'figure' | 'computed' = 'figure'): FigureSource => ({
  ...{ kind, agencyId, indicatorId: 'thu', line: '', period: '2026-M02', calendar: 'administrative' },
  ...{ span: 'period', basis: 'estimated' },
});
const facts = (agencyId: string, value: number, more: Partial<LineFacts> = {}): LineFacts => ({
  ...{ agencyId, submissionId: agencyId, indicator: revenue, line: '', toDate: null, plan: null, before: null },
  value: { source: sourceOf(agencyId), value, basis: 'estimated' },
  beforeToDate: null,
  ...more,
});
const names = new Map(['A', 'B', 'C'].map((id) => [id, `Xã ${id}`]));
const said = (...some: LineFacts[]): string[] =>
  wholeLines(some, roundId, ({ agencyId }) => ({ value: agencyId === 'A' ? 3 : 1, missing: null })).flatMap((one) =>
    isWhole(one) ? lineText(wholeSentence(one, '2026-M02', names) ?? []) : ['one'],
  );

describe('a sentence of several agencies', () => {
  it('adds up what adds up, and names the best and the last', () => {
    const lastYear = (value: number) => ({ before: { source: sourceOf('A'), value } });
    expect(
      said(facts('A', 520, lastYear(500)), facts('B', 300, lastYear(260)), facts('C', 100, lastYear(100))),
    ).toEqual([
      'Thu nội địa tháng 2 năm 2026 của 3 cơ quan ước đạt 920 tỷ đồng, tăng 7% so với cùng kỳ năm trước; cao nhất là Xã A (520 tỷ đồng), thấp nhất là Xã C (100 tỷ đồng).',
    ]);
  });

  it('never adds up what does not, and has the lowest first where less is better', () => {
    const rate = { indicator: poverty };
    expect(said(facts('A', 3.4, rate), facts('B', 1.2, rate))).toEqual([
      'Tỷ lệ hộ nghèo tháng 2 năm 2026 của 2 cơ quan: thấp nhất là Xã B (1,2%), cao nhất là Xã A (3,4%).',
    ]);
  });

  it('weighs a mean as its indicator says', () => {
    const rate = { indicator: { ...poverty, aggregation: 'weightedMean' as const, weightIndicatorId: 'ho' } };
    expect(said(facts('A', 2, rate), facts('B', 4, rate))[0]).toContain('của 2 cơ quan ước còn 2,5%');
  });

  it('says of a sum since January that nobody reported it, and compares only what is of the same agencies', () => {
    const toDate = (agencyId: string, value: number): Partial<LineFacts> => ({
      toDate: { source: sourceOf(agencyId, 'computed'), value, basis: 'estimated' },
    });
    const before = { before: { source: sourceOf('A'), value: 500 } };
    expect(said(facts('A', 520, { ...toDate('A', 900), ...before }), facts('B', 300, toDate('B', 500)))).toEqual([
      'Thu nội địa tháng 2 năm 2026 của 2 cơ quan ước đạt 820 tỷ đồng; lũy kế 2 tháng (số tính toán) ước đạt 1.400 tỷ đồng; cao nhất là Xã A (520 tỷ đồng), thấp nhất là Xã B (300 tỷ đồng).',
    ]);
  });

  it('refers to the round for what is of all, to the agency for what is its own', () => {
    const [whole] = wholeLines([facts('A', 5), facts('B', 6)], roundId);
    const runs = whole && isWhole(whole) ? (wholeSentence(whole, '2026-M02', names) ?? []) : [];
    expect(runs.filter(isFigure).map(({ figure }) => figure.of.source.kind)).toEqual(['whole', 'figure', 'figure']);
  });

  it('leaves alone what one agency said, and names nobody where all are the same', () => {
    expect(said(facts('A', 5))).toEqual(['one']);
    expect(said(facts('A', 5), facts('B', 5))).toEqual([
      'Thu nội địa tháng 2 năm 2026 của 2 cơ quan ước đạt 10 tỷ đồng.',
    ]);
  });
});
