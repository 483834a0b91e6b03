import { expect, test } from 'vitest';
import { squeeze } from './vietnamese.ts';

test('ten million spaces between two words become one', () => {
  expect(squeeze(`ế${' '.repeat(10_000_000)}y`)).toBe('ế y');
});
