import { describe, expect, it } from 'vitest';
import { lineScale, pathOf, ticksOf } from './scale.ts';

describe('the scale of a drawing', () => {
  it('marks round numbers around all values', () => {
    expect(ticksOf(0, 1200)).toEqual([0, 250, 500, 750, 1000, 1250]);
    expect(ticksOf(93.1, 95)).toEqual([93, 93.5, 94, 94.5, 95]);
    expect(ticksOf(5, 5).at(-1)).toBeGreaterThanOrEqual(5);
  });

  it('lays values between the ends, and one value alone in the middle', () => {
    expect(lineScale(0, 10, 100, 0)(2.5)).toBe(75);
    expect(lineScale(5, 5, 100, 0)(5)).toBe(50);
    expect(
      pathOf([
        [0, 1],
        [2, 3],
      ]),
    ).toBe('M0.0,1.0L2.0,3.0');
  });
});
