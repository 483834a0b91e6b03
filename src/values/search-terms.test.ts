import { describe, expect, it } from 'vitest';
import { plainSearch, searchPatterns, searchTerms } from './search-terms.ts';

const patterns = (typed: string) => {
  const terms = searchTerms(typed);
  return terms && searchPatterns(terms);
};

describe('what is looked for in everything', () => {
  it('keeps the accents of each word that has them, so that both ways may be typed in one search', () => {
    expect(patterns('Hộ ngheo ')).toMatchObject({ said: `('hộ') & ('ngheo')`, phrase: `'hộ' <-> 'ngheo'` });
  });

  it('takes the last word for the beginning of one while it is typed, and not when a space follows', () => {
    expect(patterns('chuyển đ')?.said).toBe(`('chuyển')`);
    expect(patterns('chuyển đổ')?.said).toBe(`('chuyển') & ('đổ':*)`);
    expect(patterns('chuyển đổi ')?.said).toBe(`('chuyển') & ('đổi')`);
    expect(patterns('chỉ tiêu 1')?.said).toBe(`('chỉ') & ('tiêu') & ('1')`);
  });

  it('keeps in a row what stands in quotation marks, and what a number is made of', () => {
    expect(patterns('“hoà bình” 95/QĐ-UBND')).toMatchObject({
      said: `('hòa' <-> 'bình') & ('95' <-> 'qđ' <-> 'ubnd':*)`,
      phrase: `'hòa' <-> 'bình' <-> '95' <-> 'qđ' <-> 'ubnd':*`,
    });
  });

  it('asks the index for words in a row by their pairs, and each row that it gives for their places', () => {
    const phrase = `'+hộ nghèo' & '+nghèo giảm' & '+giảm nhanh'`;
    const said = `('+hộ nghèo') & ('giảm') & ('nhanh')`;
    expect(patterns('“hộ nghèo” giảm nhanh ')?.byPairs).toEqual({
      said: { index: said, row: said },
      phrase: { index: phrase, row: `${phrase} & ('hộ' <-> 'nghèo' <-> 'giảm' <-> 'nhanh')` },
    });
  });

  it('asks the index for no more beginnings of words than it must', () => {
    const phrase = `'+nông thôn':*`;
    expect(patterns('nông thôn')?.byPairs).toEqual({
      said: { index: `('nông')`, row: `('nông') & ('thôn':*)` },
      phrase: { index: phrase, row: phrase },
    });
    const alone = `('thôn':*)`;
    expect(patterns('thôn')?.byPairs).toEqual({ said: { index: alone, row: alone }, phrase: null });
  });

  it('lets no sign of the question’s language through', () => {
    expect(patterns(`a'b:* & !(c) \\ d`)?.said).toBe(`('a' <-> 'b') & ('c')`);
    expect(searchTerms(`'' & | ! () <->`)).toBeUndefined();
  });

  it('compares names without accents', () => {
    const terms = searchTerms('Sở Nội vụ');
    expect(terms && plainSearch(terms)).toBe('so noi vu');
  });
});
