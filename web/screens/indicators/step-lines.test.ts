import { expect, it } from 'vitest';
import { yearsBetween } from './step-lines.ts';

it('shows every year between the first and the last, and only those named where they lie far apart', () => {
  expect(yearsBetween([2024, 2020, 2022])).toEqual([2020, 2021, 2022, 2023, 2024]);
  expect(yearsBetween([2100, 2020, 2030])).toEqual([2020, 2030, 2100]);
  expect(yearsBetween([])).toEqual([]);
});
