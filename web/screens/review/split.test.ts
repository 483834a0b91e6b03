import { describe, expect, it } from 'vitest';
import { taskItem } from '../../../test/review-items.ts';
import { cutAt, firstCut } from './split.ts';

const quote = 'Sửa đường liên xã; xây cầu Ba Gò.';
const item = {
  ...taskItem('n1', { quote }),
  record: { ...taskItem('n1').record, span: { start: 100, end: 100 + quote.length } },
};
const words = (span: { start: number; end: number }) => quote.slice(span.start - 100, span.end - 100);

describe('Splitting a finding', () => {
  it('is offered behind the semicolon', () => {
    expect(quote.slice(firstCut(quote))).toBe('xây cầu Ba Gò.');
    expect(firstCut('một hai ba bốn')).toBe(8);
    expect(firstCut('abcd')).toBe(2);
  });

  it('gives two places in the text without the white space between them', () => {
    expect(cutAt(item, firstCut(quote))?.map(words)).toEqual(['Sửa đường liên xã;', 'xây cầu Ba Gò.']);
    expect(cutAt(item, firstCut(quote) - 1)?.map(words)).toEqual(['Sửa đường liên xã;', 'xây cầu Ba Gò.']);
  });

  it('gives none at its ends', () => {
    expect(cutAt(item, 0)).toBeUndefined();
    expect(cutAt(item, quote.length)).toBeUndefined();
  });
});
