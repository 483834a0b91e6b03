import { describe, expect, it } from 'vitest';
import { blockChanges, countChanges } from './content-changes.ts';
import type { SectionContent } from './section-content.ts';

const text = (...paragraphs: string[]): SectionContent =>
  paragraphs.map((words) => ({ kind: 'paragraph', runs: [{ text: words }] }));

describe('what changed since the last draft', () => {
  it('is told block by block, with what is gone in its place', () => {
    const changes = blockChanges(text('Một', 'Hai', 'Ba'), text('Một', 'Hai rưỡi', 'Ba', 'Bốn'));
    expect(changes.map(({ kind, at, text }) => [kind, at, text])).toEqual([
      ['same', 0, 'Một'],
      ['removed', 1, 'Hai'],
      ['added', 1, 'Hai rưỡi'],
      ['same', 2, 'Ba'],
      ['added', 3, 'Bốn'],
    ]);
  });

  it('is nothing where only who it is from or how it looks changed', () => {
    const before = text('Một');
    expect(
      countChanges(before, [
        {
          kind: 'paragraph',
          runs: [
            { text: 'Mộ', bold: true },
            { text: 't', from: 'composed' },
          ],
        },
      ]),
    ).toBe(0);
    expect(countChanges([], [])).toBe(0);
  });
});
