import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { caseFilesIn } from './case-files.ts';
import { found } from './case-kinds.ts';

const files = caseFilesIn(join(import.meta.dirname, 'cases'));

describe.each(files)('the reader finds in $file', ({ kind, cases }) => {
  test.each(cases)('$name', async ({ input, expected }) => {
    expect(await found(kind, input, expected)).toEqual(expected);
  });

  test('what no two cases of one name ask for', () => {
    const names = cases.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
  });
});

test('the case files cover the rules', () => {
  expect(files.reduce((sum, { cases }) => sum + cases.length, 0)).toBeGreaterThanOrEqual(720);
});
