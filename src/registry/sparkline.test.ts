import { describe, expect, it } from 'vitest';
import { sparklineOf } from './sparkline.ts';
import type { TargetFigure } from './target-figures.ts';

const figure = (agencyId: string, period: string, value: number, more: Partial<TargetFigure> = {}): TargetFigure => ({
  ...{ agencyId, period, span: 'toDate', basis: 'final', value, missing: null },
  ...{ periodTo: '2025-01-31', setOn: '2025-01-01', endedOn: null, agencyUntil: null, ...more },
});
const rule = { aggregation: 'sum', summed: true } as const;

describe('a sparkline', () => {
  it('goes through what all agencies together had reached, oldest first', () => {
    const figures = [
      figure('a', '2025-M02', 30, { basis: 'estimated' }),
      figure('b', '2025-M02', 20),
      figure('a', '2025-M01', 10),
      figure('b', '2025-M01', 5),
    ];
    expect(sparklineOf(figures, rule, '2025-06-30').map(({ day, value }) => [day, value])).toEqual([
      ['2025-01-31', 15],
      ['2025-02-28', 50],
    ]);
  });

  it('leaves out a month of which an agency has not reported yet, what came in later, and what is long ago', () => {
    const figures = [
      figure('a', '2022-M12', 1),
      figure('a', '2025-M01', 10),
      figure('a', '2025-M02', 12, { setOn: '2025-03-05' }),
      figure('b', '2025-M01', 5),
    ];
    expect(sparklineOf(figures, rule, '2025-03-04').map(({ day }) => day)).toEqual(['2025-01-31']);
    expect(sparklineOf(figures, rule, '2025-03-31').map(({ day }) => day)).toEqual(['2025-01-31']);
  });
});
