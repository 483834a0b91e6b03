import { describe, expect, it } from 'vitest';
import { openText } from '../../src/files/text/text.ts';

const paragraphs = (text: string): string[] => {
  const source = openText(new TextEncoder().encode(text), 'txt');
  return source.blocks.map(({ span }) => source.text.slice(span.start, span.end).replace(/\s+/gu, ' '));
};

const cells = ['ỦY BAN NHÂN DÂN TỈNH LAM HÀ', 'Số: 12/KH-UBND', 'Lam Hà, ngày 05 tháng 3 năm 2026'];
const rest = 'KẾ HOẠCH\n\nI. MỤC TIÊU\n';

describe('the letterhead that portals put between bars', () => {
  it('has a paragraph for each cell, wherever its lines are broken', () => {
    for (let word = 1; word < 6; word++) {
      const broken = cells.map((cell) => {
        const words = cell.split(' ');
        return [words.slice(0, word).join(' '), words.slice(word).join(' ')].filter((part) => part !== '').join('\n');
      });
      expect(paragraphs(`|\n${broken.join('\n|\n')}\n|\n\n${rest}`).slice(0, 3)).toEqual(cells);
    }
  });

  it('ends a cell at the rule drawn under it', () => {
    expect(paragraphs(`|\nỦY BAN NHÂN DÂN\nTỈNH LAM HÀ\n-------\n|\nSố: 12/KH-UBND\n|\n\n|\n${rest}`)[0]).toBe(
      'ỦY BAN NHÂN DÂN TỈNH LAM HÀ',
    );
  });

  it('leaves lines without such bars as they are', () => {
    expect(paragraphs('ỦY BAN NHÂN DÂN\nTỈNH LAM HÀ\n\nKẾ HOẠCH\n')).toEqual([
      'ỦY BAN NHÂN DÂN',
      'TỈNH LAM HÀ',
      'KẾ HOẠCH',
    ]);
  });
});
