import { expect, test } from 'vitest';
import { settingOf } from './frame.ts';
import { askedWords } from './items.ts';

const setting = settingOf('vi', '');
const poverty: Parameters<typeof askedWords>[1] = {
  ...{ name: 'Tỷ lệ hộ nghèo', op: 'range', value: 0.3, value2: 0.5, of: null, unit: '%/năm', year: 2030 },
  change: 'decrease',
};

test('who reads a heading alone learns which way a number is to go, once', () => {
  expect(askedWords(setting, poverty)).toBe('giảm 0,3 – 0,5%/năm, năm 2030');
  expect(askedWords(setting, { ...poverty, name: 'Mức giảm tỷ lệ hộ nghèo' })).toBe('0,3 – 0,5%/năm, năm 2030');
  expect(askedWords(setting, { ...poverty, op: '>=', value: 98, value2: null, unit: '%', change: 'level' })).toBe(
    'ít nhất 98%, năm 2030',
  );
});
