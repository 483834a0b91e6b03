import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ruleFault } from './indicator-rules.ts';
import { readIndicatorSeed } from './indicator-seed.ts';

const seed = readIndicatorSeed(readFileSync(new URL('../../seed/indicators.tsv', import.meta.url), 'utf8'));
const fields = {
  aggregation: null,
  weightIndicatorId: null,
  formula: null,
  measure: 'level',
  unit: 'tỷ đồng',
} as const;
const fault = (changed: Partial<Parameters<typeof ruleFault>[1]>, id = 'new') =>
  ruleFault(id, { ...fields, ...changed }, seed);

describe('how an indicator is aggregated and computed', () => {
  it('is sound for every indicator of the delivered catalogue', () => {
    expect(seed.flatMap((one) => ruleFault(one.id, one, seed) ?? [])).toEqual([]);
    expect(seed.filter(({ aggregation }) => aggregation === 'weightedMean').length).toBeGreaterThan(10);
    expect(seed.filter(({ formula }) => formula !== null).length).toBeGreaterThan(2);
  });

  it('never adds up what does not add up', () => {
    expect(fault({ aggregation: 'sum', measure: 'share', unit: '%' })).toEqual({ reason: 'notSummed' });
    expect(fault({ aggregation: 'sum', measure: 'index', unit: 'thứ hạng' })).toEqual({ reason: 'notSummed' });
    expect(fault({ aggregation: 'sum' })).toBeUndefined();
  });

  it('weighs a mean by another indicator that is counted', () => {
    const mean = { aggregation: 'weightedMean', measure: 'share', unit: '%' } as const;
    expect(fault(mean)).toEqual({ reason: 'weightMissing' });
    expect(fault({ ...mean, weightIndicatorId: 'nobody' })).toEqual({ reason: 'weightMissing' });
    expect(fault({ ...mean, weightIndicatorId: 'poverty' }, 'poverty')).toEqual({ reason: 'weightMissing' });
    expect(fault({ ...mean, weightIndicatorId: 'poverty' })?.reason).toBe('weightRelative');
    expect(fault({ ...mean, weightIndicatorId: 'population' })).toBeUndefined();
  });

  it('refuses a formula that names what is not there, goes in a circle, or adds up different units', () => {
    expect(fault({ formula: '{nobody} * 2' })).toEqual({ reason: 'unknown', name: 'nobody' });
    expect(fault({ formula: '{grdp-per-capita} * 2' }, 'population')?.reason).toBe('circle');
    expect(fault({ formula: '{revenue-domestic} + {population}' })).toEqual({
      ...{ reason: 'units', one: 'tỷ đồng', other: 'người' },
    });
    expect(fault({ formula: '{revenue-domestic} + {revenue-trade}', unit: 'triệu đồng' })?.reason).toBe('units');
    expect(fault({ formula: '{revenue-domestic} + {revenue-trade}' })).toBeUndefined();
    expect(fault({ formula: '{revenue-domestic} / {population} * 1000', unit: 'triệu đồng/người' })).toBeUndefined();
  });
});
