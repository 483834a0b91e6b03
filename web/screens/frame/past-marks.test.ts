import { describe, expect, it } from 'vitest';
import { pastMarks } from './past-marks.ts';

const days = (today: string) => pastMarks(today).map(({ name, at }) => `${name} ${at}`);

describe('The days offered beside the date field', () => {
  it('are the ends of the month, the quarter and the two years before', () => {
    expect(days('2026-11-21')).toEqual([
      'month 2026-10-31',
      'quarter 2026-09-30',
      'year 2025-12-31',
      'yearBefore 2024-12-31',
    ]);
  });

  it('are named by the longest period that ends there', () => {
    expect(days('2026-07-01')).toEqual(['quarter 2026-06-30', 'year 2025-12-31', 'yearBefore 2024-12-31']);
    expect(days('2026-01-15')).toEqual(['year 2025-12-31', 'yearBefore 2024-12-31']);
  });
});
