import { describe, expect, it } from 'vitest';
import { targetItem, taskItem } from '../../../test/review-items.ts';
import { markedWords } from './marked-words.ts';

const marked = (sentence: string, item: Parameters<typeof markedWords>[1]) =>
  markedWords(sentence, item)
    .map(({ words, read }) => (read === null ? words : `[${words}]`))
    .join('');

describe('A sentence with what was read from it', () => {
  it('has its name, value with unit and year marked', () => {
    const item = targetItem('t1', { fields: { name: 'tỷ lệ che phủ rừng', value: 1234.5, unit: 'ha', year: 2026 } });
    expect(marked('Tỷ lệ che phủ rừng đạt 1.234,5 ha vào năm 2026.', item)).toBe(
      '[Tỷ lệ che phủ rừng] đạt [1.234,5 ha] vào năm [2026].',
    );
  });

  it('takes no part of another number for the value', () => {
    const item = targetItem('t1', { fields: { name: 'x', value: 5, unit: '%', year: null } });
    expect(marked('tăng 15% và 5,2% so với 5% trước', item)).toBe('tăng 15% và 5,2% so với [5%] trước');
  });

  it('has the bodies and the time of a task marked', () => {
    const mention = {
      role: 'lead',
      position: 0,
      name: 'Sở Y tế',
      agency: null,
      group: null,
      matchedBy: null,
      heirs: [],
    } as const;
    const item = taskItem('n1', { mentions: [{ ...mention, heirs: [] }], fields: { timeRaw: 'quý II/2026' } });
    expect(marked('Giao Sở Y tế trình trong quý II/2026', item)).toBe('Giao [Sở Y tế] trình trong [quý II/2026]');
  });

  it('is the same sentence', () => {
    const item = targetItem('t1', { fields: { name: 'a' } });
    expect(
      markedWords('5% 5% a a', item)
        .map(({ words }) => words)
        .join(''),
    ).toBe('5% 5% a a');
    expect(markedWords('', item)).toEqual([]);
  });
});
