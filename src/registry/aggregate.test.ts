import { describe, expect, it } from 'vitest';
import { aggregate, aggregationOf, type Contribution } from './aggregate.ts';
import type { Missing } from './figure.ts';

const says = (agencyId: string, value: number | Missing | null, weight?: number): Contribution => ({
  agencyId,
  figure: typeof value === 'number' ? { value, missing: null } : { value: null, missing: value },
  ...(weight !== undefined && { weight: { value: weight, missing: null } }),
});

describe('figures of several agencies', () => {
  it('are added up where they add up, and a zero counts', () =>
    expect(aggregate('sum', [says('a', 0.1), says('b', 0.2), says('c', 0)])).toEqual({
      figure: { value: 0.3, missing: null },
      counted: ['a', 'b', 'c'],
      lacking: [],
    }));

  it('are incomplete without a blank one and one that is not known yet, not without one that has nothing of it', () =>
    expect(aggregate('sum', [says('a', 5), says('b', null), says('c', 'notYet'), says('d', 'notApplicable')])).toEqual({
      figure: { value: 5, missing: null },
      counted: ['a'],
      lacking: ['b', 'c'],
    }));

  it('are no zero where nobody gave a number', () => {
    expect(aggregate('sum', [says('a', null)])?.figure).toEqual({ value: null, missing: null });
    expect(aggregate('sum', [says('a', null), says('b', 'notYet')])?.figure.missing).toBe('notYet');
    expect(aggregate('sum', [says('a', 'notApplicable')])?.figure.missing).toBe('notApplicable');
    expect(aggregate('sum', [])?.figure).toEqual({ value: null, missing: null });
  });

  it('are weighed where they are shares, and nobody without a weight is counted', () =>
    expect(aggregate('weightedMean', [says('a', 10, 100), says('b', 20, 300), says('c', 50)])).toEqual({
      figure: { value: 17.5, missing: null },
      counted: ['a', 'b'],
      lacking: ['c'],
    }));

  it('give way to the latest where the rule says so', () =>
    expect(
      aggregate('latest', [
        { ...says('a', 7), at: '2026-03-31' },
        { ...says('b', 9), at: '2026-06-30' },
        { ...says('c', null), at: '2026-09-30' },
      ]),
    ).toMatchObject({ figure: { value: 9 }, counted: ['b'], lacking: ['c'] }));

  it('never become one where they do not add up', () => {
    expect(aggregate('none', [says('a', 97.5), says('b', 98)])).toBeUndefined();
    for (const measure of ['share', 'growth', 'index', 'condition'] as const)
      expect(aggregationOf({ aggregation: null, measure, cumulative: true })).toBe('none');
  });

  it('follow the kind of their indicator where no rule is stated', () => {
    expect(aggregationOf({ aggregation: null, measure: 'count', cumulative: false })).toBe('sum');
    expect(aggregationOf({ aggregation: null, measure: 'level', cumulative: true })).toBe('sum');
    expect(aggregationOf({ aggregation: null, measure: 'level', cumulative: false })).toBe('none');
    expect(aggregationOf({ aggregation: 'weightedMean', measure: 'share', cumulative: false })).toBe('weightedMean');
  });
});
