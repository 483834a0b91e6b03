import { describe, expect, it } from 'vitest';
import { readPeriod } from './read-period.ts';

describe('a period in words', () => {
  it.each([
    ['Tháng 3/2026', '2026-M03'],
    ['tháng 3 năm 2026', '2026-M03'],
    ['thang 03-2026', '2026-M03'],
    ['T3/2026', '2026-M03'],
    ['03/2026', '2026-M03'],
    ['12.2026', '2026-M12'],
    ['01/03/2026', '2026-M03'],
    ['2026-03', '2026-M03'],
    ['202603', '2026-M03'],
    ['2026-M03', '2026-M03'],
    ['Quý I/2026', '2026-Q1'],
    ['quý IV năm 2026', '2026-Q4'],
    ['Q2 2026', '2026-Q2'],
    ['Quý 3-2026', '2026-Q3'],
    ['6 tháng đầu năm 2026', '2026-H1'],
    ['06 tháng năm 2026', '2026-H1'],
    ['6 tháng cuối năm 2026', '2026-H2'],
    ['9 tháng đầu năm 2026', '2026-9M'],
    ['09 tháng 2026', '2026-9M'],
    ['Năm 2026', '2026'],
    ['cả năm 2026', '2026'],
    ['2026', '2026'],
    ['giai đoạn 2026 – 2030', '2026-2030'],
    ['2026-2030', '2026-2030'],
    ['Năm học 2025-2026', 'SY2025'],
    ['2026-01-05/2026-02-10', '2026-01-05/2026-02-10'],
  ])('“%s” is %s', (words, code) => expect(readPeriod(words)).toBe(code));

  it('takes the year of the file where it names none', () => {
    expect(readPeriod('Tháng 11', 2025)).toBe('2025-M11');
    expect(readPeriod('T1', 2025)).toBe('2025-M01');
    expect(readPeriod('Quý II', 2025)).toBe('2025-Q2');
    expect(readPeriod('6 tháng đầu năm', 2025)).toBe('2025-H1');
    expect(readPeriod('Cả năm', 2025)).toBe('2025');
    expect(readPeriod('Tháng 11/2024', 2025)).toBe('2024-M11');
  });

  it.each([
    '',
    'Tháng 3',
    'Tháng 13/2026',
    'quý V/2026',
    'tháng/2026',
    '31/03/2026',
    'năm học 2025-2027',
    'Sở Tài chính',
  ])('does not guess at “%s”', (words) => expect(readPeriod(words)).toBeUndefined());
});
