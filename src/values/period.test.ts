import { describe, expect, test } from 'vitest';
import { daysOfPeriod, monthsOf, parsePeriod, periodBefore, samePeriodBefore } from './period.ts';

describe('a reporting period', () => {
  // NĐ 09/2019/NĐ-CP, Điều 12.
  test.each([
    ['2026-M01', '2025-12-15', '2026-01-14'],
    ['2026-M03', '2026-02-15', '2026-03-14'],
    ['2026-Q1', '2025-12-15', '2026-03-14'],
    ['2026-Q4', '2026-09-15', '2026-12-14'],
    ['2026-H1', '2025-12-15', '2026-06-14'],
    ['2026-H2', '2026-06-15', '2026-12-14'],
    ['2026-9M', '2025-12-15', '2026-09-14'],
    ['2026', '2025-12-15', '2026-12-14'],
  ])('%s is counted from the 15th to the 14th', (code, from, to) => {
    expect(daysOfPeriod(code, 'administrative')).toEqual({ from, to });
  });

  test.each([
    ['2024-M02', '2024-02-01', '2024-02-29'],
    ['2026-Q2', '2026-04-01', '2026-06-30'],
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026-2030', '2026-01-01', '2030-12-31'],
    ['SY2026', '2026-09-01', '2027-08-31'],
  ])('%s of statistics is whole months', (code, from, to) => {
    expect(daysOfPeriod(code, 'statistical')).toEqual({ from, to });
  });

  test('free days count as they are in every calendar', () => {
    expect(daysOfPeriod('2026-01-05/2026-02-10', 'administrative')).toEqual({ from: '2026-01-05', to: '2026-02-10' });
  });

  test.each([
    '2026-M13',
    '2026-Q5',
    '2026-Q0',
    '26',
    '2030-2026',
    '2026-02-30/2026-03-01',
    '2026-03-02/2026-03-01',
    'SY26',
    '',
  ])('%j is none', (code) => {
    expect(parsePeriod(code)).toBeUndefined();
  });

  test.each([
    ['2026-M03', '2025-M03', '2026-M02'],
    ['2026-M01', '2025-M01', '2025-M12'],
    ['2026-Q1', '2025-Q1', '2025-Q4'],
    ['2026-Q3', '2025-Q3', '2026-Q2'],
    ['2026-H2', '2025-H2', '2026-H1'],
    ['2026-9M', '2025-9M', '2025-9M'],
    ['2026', '2025', '2025'],
    ['2026-2030', '2021-2025', '2021-2025'],
    ['SY2026', 'SY2025', 'SY2025'],
  ])('%s: the same a year before is %s, the one before %s', (code, same, before) => {
    expect(samePeriodBefore(code)).toBe(same);
    expect(periodBefore(code)).toBe(before);
  });

  test('a school year is the sum of its months over two years', () => {
    const months = monthsOf('SY2026');
    expect(months).toHaveLength(12);
    expect([months[0], months.at(-1)]).toEqual(['2026-M09', '2027-M08']);
  });
});
