import { describe, expect, it } from 'vitest';
import { isSyllable } from './syllable.ts';

const words = (text: string): string[] => text.split(' ');

describe('a Vietnamese syllable', () => {
  it.each(
    words(
      'chỉ tiêu nghiêng khuyến khích quốc quyết quýt giếng gì giữ uỷ ủy hoà hòa thuở khuỷu ngoằn ngoèo yêu nghĩa kỳ ghế xoong rượu đường ăn ở ý',
    ),
  )('%s is one', (word) => {
    expect(isSyllable(word)).toBe(true);
  });

  it.each(words('thưc hoạcn uớc nươc măt ngiêng kông càa đườngg cghế qu quc hộii'))('%s is none', (word) => {
    expect(isSyllable(word)).toBe(false);
  });

  it('before a stop bears only the tones that it can', () => {
    expect(words('các cạc cac càc cảc cãc').map(isSyllable)).toEqual([true, true, false, false, false, false]);
  });

  it('begins with k, gh, ngh only before e, ê, i, y', () => {
    expect(words('kê cê ghi ngha nghe nge ca ka').map(isSyllable)).toEqual([
      true,
      false,
      true,
      false,
      true,
      false,
      true,
      false,
    ]);
  });
});
