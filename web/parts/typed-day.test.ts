import { describe, expect, it } from 'vitest';
import { typedDay } from './typed-day.ts';

describe('A day as people type it', () => {
  it.each(['8/12/2023', ' 08/12/2023 ', '08-12-2023', '8.12.23', '08122023', '8 12 2023'])('%s is one day', (text) => {
    expect(typedDay(text)).toBe('2023-12-08');
  });

  it.each(['', '31/02/2024', '12/2023', '2023-12-08', '8/13/2023', '8/12/203', 'hôm nay'])('%s is none', (text) => {
    expect(typedDay(text)).toBeUndefined();
  });

  it('may be the day that only leap years have', () => {
    expect(typedDay('29/2/2024')).toBe('2024-02-29');
    expect(typedDay('29/2/2023')).toBeUndefined();
  });
});
