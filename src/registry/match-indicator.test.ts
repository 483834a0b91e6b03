import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readIndicatorSeed } from './indicator-seed.ts';
import {
  type ListedTarget,
  matchIndicator,
  matchTargets,
  type NamedTarget,
  prepareCatalogue,
} from './match-indicator.ts';

const seed = readIndicatorSeed(readFileSync(new URL('../../seed/indicators.tsv', import.meta.url), 'utf8'));
const catalogue = prepareCatalogue(seed);

const plain: NamedTarget = {
  name: '',
  variant: null,
  op: '=',
  value: 1,
  unit: '%',
  change: 'level',
  base: null,
  year: 2025,
};
const match = (name: string, more: Partial<NamedTarget> = {}) => matchIndicator(catalogue, { ...plain, name, ...more });
const lineOf = (name: string, more: Partial<NamedTarget> = {}) => {
  const found = match(name, more);
  return found && [found.indicatorId, found.line];
};
const growth = { change: 'increase' } as const;

describe('the indicator of a target', () => {
  it('is one for growth of GRDP, whatever the year calls it', () => {
    expect(lineOf('Tốc độ tăng trưởng GRDP', growth)).toEqual(['grdp-growth', '']);
    expect(lineOf('Tốc độ tăng trưởng kinh tế', growth)).toEqual(['grdp-growth', '']);
    expect(lineOf('Tốc độ tăng tổng sản phẩm trên địa bàn (GRDP)', growth)).toEqual(['grdp-growth', '']);
    expect(lineOf('Tốc độ tăng trưởng GRDP bình quân', { ...growth, unit: '%/năm' })).toEqual(['grdp-growth', '']);
    expect(lineOf('Tốc độ tăng trưởng GRDP', { ...growth, variant: 'có tính giá trị sản xuất nhiệt điện' })).toEqual([
      'grdp-growth',
      '',
    ]);
  });

  it('tells growth, size, share and amount per head apart', () => {
    expect(lineOf('Quy mô kinh tế', { unit: 'tỷ đồng' })).toEqual(['grdp-size', '']);
    expect(lineOf('GRDP bình quân đầu người', { unit: 'triệu đồng/người/năm' })).toEqual(['grdp-per-capita', '']);
    expect(lineOf('GRDP bình quân đầu người', { unit: 'USD' })).toEqual(['grdp-per-capita-usd', '']);
    expect(lineOf('Cơ cấu kinh tế', { variant: 'dịch vụ' })).toEqual(['grdp-structure', 'khu vực III']);
    expect(lineOf('Tổng vốn đầu tư toàn xã hội', { unit: 'tỷ đồng' })?.[0]).toBe('investment');
    expect(lineOf('Tổng vốn đầu tư toàn xã hội', growth)?.[0]).toBe('investment-growth');
    expect(lineOf('Tổng vốn đầu tư toàn xã hội so với GRDP')?.[0]).toBe('investment-grdp');
  });

  it('tells the lines of one indicator apart, and knows one line in other words', () => {
    const first = lineOf('Tốc độ tăng trưởng GRDP', { ...growth, variant: 'khu vực I' });
    expect(first).toEqual(['grdp-growth', 'khu vực I']);
    expect(lineOf('Tốc độ tăng trưởng GRDP', { ...growth, variant: 'nông, lâm nghiệp và thủy sản' })).toEqual(first);
    const without = { ...growth, variant: 'không tính giá trị sản xuất nhiệt điện' };
    expect(lineOf('Tốc độ tăng trưởng GRDP', without)).toEqual(['grdp-growth', 'không tính nhiệt điện']);
    expect(lineOf('Tỷ lệ thất nghiệp khu vực thành thị')).toEqual(['unemployment', 'thành thị']);
    expect(lineOf('Tỷ lệ dân số đô thị được cung cấp nước sạch')).toEqual(['water-clean', 'thành thị']);
    expect(lineOf('Tỷ lệ dân số nông thôn sử dụng nước hợp vệ sinh', { variant: 'nước sạch' })).toEqual([
      'water-clean',
      'nông thôn',
    ]);
  });

  it('takes another base for another line, and last year for the usual one', () => {
    const against = (base: string) => lineOf('Thu nội địa', { ...growth, base, year: 2024 });
    expect(against('so với ước thực hiện năm 2023')).toEqual(['revenue-domestic-growth', '']);
    expect(against('so cùng kỳ')).toEqual(['revenue-domestic-growth', '']);
    expect(against('so với dự toán năm 2023')).toEqual(['revenue-domestic-growth', 'so với dự toán']);
    expect(against('so với năm 2020')).toEqual(['revenue-domestic-growth', 'so với năm 2020']);
  });

  it('tells a number of communes from a share of communes, and both from communes added', () => {
    const name = 'Số xã đạt chuẩn nông thôn mới';
    expect(lineOf('Tỷ lệ xã đạt chuẩn nông thôn mới')?.[0]).toBe('ntm-communes-share');
    expect(lineOf(name, { unit: 'xã' })?.[0]).toBe('ntm-communes');
    expect(lineOf(name, { unit: 'xã', ...growth })?.[0]).toBe('ntm-communes-added');
    expect(lineOf('Tỷ lệ xã nông thôn mới nâng cao')?.[0]).toBe('ntm-advanced-share');
  });

  it('takes units that can be turned into one another for the same, others not', () => {
    expect(lineOf('Tổng công suất điện gió', { unit: 'GW' })?.[0]).toBe('wind-capacity');
    expect(lineOf('Sản lượng thủy sản', { unit: 'tấn' })?.[0]).toBe('fishery-output');
    expect(lineOf('Sản lượng thủy sản', { unit: 'tỷ đồng' })).toBeUndefined();
    expect(lineOf('Số dược sĩ đại học trên 10.000 dân', { unit: 'dược sĩ/vạn dân' })?.[0]).toBe('pharmacists');
  });

  it('leaves out what is only like a known one', () => {
    expect(match('Tỷ lệ xã đạt chuẩn tiếp cận pháp luật')).toBeUndefined();
    expect(match('Tỷ suất tử vong trẻ em dưới 2 tuổi', { unit: '‰' })).toBeUndefined();
    expect(match('Tỷ trọng')).toBeUndefined();
    expect(match('Tỷ lệ')).toBeUndefined();
  });

  it('says by what, and which words differ', () => {
    const found = match('Tỷ lệ lực lượng lao động trong độ tuổi lao động tham gia bảo thất nghiệp');
    expect(found).toMatchObject({ indicatorId: 'unemployment-insurance', by: 'words' });
    expect(found?.why.onlyInName).toEqual(['hiểm']);
    expect(found?.certainty).toBeLessThan(0.95);
    expect(match('Tỷ lệ đô thị hóa')).toMatchObject({ by: 'name', certainty: 1 });
  });
});

