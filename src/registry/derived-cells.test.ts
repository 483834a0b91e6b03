import { expect, it } from 'vitest';
import { deriveFigure, formulasOf } from './derived-cells.ts';
import { blank, type FigureKey, type FigureValue, figureKey } from './figure.ts';

const key = (indicatorId: string, line = ''): FigureKey => ({ indicatorId, line, span: 'toDate', basis: 'final' });
const known = new Map<string, FigureValue>([
  [figureKey(key('output')), { value: 900, missing: null }],
  [figureKey(key('output', 'thành thị')), { value: 600, missing: null }],
  [figureKey({ ...key('people'), span: 'period' }), { value: 300, missing: null }],
]);
const derive = (formulas: Record<string, string>, of: FigureKey) =>
  deriveFigure(of, formulasOf(Object.entries(formulas)), (one) => known.get(figureKey(one)));

it('computes a derived figure, and those that follow from it', () => {
  const formulas = { perHead: '{output} / {people}', doubled: '{perHead} * 2' };
  expect(derive(formulas, key('perHead'))).toEqual({ value: 3, missing: null });
  expect(derive(formulas, key('doubled'))).toEqual({ value: 6, missing: null });
});

it('takes the same part of each, or the whole where that is named', () => {
  const formulas = { share: '{output} / {output|} * 100' };
  expect(derive(formulas, key('share', 'thành thị')).value).toBeCloseTo(66.667, 3);
});

it('stays blank for what nobody reports, what cannot be read and what goes in a circle', () => {
  expect(derive({ one: '{nobody} + 1' }, key('one'))).toEqual(blank);
  expect(derive({ one: '{output} +' }, key('one'))).toEqual(blank);
  expect(derive({ one: '{two}', two: '{one}' }, key('one'))).toEqual(blank);
});
