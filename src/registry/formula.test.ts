import { describe, expect, it } from 'vitest';
import { blank, type FigureValue } from './figure.ts';
import { circleIn, evaluate, type Formula, isFault, parseFormula, referencesOf } from './formula.ts';

const read = (text: string): Formula => {
  const formula = parseFormula(text);
  if (isFault(formula)) throw new Error(`${text}: ${JSON.stringify(formula)}`);
  return formula;
};
const known: Record<string, FigureValue> = {
  a: { value: 10, missing: null },
  b: { value: 4, missing: null },
  zero: { value: 0, missing: null },
  later: { value: null, missing: 'notYet' },
  never: { value: null, missing: 'notApplicable' },
};
const result = (text: string): FigureValue => evaluate(read(text), ({ indicatorId }) => known[indicatorId] ?? blank);

describe('the formula of a derived indicator', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 4 - 3', 3],
    ['16 / 4 / 2', 2],
    ['-{a} + 1', -9],
    ['--2', 2],
    ['{a} / {b} * 1000', 2500],
    ['{a} : {b} × 0,5', 1.25],
    ['0.1 + 0.2', 0.3],
    ['{zero} / {a}', 0],
  ])('%s is computed as arithmetic has it', (text, value) => expect(result(text)).toEqual({ value, missing: null }));

  it('stays blank where something is blank, and says what else is missing', () => {
    expect(result('{a} + {nobody-said}')).toEqual(blank);
    expect(result('{later} + {nobody-said}')).toEqual(blank);
    expect(result('{a} / {later}')).toEqual(known.later);
    expect(result('{never} + {later}')).toEqual(known.later);
    expect(result('-{never}')).toEqual(known.never);
  });

  it('gives no number for a division by zero', () => expect(result('{a} / {zero}')).toEqual(blank));

  it('names indicators with the part that is meant', () =>
    expect(referencesOf(read('{a} / {b|thành thị} + {b|} + {a}'))).toEqual([
      { indicatorId: 'a', line: null },
      { indicatorId: 'b', line: 'thành thị' },
      { indicatorId: 'b', line: '' },
    ]));

  it.each([
    ['', 0, ''],
    ['{a} +', 5, ''],
    ['{a} {b}', 4, '{b}'],
    ['({a}', 4, ''],
    ['{a} + process.exit()', 6, 'process.exit'],
    ['{} * 2', 0, '{}'],
    ['2 ^ 3', 2, '^ 3'],
  ])('says where %s cannot be read', (text, at, found) => expect(parseFormula(text)).toEqual({ at, found }));

  it('refuses what is nested beyond reason instead of failing', () =>
    expect(isFault(parseFormula('('.repeat(100_000) + ')'.repeat(100_000)))).toBe(true));

  it('finds a circle, and only a circle', () => {
    const formulas = (entries: Record<string, string>) =>
      new Map(Object.entries(entries).map(([id, text]) => [id, read(text)]));
    expect(circleIn(formulas({ x: '{y} + {z}', y: '{z}', z: '{a}' }))).toBeUndefined();
    expect(circleIn(formulas({ x: '{y}', y: '{z} * 2', z: '{y} + 1' }))).toEqual(['y', 'z', 'y']);
    expect(circleIn(formulas({ x: '{x} + 1' }))).toEqual(['x', 'x']);
  });
});
