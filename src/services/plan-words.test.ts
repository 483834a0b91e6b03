import { expect, it } from 'vitest';
import { valueWords } from '../report/plan-words.ts';
import { basisWords } from './plan-bases.ts';
import { timeOfWords, valueOfWords } from './plan-words.ts';

const said = (value: string, unit: string | null = null) => {
  const found = valueOfWords({ value, unit, name: 'Tỷ lệ hộ nghèo' });
  return found && [found.change, found.op, found.value, found.value2, found.of, found.unit, found.base];
};

it('values are understood as the reader understands them in a document', () => {
  expect(said('98% trở lên')).toEqual(['level', '>=', 98, null, null, '%', null]);
  expect(said('tăng 8,5% so với năm 2026')).toEqual(['increase', '=', 8.5, null, null, '%', 'so với năm 2026']);
  expect(said('12.500', 'tỷ đồng')).toEqual(['level', '=', 12500, null, null, 'tỷ đồng', null]);
  expect(said('12 - 14', 'xã')).toEqual(['level', 'range', 12, 14, null, 'xã', null]);
  expect(said('67/85', 'xã')).toEqual(['level', '=', 67, null, 85, 'xã', null]);
  expect(said('Đạt')).toEqual(['level', 'text', null, null, null, null, null]);
});

it('what is no value is not taken for one', () => {
  for (const words of ['', 'sẽ tính sau', '5% và 8%', '98% trở lên, riêng vùng cao 70%'])
    expect(said(words)).toBeUndefined();
});

it('what a plan writes of a value is understood as that value', () => {
  for (const op of ['=', '>=', '>', '<=', '<', '~'] as const)
    for (const change of ['level', 'increase', 'decrease'] as const) {
      const value = { op, value: 1234.5, value2: null, of: null, change, base: null };
      expect(valueOfWords({ value: valueWords(value), unit: '%', name: 'x' })).toEqual({ ...value, unit: '%' });
    }
});

it('times are understood from the day of the plan, and no time is one, too', () => {
  expect(timeOfWords({ time: 'Quý II/2027' }, null)).toEqual({ kind: 'by', to: '2027-06-30' });
  expect(timeOfWords({ time: 'Thường xuyên' }, null)).toEqual({ kind: 'ongoing' });
  expect(timeOfWords({ time: ' ' }, null)).toEqual({ kind: 'none' });
  expect(timeOfWords({ time: 'lúc nào tiện' }, null)).toBeUndefined();
});

it('a basis is cited with its kind, number, day, issuer and subject, a law with its name and day alone', () => {
  const council = {
    ...({ number: '52/NQ-HĐND', kind: 'nghi_quyet', issuer: 'Hội đồng nhân dân tỉnh Bình Châu' } as const),
    ...{ issuedOn: '2025-12-09', title: 'Về kế hoạch phát triển kinh tế - xã hội năm 2026' },
  };
  expect(basisWords(council)).toBe(
    'Căn cứ Nghị quyết số 52/NQ-HĐND ngày 09 tháng 12 năm 2025 của Hội đồng nhân dân tỉnh Bình Châu về kế hoạch phát triển kinh tế - xã hội năm 2026',
  );
  const plan = { ...council, number: '118/QĐ-UBND', kind: 'ke_hoach_hanh_dong', issuedOn: '2026-01-20' } as const;
  expect(basisWords({ ...plan, title: 'Ban hành Kế hoạch hành động năm 2026' })).toMatch(
    /^Căn cứ Quyết định số 118\/QĐ-UBND ngày 20 tháng 01 năm 2026 .* ban hành Kế hoạch hành động năm 2026$/,
  );
  expect(basisWords({ ...council, number: '12-NQ/TU', title: 'Phát triển kinh tế biển' })).toMatch(
    /Nghị quyết số 12-NQ\/TU .* về phát triển kinh tế biển$/,
  );
  const law = { ...council, number: '72/2025/QH15', kind: 'khac', issuer: 'Quốc hội', issuedOn: '2025-06-16' } as const;
  expect(basisWords({ ...law, title: 'Tổ chức chính quyền địa phương' })).toBe(
    'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025',
  );
});

it('what lacks its number or its day is not cited', () => {
  const read = { number: '1/QĐ-UBND', kind: 'quyet_dinh', issuer: 'Ủy ban nhân dân tỉnh', title: 'Giao việc' } as const;
  expect(basisWords({ ...read, issuedOn: null })).toBeUndefined();
  expect(basisWords({ ...read, number: null, issuedOn: '2026-01-20' })).toBeUndefined();
});
