import { expect, it } from 'vitest';
import type { Figure } from './figure.ts';
import { figurePoints, withOtherSpans } from './figure-point.ts';

const figure = (agencyId: string, period: string, value: number): Figure => ({
  ...{ id: 1, agency: { id: agencyId, name: agencyId }, tier: 'province', indicatorId: 'thu', line: '', period },
  ...{
    calendar: 'statistical',
    periodTo: '2026-03-31',
    span: 'period',
    basis: 'final',
    value,
    missing: null,
    reason: '',
  },
  ...{ submissionId: null, setAt: '2026-04-01T00:00:00.000Z', setBy: null, endedAt: null },
});

it('computes what has come together since the year began for each agency, and adds that up', () => {
  const months = ['2026-M01', '2026-M02', '2026-M03'];
  const all = months.flatMap((period, at) => [figure('a', period, 10 + at), figure('b', period, 1)]);
  const points = figurePoints(withOtherSpans(all), 'sum');
  const march = points.filter(({ period }) => period === '2026-M03');
  expect(march.map(({ span, value, computed }) => [span, value, computed])).toEqual([
    ['period', 13, false],
    ['toDate', 36, true],
  ]);
});

it('computes nothing where a month is not known', () =>
  expect(
    figurePoints(withOtherSpans([figure('a', '2026-M01', 1), figure('a', '2026-M03', 3)]), 'sum').map((one) => [
      one.period,
      one.span,
    ]),
  ).toEqual([
    ['2026-M01', 'period'],
    ['2026-M03', 'period'],
    ['2026-M01', 'toDate'],
  ]));
