import { describe, expect, it } from 'vitest';
import { readTyped } from './typed-number.ts';

const million = { unit: 'triệu đồng', unitFactors: [] };
const percent = { unit: '%', unitFactors: [] };
const value = (text: string, units = million) => {
  const typed = readTyped(text, units);
  return 'fault' in typed ? typed.fault : (typed.figure.missing ?? typed.figure.value);
};

describe('what is typed into a cell', () => {
  it.each([
    ['1.234,5', 1234.5],
    ['1 234,5', 1234.5],
    ['1 234 567', 1234567],
    ['1,234.5', 1234.5],
    ['1,234,567', 1234567],
    ['1234.5', 1234.5],
    ['1.500', 1500],
    ['1,500', 1.5],
    ['0.500', 0.5],
    ['0', 0],
    ['-5,2', -5.2],
    ['−5,2', -5.2],
    ['(5,2)', -5.2],
    ['giảm 5,2', -5.2],
    ['tăng 5,2', 5.2],
    [',5', 0.5],
    ['-0', 0],
  ])('takes %s for a number as it was meant', (text, number) => expect(value(text)).toBe(number));

  it.each([
    ['5,12 tỷ', 5120],
    ['5,12 ty', 5120],
    ['5,12 tỷ đồng', 5120],
    ['900.000 đồng', 0.9],
    ['3 nghìn tỷ đồng', 3_000_000],
    ['7 triệu', 7],
  ])('turns %s into the unit of the indicator', (text, number) => expect(value(text)).toBe(number));

  it('takes a percent sign where shares are counted, and nowhere else', () => {
    expect(value('12,5%', percent)).toBe(12.5);
    expect(value('12,5 %', percent)).toBe(12.5);
    expect(value('12,5%')).toBe('unitUnknown');
  });

  it.each(['-', '–', 'x', 'X', 'KPS', 'không phát sinh', 'Khong phat sinh', 'N/A'])(
    'takes %s for: nothing of it happened',
    (text) => expect(value(text)).toBe('notApplicable'),
  );

  it.each(['…', '...', 'chưa có', 'Chua co so lieu', 'chưa có số liệu', 'CCSL'])(
    'takes %s for: not known yet',
    (text) => expect(value(text)).toBe('notYet'),
  );

  it('tells a blank from a zero and from both words', () => {
    expect(readTyped('   ', million)).toEqual({ figure: { value: null, missing: null } });
    expect(readTyped('0', million)).toEqual({ figure: { value: 0, missing: null } });
  });

  it.each(['abc', '1.23.4', '12 34', '1,2,3', '#REF!', '=A1+B1', '12/5'])('does not guess at %s', (text) =>
    expect(value(text)).toMatch(/notANumber|unitUnknown/),
  );

  it('never gives a rest of binary arithmetic', () => {
    expect(value('1.234,567 triệu')).toBe(1234.567);
    expect(value('4,35 tỷ')).toBe(4350);
  });
});
