import { describe, expect, it } from 'vitest';
import type { Block } from '../values/block.ts';
import { passagesOf } from './passages.ts';

const paragraph = (start: number, end: number): Block => ({ kind: 'paragraph', span: { start, end } });

describe('the pieces of a document that are found', () => {
  it('are its paragraphs, each where it stands; what has no letters is left out', () => {
    const text = 'Điều 1. Chỉ tiêu\n  12,5\nTỷ lệ hộ nghèo ';
    const found = passagesOf(text, [paragraph(0, 16), paragraph(17, 23), paragraph(24, text.length)]);
    expect(found).toEqual([
      { start: 0, end: 16, text: 'Điều 1. Chỉ tiêu' },
      { start: 24, end: 38, text: 'Tỷ lệ hộ nghèo' },
    ]);
  });

  it('are rows of tables', () => {
    const text = '1\tThu ngân sách\t5.000';
    const span = { start: 0, end: text.length };
    const found = passagesOf(text, [{ kind: 'table', span, rows: [{ span, cells: [] }] }]);
    expect(found).toEqual([{ ...span, text }]);
  });

  it('are parted behind a sentence where they are long, and lose no word', () => {
    const text = 'Các cơ quan, đơn vị thực hiện nghiêm. '.repeat(60).trim();
    const found = passagesOf(text, [paragraph(0, text.length)]);
    expect(found.length).toBeGreaterThan(2);
    expect(found.map((one) => one.text).join(' ')).toBe(text);
    for (const { start, end, text: piece } of found) {
      expect(piece).toBe(text.slice(start, end));
      expect(piece.length).toBeLessThanOrEqual(700);
      expect(piece.endsWith('.')).toBe(true);
    }
  });
});
