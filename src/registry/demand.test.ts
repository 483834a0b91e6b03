import { describe, expect, it } from 'vitest';
import type { Target } from '../values/finding.ts';
import { compareDemands, type TargetVerdict } from './demand.ts';
import type { Indicator } from './indicator.ts';

type Direction = Indicator['direction'];

const target = (given: Partial<Target>): Target => ({
  id: 't1',
  span: { start: 0, end: 1 },
  valueSpan: null,
  section: [],
  group: null,
  ordinal: null,
  listed: true,
  name: 'Tỷ lệ hộ dùng điện',
  variant: null,
  op: '=',
  value: 90,
  value2: null,
  of: null,
  unit: '%',
  change: 'level',
  base: null,
  year: 2025,
  yearFrom: null,
  tier: 'province',
  agencies: [],
  parentId: null,
  confidence: 1,
  ...given,
});

const known = (direction: Direction | null) => (direction === null ? null : { direction, unit: null, unitFactors: [] });

const verdict = (
  higher: Partial<Target>,
  lower: Partial<Target>,
  direction: Direction | null = 'up',
  territories: [string, string] = ['tỉnh', 'huyện'],
): TargetVerdict =>
  compareDemands(
    { target: target(higher), indicator: known(direction), territory: territories[0] },
    { target: target(lower), indicator: known(direction), territory: territories[1] },
  );

describe('what a lower target asks for beside the higher one', () => {
  it('asks less where a share that should grow is set lower', () => {
    expect(verdict({ value: 94.8 }, { value: 94.44 })).toBe('asksLess');
    expect(verdict({ value: 94.8 }, { value: 95 })).toBe('asksMore');
    expect(verdict({ value: 94.8 }, { value: 94.8 })).toBe('same');
  });

  it('knows that less is more where the smaller number is better', () => {
    expect(verdict({ value: 2 }, { value: 3 }, 'down')).toBe('asksLess');
    expect(verdict({ value: 2 }, { value: 1.5 }, 'down')).toBe('asksMore');
    expect(verdict({ value: 10, unit: 'thứ hạng' }, { value: 15, unit: 'thứ hạng' }, 'rank')).toBe('asksLess');
  });

  it('takes a smaller cut of what should fall for less', () => {
    const cut = { change: 'decrease' } as const;
    expect(verdict({ ...cut, value: 0.5 }, { ...cut, value: 0.02 }, 'down')).toBe('asksLess');
  });

  it('does not take a part of an amount for less: a city has a share of the province’s enterprises', () => {
    expect(verdict({ value: 520, unit: 'doanh nghiệp' }, { value: 160, unit: 'doanh nghiệp' })).toBe('partOf');
    expect(
      verdict({ value: 520, unit: 'doanh nghiệp' }, { value: 160, unit: 'doanh nghiệp' }, 'up', ['tỉnh', 'tỉnh']),
    ).toBe('asksLess');
    expect(verdict({ value: 75, unit: 'triệu đồng/người' }, { value: 70, unit: 'triệu đồng/người' })).toBe('asksLess');
  });

  it('does not say which is more where the direction is not known or there is none', () => {
    expect(verdict({ value: 44 }, { value: 46 }, null)).toBe('differs');
    expect(verdict({ value: 44 }, { value: 46 }, 'none')).toBe('differs');
    expect(verdict({ op: '>=', value: 44 }, { value: 46 }, null)).toBe('asksMore');
    expect(verdict({ op: '<', value: 3 }, { op: '<', value: 4 }, null)).toBe('asksLess');
  });

  it('reads the end of a range that must be reached', () => {
    expect(verdict({ op: 'range', value: 13, value2: 14 }, { value: 12.5 })).toBe('asksLess');
    expect(verdict({ op: 'range', value: 13, value2: 14 }, { value: 13 })).toBe('same');
    expect(verdict({ op: 'range', value: 2, value2: 3 }, { value: 3.5 }, 'down')).toBe('asksLess');
  });

  it('tells "trên 98%" from "98%"', () => {
    expect(verdict({ op: '>', value: 98 }, { value: 98 })).toBe('asksLess');
    expect(verdict({ op: '>=', value: 98 }, { value: 98 })).toBe('same');
  });

  it('compares numbers in units that can be turned into one another', () => {
    const place: [string, string] = ['tỉnh', 'tỉnh'];
    expect(verdict({ value: 0.5, unit: 'tỷ đồng' }, { value: 500, unit: 'triệu đồng' }, 'up', place)).toBe('same');
    expect(verdict({ value: 0.5, unit: 'tỷ đồng' }, { value: 400, unit: 'triệu đồng' }, 'up', place)).toBe('asksLess');
  });

  it('says what makes a comparison impossible', () => {
    expect(verdict({ unit: 'triệu đồng' }, { unit: 'USD' })).toBe('otherUnit');
    expect(verdict({ base: 'so với năm 2020' }, { base: 'so cùng kỳ' })).toBe('otherBase');
    expect(verdict({ year: 2025 }, { year: 2026 })).toBe('later');
    expect(verdict({ year: 2030 }, { year: 2026 })).toBe('otherYear');
    expect(verdict({ op: 'text', value: null, unit: null }, { value: 9 })).toBe('notComparable');
    expect(verdict({ change: 'level' }, { change: 'increase' })).toBe('notComparable');
  });
});
