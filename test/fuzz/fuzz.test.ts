import { describe, expect, it } from 'vitest';
import { fuzz } from './fuzzing.ts';
import { seeds } from './seeds.ts';

describe('damaged files of every format', () => {
  it('are read, with every finding in its place, or refused', { timeout: 300_000 }, async () => {
    const all = await seeds();
    // The long run has the large ones too: `node bench/fuzz.ts --files 20000`.
    const quick = all.filter(({ bytes }) => bytes.length < 60_000);
    const { defects, outcomes, memory } = await fuzz(quick, numbersTo(400), { seconds: 60, memoryMebibytes: 768 });
    expect(defects).toEqual([]);
    expect(outcomes.get('read') ?? 0).toBeGreaterThan(100);
    expect(memory).toBeLessThan(1500);
  });
});

const numbersTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
