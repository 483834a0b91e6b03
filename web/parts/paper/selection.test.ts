import { describe, expect, it } from 'vitest';
import { offsetOf } from './selection.ts';

describe('A place in a paragraph on paper', () => {
  it('is its place in the text', () => {
    expect(offsetOf({ from: 100, hidden: [] }, 0)).toBe(100);
    expect(offsetOf({ from: 100, hidden: [] }, 7)).toBe(107);
  });

  it('lies behind what is not shown before it', () => {
    const hidden = [
      { start: 100, end: 102 },
      { start: 106, end: 108 },
    ];
    expect(offsetOf({ from: 100, hidden }, 0)).toBe(102);
    expect(offsetOf({ from: 100, hidden }, 3)).toBe(105);
    expect(offsetOf({ from: 100, hidden }, 4)).toBe(108);
  });
});
