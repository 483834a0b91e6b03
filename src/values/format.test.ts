import { describe, expect, it } from 'vitest';
import {
  formatDay,
  formatDue,
  formatNumber,
  formatTargetFigure,
  formatTargetValue,
  speakTargetValue,
  type TargetValue,
  withUnit,
} from './format.ts';

const target = (fields: Partial<TargetValue>): TargetValue => ({
  op: '=',
  value: null,
  value2: null,
  of: null,
  unit: null,
  ...fields,
});

describe('Numbers', () => {
  it('are written with the marks of the language', () => {
    expect(formatNumber(1234.5)).toBe('1.234,5');
    expect(formatNumber(1234.5, 'en')).toBe('1,234.5');
    expect(formatNumber(150000)).toBe('150.000');
    expect(formatNumber(17.98)).toBe('17,98');
  });
});

describe('The value of a target', () => {
  it('says how it is compared', () => {
    expect(formatTargetValue(target({ op: '>=', value: 8.5, unit: '%' }))).toBe('≥ 8,5%');
    expect(formatTargetValue(target({ op: '>', value: 98, unit: '%' }))).toBe('trên 98%');
    expect(formatTargetValue(target({ op: '<', value: 2, unit: '%' }))).toBe('dưới 2%');
    expect(formatTargetValue(target({ op: '~', value: 17.98, unit: '%' }), 'en')).toBe('about 17.98%');
    expect(formatTargetValue(target({ op: '>=', value: 11, unit: '%/năm' }))).toBe('≥ 11%/năm');
  });

  it('is said in words where it stands in a sentence', () => {
    expect(speakTargetValue(target({ op: '>=', value: 8.5, unit: '%' }))).toBe('ít nhất 8,5%');
    expect(speakTargetValue(target({ op: '<=', value: 2, unit: '%' }))).toBe('không quá 2%');
    expect(speakTargetValue(target({ op: '<=', value: 2, unit: '%' }), 'en')).toBe('at most 2%');
    expect(speakTargetValue(target({ op: '>', value: 98, unit: '%' }))).toBe('trên 98%');
  });

  it('has its percent sign as Vietnamese writes it, any other unit apart', () => {
    expect(withUnit('9,4', '%')).toBe('9,4%');
    expect(withUnit('622,75', 'MW')).toBe('622,75 MW');
    expect(withUnit('3', null)).toBe('3');
  });

  it('shows both ends of a range and the whole of a share', () => {
    expect(formatTargetValue(target({ op: 'range', value: 12, value2: 14, unit: 'xã' }))).toBe('12 – 14 xã');
    expect(formatTargetValue(target({ value: 67, of: 85, unit: 'xã' }))).toBe('67/85 xã');
  });

  it('of a condition without a number is named a condition', () => {
    expect(formatTargetValue(target({ op: 'text' }))).toBe('điều kiện');
    expect(formatTargetValue(target({ op: 'text' }), 'en')).toBe('condition');
  });

  it('can be had without its unit, for a column of its own', () => {
    expect(formatTargetFigure(target({ value: 150000, unit: 'tỷ đồng' }))).toBe('150.000');
    expect(formatTargetValue(target({ value: 150000, unit: 'tỷ đồng' }))).toBe('150.000 tỷ đồng');
  });
});

describe('When a task is due', () => {
  it('reads as a day, as years or as a rhythm', () => {
    expect(formatDue({ kind: 'by', to: '2022-10-31' })).toBe('đến 31/10/2022');
    expect(formatDue({ kind: 'by', to: '2022-10-31' }, 'en')).toBe('by 31 Oct 2022');
    expect(formatDue({ kind: 'during', from: '2023-01-01', to: '2023-12-31' })).toBe('năm 2023');
    expect(formatDue({ kind: 'during', from: '2022-01-01', to: '2025-12-31' })).toBe('2022 – 2025');
    expect(formatDue({ kind: 'during', from: '2024-04-01', to: '2024-06-30' })).toBe('01/04/2024 – 30/06/2024');
    expect(formatDue({ kind: 'recurring', every: 'half_year' })).toBe('6 tháng một lần');
    expect(formatDue({ kind: 'ongoing' })).toBe('thường xuyên');
    expect(formatDue({ kind: 'none' }, 'en')).toBe('no deadline');
  });

  it('keeps the words of a condition', () => {
    expect(formatDue({ kind: 'conditional', condition: 'Sau khi được phê duyệt' }, 'en')).toBe(
      'Sau khi được phê duyệt',
    );
  });

  it('says from which words a day was counted', () => {
    expect(formatDue({ kind: 'by', to: '2026-01-24', counted: 'trong 15 ngày kể từ ngày ký' })).toBe(
      'đến 24/01/2026 (trong 15 ngày kể từ ngày ký)',
    );
  });

  it('never mixes day and month up', () => {
    expect(formatDay('2023-12-08')).toBe('08/12/2023');
    expect(formatDay('2023-12-08', 'en')).toBe('8 Dec 2023');
  });
});
