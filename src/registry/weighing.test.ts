import { expect, it } from 'vitest';
import { type Weight, weighing } from './weighing.ts';

const weight = (period: string, periodTo: string, value: number, more: Partial<Weight> = {}): Weight => ({
  ...{ agencyId: 'a', line: '', period, periodTo, basis: 'final', value, missing: null },
  ...more,
});
const of = { agencyId: 'a', line: 'thành thị', period: '2026-M03', periodTo: '2026-03-14' };

it('weighs by the same part before the whole, and by the latest that was there by then', () => {
  const weights = [
    weight('2024', '2024-12-31', 100),
    weight('2025', '2025-12-31', 110),
    weight('2026', '2026-12-31', 120),
  ];
  expect(weighing(weights, false)(of)?.value).toBe(110);
  const part = weight('2024', '2024-12-31', 40, { line: 'thành thị' });
  expect(weighing([...weights, part], false)(of)?.value).toBe(40);
  expect(weighing(weights, false)({ ...of, agencyId: 'b' })).toBeUndefined();
});

it('takes what is summed over its period from the same period only, and what is trusted most', () => {
  const month = [
    weight('2026-M03', '2026-03-14', 7, { basis: 'estimated' }),
    weight('2026-M03', '2026-03-14', 8),
    weight('2026-M02', '2026-02-14', 99),
  ];
  expect(weighing(month, true)(of)?.value).toBe(8);
  expect(weighing(month.slice(2), true)(of)).toBeUndefined();
});
