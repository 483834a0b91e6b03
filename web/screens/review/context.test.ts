import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/values/block.ts';
import { contextOf } from './context.ts';

const paragraph = (start: number, end: number): Block => ({ kind: 'paragraph', span: { start, end } }) as Block;

describe('The words around a finding', () => {
  it('are its paragraph', () => {
    const blocks = [paragraph(0, 20), paragraph(21, 60), paragraph(61, 80)];
    expect(contextOf(blocks, ' '.repeat(80), { start: 30, end: 40 })).toEqual({ start: 21, end: 60 });
  });

  it('are all paragraphs that it stands in', () => {
    const blocks = [paragraph(0, 20), paragraph(21, 60)];
    expect(contextOf(blocks, ' '.repeat(60), { start: 10, end: 40 })).toEqual({ start: 0, end: 60 });
  });

  it('are its sentence where the paragraph is very long', () => {
    const text = `${'Câu trước. '.repeat(60)}Tỷ lệ đạt 5% năm nay; ${'câu sau. '.repeat(60)}`;
    const start = text.indexOf('5%');
    const { start: from, end } = contextOf([paragraph(0, text.length)], text, { start, end: start + 2 });
    expect(text.slice(from, end)).toBe(' Tỷ lệ đạt 5% năm nay;');
  });
});
