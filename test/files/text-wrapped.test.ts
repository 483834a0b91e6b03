import { describe, expect, it } from 'vitest';
import { openFile } from '../../src/files/open.ts';

const paragraphs = (text: string): string[] => {
  const source = openFile(new TextEncoder().encode(text), 'a.txt');
  return source.blocks.map(({ span }) => source.text.slice(span.start, span.end).replace(/\s+/g, ' '));
};

/** As portals save them: the first line of each paragraph is short, an empty line between paragraphs. */
const portal = (bullets: number): string =>
  ['V. TỔ\nCHỨC THỰC HIỆN']
    .concat(
      Array.from(
        { length: bullets },
        (_, i) =>
          `- Hướng dẫn địa\nphương số ${i} xác định nơi chôn lấp tạm thời; đảm bảo khoảng cách;\nbáo cáo Ban Chỉ huy\nPhòng chống thiên tai.`,
      ),
    )
    .join('\n\n');

describe('A text whose lines a portal has broken', () => {
  it('is put together where first lines are short, over capitals and semicolons', () => {
    const read = paragraphs(portal(20));
    expect(read[0]).toBe('V. TỔ CHỨC THỰC HIỆN');
    expect(read[1]).toBe(
      '- Hướng dẫn địa phương số 0 xác định nơi chôn lấp tạm thời; đảm bảo khoảng cách; báo cáo Ban Chỉ huy Phòng chống thiên tai.',
    );
    expect(read).toHaveLength(21);
  });

  it('is not put together where long lines are paragraphs of their own', () => {
    const lines = Array.from(
      { length: 30 },
      (_, i) => `Việc thứ ${i} ${'được giao cho cơ quan chuyên môn '.repeat(6)}.`,
    );
    expect(paragraphs(`${lines.join('\n')}\nvà việc cuối`)).toHaveLength(31);
  });
});
