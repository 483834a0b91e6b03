import { expect } from 'vitest';
import type { TextSource } from '../../src/values/block.ts';

/** Blocks follow one another in the text, and none reaches beyond it. */
export function expectBlocksInOrder({ blocks, text }: TextSource): void {
  let end = 0;
  for (const { span } of blocks) {
    expect(span.start).toBeGreaterThanOrEqual(end);
    end = span.end;
  }
  expect(end).toBeLessThanOrEqual(text.length);
}
