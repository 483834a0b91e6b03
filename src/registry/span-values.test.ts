import { describe, expect, it } from 'vitest';
import type { FigureValue } from './figure.ts';
import type { FigureSpan } from './figure-basis.ts';
import { computeSpan, inOtherSpan, type Reported, toDateBefore } from './span-values.ts';

const given = (period: string, span: FigureSpan, value: number | FigureValue['missing']): Reported => ({
  period,
  span,
  figure: typeof value === 'number' ? { value, missing: null } : { value: null, missing: value },
});
const month = (number: number, value: number | FigureValue['missing']) =>
  given(`2026-M${String(number).padStart(2, '0')}`, 'period', value);

const computed = (period: string, span: FigureSpan, reported: Reported[], summed = true) =>
  computeSpan({ period, span }, reported, summed);

describe('the other span of a figure', () => {
  const spring = [month(1, 100), month(2, 120), month(3, 90)];

  it('adds months up to what there is since the year began', () => {
    expect(computed('2026-M03', 'toDate', spring)?.figure).toEqual({ value: 310, missing: null });
    expect(computed('2026-Q1', 'period', spring)?.figure.value).toBe(310);
    expect(computed('2026-Q1', 'toDate', spring)?.from).toHaveLength(3);
  });

  it('takes what was reached before from what there is to date', () => {
    const toDate = [given('2026-M05', 'toDate', 520), given('2026-M06', 'toDate', 610)];
    expect(computed('2026-M06', 'period', toDate)?.figure.value).toBe(90);
    expect(computed('2026-M01', 'period', [given('2026-M01', 'toDate', 80)])?.figure.value).toBe(80);
    expect(
      computed('2026-H2', 'period', [given('2026', 'period', 900), given('2026-M06', 'toDate', 610)])?.figure.value,
    ).toBe(290);
  });

  it('uses the fewest figures that lead there', () => {
    const reported = [...spring, given('2026-Q1', 'period', 312)];
    expect(computed('2026-M03', 'toDate', reported)).toMatchObject({
      figure: { value: 312 },
      from: [{ period: '2026-Q1' }],
    });
  });

  it('does not compute across a gap', () => {
    expect(computed('2026-M03', 'toDate', [month(1, 100), month(3, 90)])).toBeUndefined();
    expect(computed('2026-M03', 'toDate', [month(1, 100), month(2, 'notYet'), month(3, 90)])).toBeUndefined();
    expect(computed('2026-M03', 'toDate', [month(1, 100), month(2, null), month(3, 90)])).toBeUndefined();
  });

  it('passes over a month in which nothing of it happened', () => {
    expect(computed('2026-M03', 'toDate', [month(1, 100), month(2, 'notApplicable'), month(3, 90)])?.figure.value).toBe(
      190,
    );
    expect(computed('2026-M01', 'toDate', [month(1, 'notApplicable')])?.figure.missing).toBe('notApplicable');
  });

  it('does not carry one year into the next', () => {
    const reported = [given('2025-M12', 'toDate', 1000), month(1, 100)];
    expect(computed('2026-M01', 'toDate', reported)?.figure.value).toBe(100);
  });

  it('gives what stands at the end of the days for both spans', () => {
    const population = [given('2026-M03', 'period', 1_009_000)];
    expect(computed('2026-Q1', 'toDate', population, false)?.figure.value).toBe(1_009_000);
    expect(computed('2026-Q2', 'period', population, false)).toBeUndefined();
  });
});

describe('the span that nobody is asked for', () => {
  const cell = (span: FigureSpan, value: number | FigureValue['missing']) => ({
    span,
    ...given('', span, value).figure,
  });

  it('follows from what is typed and how far the year was when the period began', () => {
    const spring = [month(1, 100), month(2, 'notApplicable')];
    expect(toDateBefore('2026-M03', spring)).toBe(100);
    expect(toDateBefore('2026-Q2', [...spring, given('2026-M03', 'toDate', 190)])).toBe(190);
    expect(inOtherSpan(cell('period', 90), 100)?.value).toBe(190);
    expect(inOtherSpan(cell('toDate', 0.3), 0.1)?.value).toBe(0.2);
  });

  it('is the same where the year has only begun, and stays open where something before is not known', () => {
    expect(toDateBefore('2026-M01', [])).toBe(0);
    expect(toDateBefore('2026', [])).toBe(0);
    expect(toDateBefore('2026-M03', [month(2, 120)])).toBeNull();
    expect(toDateBefore('2026-01-01/2026-01-20', [])).toBeNull();
    expect(inOtherSpan(cell('period', 90), null)).toBeUndefined();
  });

  it('keeps what is no number: nothing happened in the month, so the year stands where it was; what is not there yet gives nothing', () => {
    expect(inOtherSpan(cell('period', 'notApplicable'), 100)).toEqual({ value: 100, missing: null });
    expect(inOtherSpan(cell('toDate', 'notApplicable'), 0)).toEqual({ value: null, missing: 'notApplicable' });
    expect(inOtherSpan(cell('period', 'notYet'), 100)).toBeUndefined();
    expect(inOtherSpan(cell('toDate', null), 100)).toBeUndefined();
  });
});
