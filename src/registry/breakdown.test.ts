import { describe, expect, it } from 'vitest';
import { type BreakdownGroup, breakdownRows } from './breakdown.ts';
import type { TargetFigure } from './target-figures.ts';

const figure = (agencyId: string, period: string, value: number, more: Partial<TargetFigure> = {}): TargetFigure => ({
  ...{ agencyId, period, span: 'period', basis: 'final', value, missing: null },
  ...{ periodTo: '2026-03-31', setOn: '2026-04-10', endedOn: null, agencyUntil: null, ...more },
});
const group = (name: string, ...values: [string, number][]): BreakdownGroup => ({
  ...{ key: name, name, code: null },
  figures: values.map(([period, value]) => figure(name, period, value)),
});
const asked = { rule: { aggregation: 'none', summed: false } as const, asOf: '2026-11-22', day: undefined };
const groups = [
  group('xã A', ['2026-Q1', 90], ['2026-Q2', 92]),
  group('xã B', ['2026-Q1', 95], ['2026-Q2', 94]),
  group('xã C', ['2026-Q1', 80], ['2026-Q2', 99], ['2026-Q3', 97]),
  group('xã D', ['2026-Q1', 70]),
];

describe('an indicator in its parts', () => {
  it('shows the latest month that most have something of, best first, what is not known behind', () => {
    const { day, days, rows } = breakdownRows(groups, { ...asked, direction: 'up' });
    expect([day, days]).toEqual(['2026-06-30', ['2026-09-30', '2026-06-30', '2026-03-31']]);
    expect(rows.map(({ name, value }) => [name, value])).toEqual([
      ['xã C', 99],
      ['xã B', 94],
      ['xã A', 92],
      ['xã D', null],
    ]);
  });

  it('puts less first where less is better, and shows another month where it is asked for', () => {
    const { rows } = breakdownRows(groups, { ...asked, direction: 'down', day: '2026-03-31' });
    expect(rows.map(({ name }) => name)).toEqual(['xã D', 'xã C', 'xã A', 'xã B']);
  });

  it('shows on a past day what counted then', () => {
    const late = {
      ...group('xã E', ['2026-Q1', 60]),
      figures: [figure('xã E', '2026-Q1', 60, { setOn: '2026-05-01' })],
    };
    const { rows } = breakdownRows([...groups, late], {
      ...asked,
      direction: 'up',
      asOf: '2026-04-20',
      day: '2026-03-31',
    });
    expect(rows.at(-1)).toMatchObject({ name: 'xã E', value: null });
  });
});