describe('the targets of one document', () => {
  const listed = (id: string, more: Partial<ListedTarget>): ListedTarget => ({
    ...plain,
    id,
    value2: null,
    parentId: null,
    tier: 'province',
    ...more,
  });

  it('gives a bare rate the name of what it belongs to', () => {
    const found = matchTargets(catalogue, [
      listed('t1', { name: 'Tổng điện năng sản xuất', unit: 'tỷ kWh', value: 12 }),
      listed('t2', { name: 'Tốc độ', parentId: 't1', ...growth }),
    ]);
    expect(found.get('t2')?.indicatorId).toBe('power-output-growth');
  });

  it('leaves a part out that could not be told from its whole', () => {
    const found = matchTargets(catalogue, [
      listed('t1', { name: 'Tỷ lệ che phủ rừng', value: 4.6 }),
      listed('t2', { name: 'Tỷ lệ che phủ rừng', value: 50, parentId: 't1' }),
    ]);
    expect([...found.keys()]).toEqual(['t1']);
  });
});

describe('the delivered catalogue', () => {
  it('has one entry for each id, and finds each entry by its own name', () => {
    expect(new Set(seed.map(({ id }) => id)).size).toBe(seed.length);
    const lost = seed.filter((one) => {
      const change = one.measure === 'growth' ? 'increase' : one.measure === 'reduction' ? 'decrease' : 'level';
      const target = { unit: one.unit, change, op: one.measure === 'condition' ? 'text' : '=' } as const;
      const name = /^cơ cấu/iu.test(one.name) ? `${one.name} khu vực I` : one.name;
      return match(name, target)?.indicatorId !== one.id;
    });
    expect(lost.map(({ id }) => id)).toEqual([]);
  });
});
