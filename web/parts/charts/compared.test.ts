import { describe, expect, it } from 'vitest';
import { comparedRows, differenceOf, type Line, ofYear } from './compared.ts';

const line = (name: string, ...points: [string, number][]): Line => ({
  name,
  points: points.map(([day, value]) => ({ day, value, basis: 'final' })),
  forecast: null,
});

describe('two lines beside one another', () => {
  it('lay the same months of two years on one place, and say by how much they differ', () => {
    const now = line('2026', ['2026-01-31', 30], ['2026-02-28', 50]);
    const then = line('2025', ['2025-01-31', 20.5], ['2025-03-31', 60]);
    const rows = comparedRows(now, then, 'month');
    expect(rows.map(({ at, first, second }) => [at, first, second])).toEqual([
      [1, 30, 20.5],
      [2, 50, null],
      [3, null, 60],
    ]);
    expect(rows.map(differenceOf)).toEqual([9.5, null, null]);
  });

  it('keep days apart where they show what was known on two days', () => {
    const now = line('22/11/2026', ['2026-01-31', 30], ['2026-02-28', 50]);
    const then = line('01/03/2026', ['2026-01-31', 28]);
    expect(comparedRows(now, then, 'day').map(differenceOf)).toEqual([2, null]);
  });

  it('take a year out of several', () => {
    expect(ofYear(line('', ['2025-12-31', 1], ['2026-01-31', 2]).points, 2026)).toHaveLength(1);
  });
});
