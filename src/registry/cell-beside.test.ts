import { expect, it } from 'vitest';
import { besideOf } from './cell-beside.ts';
import type { Reported } from './span-values.ts';

const given = (period: string, value: number, span: Reported['span'] = 'period'): Reported => ({
  period,
  span,
  figure: { value, missing: null },
});
const lastYear = Array.from({ length: 12 }, (_, at) => given(`2025-M${String(at + 1).padStart(2, '0')}`, 10 + at));

it('shows the period before and the same one of last year, and says which of them is computed', () => {
  const beside = besideOf({ period: '2026-M02', span: 'toDate' }, [...lastYear, given('2026-M01', 12)], true);
  expect(beside.previous).toEqual({ period: '2026-M01', value: 12, missing: null, computed: true });
  expect(beside.sameBefore).toEqual({ period: '2025-M02', value: 21, missing: null, computed: true });
  expect(beside.lastYear).toEqual({ toDate: 21, whole: 186 });
});

it('shows as history only what was reported for periods of the same kind', () => {
  const reported = [given('2026-M02', 13), ...lastYear.slice(9), given('2025-Q4', 63), given('2026-M05', 1)];
  expect(besideOf({ period: '2026-M03', span: 'period' }, reported, true).history).toEqual([
    { period: '2025-M10', value: 19 },
    { period: '2025-M11', value: 20 },
    { period: '2025-M12', value: 21 },
    { period: '2026-M02', value: 13 },
  ]);
});

it('has nothing beside the first figure there is', () =>
  expect(besideOf({ period: '2026-M02', span: 'toDate' }, [], true)).toEqual({
    previous: null,
    sameBefore: null,
    history: [],
    lastYear: null,
    toDateBefore: null,
  }));
