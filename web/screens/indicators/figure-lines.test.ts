import { expect, test } from 'vitest';
import type { IndicatorFigure } from '../../../src/registry/past-figure.ts';
import { drawnFigures, valuesOfYears } from './figure-lines.ts';

const growth = { unit: '%', unitFactors: [], measure: 'growth' as const };

const figure = (change: Partial<IndicatorFigure>): IndicatorFigure => ({
  id: 'f1',
  name: 'Tốc độ tăng trưởng GRDP',
  variant: null,
  op: '=',
  value: 7.5,
  value2: null,
  of: null,
  unit: '%',
  change: 'increase',
  basis: 'actual',
  period: { from: '2024-01-01', to: '2024-12-31' },
  tier: 'province',
  documentId: '00000000-0000-4000-8000-000000000001',
  documentNumber: '01/NQ-HĐND',
  documentTitle: null,
  documentState: 'issued',
  issuer: 'Hội đồng nhân dân tỉnh Lam Hà',
  issuedOn: '2024-12-08',
  quote: 'Tốc độ tăng trưởng GRDP',
  valueQuote: '7,5',
  line: '',
  ...change,
});

test('only whole years and single days are drawn', () => {
  const figures = [
    figure({ id: 'f1' }),
    figure({ id: 'f2', period: { from: '2025-01-01', to: '2025-09-30' } }),
    figure({ id: 'f3', period: { from: '2021-01-01', to: '2025-12-31' } }),
    figure({ id: 'f4', period: { from: '2026-01-09', to: '2026-01-09' } }),
    figure({ id: 'f5', period: null }),
  ];
  expect(drawnFigures(growth, figures, 'actual').map(({ figure: { id }, year }) => [id, year])).toEqual([
    ['f1', 2024],
    ['f4', 2026],
  ]);
});

test('each basis has a line of its own, and plans of years gone by have none', () => {
  const figures = [figure({}), figure({ id: 'f2', basis: 'estimated' }), figure({ id: 'f3', basis: 'planned' })];
  expect(drawnFigures(growth, figures, 'actual')).toHaveLength(1);
  expect(drawnFigures(growth, figures, 'estimated')).toHaveLength(1);
});

test('where two documents differ on a year the line follows the one issued last, and both are there to be seen', () => {
  const later = figure({ id: 'f2', value: 7.4, issuedOn: '2025-12-08' });
  const drawn = drawnFigures(growth, [later, figure({})], 'actual');
  expect(drawn).toHaveLength(2);
  expect(valuesOfYears(drawn, [2023, 2024])).toEqual([null, 7.4]);
});
