import { describe, expect, it } from 'vitest';
import { searchQuery, searchText } from './search-text.ts';
import { placeTone } from './tone.ts';

describe('searched text', () => {
  it('parts words by single spaces and keeps them with and without accents', () => {
    expect(searchText(['Tỷ lệ  “Đô thị hoá”:', null, '8,5%'])).toEqual({
      words: ' tỷ lệ đô thị hóa 8 5%',
      plainWords: ' ty le do thi hoa 8 5%',
    });
  });

  it('minds accents in a query as soon as there is one', () => {
    expect(searchQuery('Do thi')).toEqual({ form: 'plainWords', terms: ['do', 'thi'] });
    expect(searchQuery('Đo thi')).toEqual({ form: 'words', terms: ['đo', 'thi'] });
  });

  it('keeps what stands in quotation marks together', () => {
    expect(searchQuery('gdp "hộ nghèo" gdp')).toEqual({ form: 'words', terms: ['gdp', 'hộ nghèo'] });
  });

  it('asks for nothing where only signs were typed', () => {
    expect(searchQuery(' "" -- ')).toBeUndefined();
  });
});

describe('the place of a tone mark', () => {
  it.each([
    ['hoà', 'hòa'],
    ['khoẻ', 'khỏe'],
    ['thuỷ lợi', 'thủy lợi'],
    ['uỷ ban', 'ủy ban'],
    ['xã hội hoá', 'xã hội hóa'],
  ])('%s becomes %s', (from, to) => {
    expect(placeTone(from)).toBe(to);
  });

  it.each(['hoàn thành', 'quý', 'toán', 'khoáng', 'thuyền', 'quỹ', 'ngoài', 'xoáy'])('%s stays', (word) => {
    expect(placeTone(word)).toBe(word);
  });
});
