import { describe, expect, test } from 'vitest';
import { scoreFigures, totalOf } from './past-figures.ts';

const scores = scoreFigures();
if (!scores)
  process.stdout.write('The real documents are not here: what they state of years gone by is not compared.\n');

describe.runIf(scores)('past figures of real documents', () => {
  test('are found, and nothing else is taken for one', () => {
    const { precision, recall } = totalOf(scores ?? []);
    expect(precision).toBeGreaterThanOrEqual(0.97);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });

  test('are none where a document states none', () => {
    const silent = (scores ?? []).filter(({ listed }) => listed === 0);
    expect(silent.length).toBeGreaterThanOrEqual(25);
    expect(silent.filter(({ read }) => read > 0)).toEqual([]);
  });
});
