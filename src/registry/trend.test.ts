import { describe, expect, it } from 'vitest';
import { changeSince, forecastYear, shareOfPlan } from './trend.ts';

describe('what stands beside a reported number', () => {
  it('is its share of the plan', () => {
    expect(shareOfPlan(5120, 6220)).toBeCloseTo(82.315, 3);
    expect(shareOfPlan(null, 6220)).toBeUndefined();
    expect(shareOfPlan(5120, 0)).toBeUndefined();
  });

  it('is its change since the same period, in points where it is a percentage itself', () => {
    expect(changeSince(106.1, 100, false)).toEqual({ by: 6.1, inPoints: false });
    expect(changeSince(97.5, 98, true)).toEqual({ by: -0.5, inPoints: true });
    expect(changeSince(5, 0, false)).toBeUndefined();
    expect(changeSince(5, null, true)).toBeUndefined();
  });
});

describe('what the year may end with', () => {
  const summed = { period: '2026-M09', value: 900, summed: true, lastYear: undefined, history: [] };

  it('follows how last year went on, where that is known', () =>
    expect(forecastYear({ ...summed, lastYear: { toDate: 600, whole: 1000 } })).toEqual({
      value: 1500,
      method: 'sameShare',
    }));

  it('goes on at an even pace where it is not', () => {
    expect(forecastYear(summed)).toEqual({ value: 1200, method: 'evenPace' });
    expect(forecastYear({ ...summed, period: '2026-9M' })?.value).toBe(1200);
    expect(forecastYear({ ...summed, period: '2026-M02' })).toBeUndefined();
  });

  it('lies on a straight line where things stand at a level', () => {
    const history = [1, 2, 3].map((month) => ({ period: `2026-M0${month}`, value: 90 + month }));
    const standing = { ...summed, period: '2026-M04', value: 94, summed: false };
    expect(forecastYear({ ...standing, history })).toEqual({ value: 102, method: 'straightLine' });
    expect(forecastYear({ ...standing, history: history.slice(1) })).toBeUndefined();
  });

  it('is not guessed once the year is over, nor without a number', () => {
    expect(forecastYear({ ...summed, period: '2026' })).toBeUndefined();
    expect(forecastYear({ ...summed, value: null })).toBeUndefined();
    expect(forecastYear({ ...summed, period: '2026-01-01/2026-03-04' })).toBeUndefined();
  });
});
