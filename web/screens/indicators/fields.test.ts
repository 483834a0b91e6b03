import { describe, expect, it } from 'vitest';
import { emptyFields, fieldsOf, formOf, wrongFactor } from './fields.ts';

describe('the form of an entry', () => {
  it('gives back what it was given', () => {
    const fields = {
      ...emptyFields,
      name: 'Tỷ suất tử vong trẻ em dưới 1 tuổi',
      synonyms: ['Tử vong trẻ dưới 1 tuổi', 'Tỷ lệ tử vong trẻ em'],
      unit: '‰',
      unitFactors: [
        { unit: 'ca/1.000 trẻ đẻ sống', factor: 1 },
        { unit: '%', factor: 0.1 },
      ],
      decimals: 1,
    };
    expect(fieldsOf(formOf(fields))).toEqual(fields);
  });

  it('names the line of units that it does not understand', () => {
    expect(wrongFactor('ca/1.000 trẻ = 1\n\nhạng = 0,5')).toBeUndefined();
    expect(wrongFactor('hạng = 1\nbậc bằng 1')).toBe('bậc bằng 1');
    expect(wrongFactor('hạng = 0')).toBe('hạng = 0');
  });
});
