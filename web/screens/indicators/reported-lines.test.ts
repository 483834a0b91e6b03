import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/registry/figure.ts';
import type { FigurePoint } from '../../../src/registry/figure-point.ts';
import type { IndicatorPoint } from '../../../src/registry/indicator-line.ts';
import { choicesOf, reportedLines } from './reported-lines.ts';

const point = (period: string, value: number | null, more: Partial<FigurePoint> = {}): FigurePoint => ({
  ...{
    tier: 'province',
    line: '',
    period,
    calendar: 'statistical',
    periodTo: `${period.slice(0, 4)}-${period.slice(-2)}-28`,
  },
  ...{
    span: 'toDate',
    basis: 'final',
    value,
    missing: null,
    counted: 1,
    lacking: 0,
    apart: false,
    computed: false,
    formula: false,
    only: null,
  },
  ...more,
});
const revenue = { cumulative: true, unit: 'tỷ đồng', unitFactors: [], measure: 'level' as const };
const choice = { line: '', kind: 'month' } as const;
const target = (year: number, value: number, more: Partial<IndicatorPoint> = {}) =>
  ({
    ...{ line: '', tier: 'province', year, yearFrom: null, value, value2: null, op: '>=', unit: 'tỷ đồng' },
    change: 'level',
    issuedOn: '2025-12-01',
    ...more,
  }) as IndicatorPoint;
const lines = (points: FigurePoint[], targets: IndicatorPoint[] = [], revisions: Figure[] = []) =>
  reportedLines({ points, targets, revisions }, revenue, choice);
const values = (dots: { value: number }[]) => dots.map(({ value }) => value);

describe('reported figures of an indicator as lines', () => {
  it('are the most trusted of each month, as the year grows, with estimates apart', () => {
    const { actual, estimated } = lines([
      point('2026-M02', 20),
      point('2026-M01', 9, { basis: 'preliminary' }),
      point('2026-M01', 10),
      point('2026-M03', 31, { basis: 'estimated' }),
      point('2026-M02', 10, { span: 'period' }),
      point('2026-M02', 3, { line: 'khu vực I' }),
      point('2025', 120),
      point('2026-M04', null),
    ]);
    expect([values(actual), values(estimated)]).toEqual([[10, 20], [31]]);
  });

  it('stand beside what the last document asks for at the end of its year', () => {
    const asked = [
      target(2026, 130),
      target(2026, 140, { issuedOn: '2026-03-01' }),
      target(2026, 900, { tier: 'national' }),
    ];
    expect(lines([point('2026-M01', 10)], asked).planned).toEqual([{ day: '2026-12-31', value: 140, told: null }]);
  });

  it('keep what was replaced', () => {
    const old = {
      line: '',
      period: '2026-M01',
      periodTo: '2026-01-28',
      span: 'toDate',
      basis: 'final',
      value: 8,
    } as Figure;
    expect(values(lines([point('2026-M01', 10)], [], [old]).revised)).toEqual([8]);
  });

  it('are chosen by part and kind of period, the most frequent first', () =>
    expect(choicesOf([point('2025', 1), point('2026-M01', 1), point('2026-M02', 1, { line: 'khu vực I' })])).toEqual({
      lines: ['', 'khu vực I'],
      kinds: ['month', 'year'],
    }));
});
