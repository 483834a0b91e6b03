import { describe, expect, it } from 'vitest';
import { askedOf, type IndicatorPoint, seriesOf, territoryOf } from './indicator-line.ts';

const point = (more: Partial<IndicatorPoint>): IndicatorPoint => ({
  id: 't1',
  name: 'Tốc độ tăng trưởng GRDP',
  variant: null,
  op: '=',
  value: 8,
  value2: null,
  of: null,
  unit: '%',
  change: 'increase',
  base: null,
  year: 2024,
  yearFrom: null,
  documentId: '00000000-0000-4000-8000-000000000000',
  documentNumber: null,
  documentTitle: null,
  documentState: 'read',
  issuer: 'Hội đồng nhân dân tỉnh Bình Châu',
  issuedOn: '2023-12-08',
  tier: 'province',
  quote: '',
  valueQuote: null,
  line: '',
  matchedBy: 'name',
  certainty: 1,
  review: 'proposed',
  version: 1,
  ...more,
});

describe('the lines of an indicator', () => {
  it('are one for each part, tier and place, the whole and the province first, years in order', () => {
    const series = seriesOf([
      point({ line: 'khu vực I' }),
      point({ year: 2026, issuer: 'Ủy ban nhân dân tỉnh Bình Châu' }),
      point({ tier: 'district', issuer: 'Ủy ban nhân dân thành phố Bình Châu' }),
      point({ tier: 'national' }),
      point({ year: 2020, issuer: 'Tỉnh ủy Bình Châu' }),
    ]);
    expect(series.map(({ line, tier, territory }) => [line, tier, territory])).toEqual([
      ['', 'province', 'tỉnh Bình Châu'],
      ['', 'district', 'thành phố Bình Châu'],
      ['', 'national', null],
      ['khu vực I', 'province', 'tỉnh Bình Châu'],
    ]);
    expect(series[0]?.points.map(({ year }) => year)).toEqual([2020, 2026]);
  });

  it.each([
    ['Hội đồng nhân dân tỉnh Trà Vinh', 'tỉnh Trà Vinh'],
    ['Ủy ban nhân dân thành phố Trà Vinh', 'thành phố Trà Vinh'],
    ['Tỉnh ủy Trà Vinh', 'tỉnh Trà Vinh'],
    ['Ủy ban nhân dân xã Long Xuân', 'xã Long Xuân'],
    ['Chính phủ', null],
    [null, null],
  ])('of %s belong to %s', (issuer, territory) => {
    expect(territoryOf(issuer)).toBe(territory);
  });
});

describe('the number a target asks for', () => {
  type Known = Parameters<typeof askedOf>[0];
  const power: Known = { unit: 'MW', unitFactors: [], measure: 'level' };
  const growth: Known = { unit: '%', unitFactors: [{ unit: '%/năm', factor: 1 }], measure: 'growth' };

  it('stands in the unit of the indicator', () => {
    expect(askedOf(power, { value: 1.2, value2: 3, unit: 'GW', change: 'level' })).toEqual({
      value: 1200,
      value2: 3000,
    });
    expect(askedOf(growth, { value: 11, value2: null, unit: '%/năm', change: 'increase' })).toEqual({
      value: 11,
      value2: null,
    });
  });

  it('is below zero where a growth is a decrease, and stays above where a reduction is meant', () => {
    expect(askedOf(growth, { value: 12, value2: null, unit: '%', change: 'decrease' })?.value).toBe(-12);
    const cut: Known = { ...growth, measure: 'reduction' };
    expect(askedOf(cut, { value: 0.3, value2: null, unit: '%', change: 'decrease' })?.value).toBe(0.3);
  });

  it('is none of a condition, or in a unit that does not lead there', () => {
    expect(askedOf(power, { value: null, value2: null, unit: null, change: 'level' })).toBeNull();
    expect(askedOf(power, { value: 5, value2: null, unit: 'ha', change: 'level' })).toBeNull();
  });
});
