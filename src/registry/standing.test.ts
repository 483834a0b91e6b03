import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOfMonth } from '../values/plain-date.ts';
import { expectedAt, type Path } from './expected-path.ts';
import { PathRules, type Standing, type StandingFacts, standingOf } from './standing.ts';
import type { AimedIndicator } from './target-aim.ts';
import { codeOf, type TargetFigure } from './target-figures.ts';

const sum: AimedIndicator = {
  ...{ unit: 'tỷ đồng', unitFactors: [], measure: 'level', direction: 'up', cumulative: true, aggregation: null },
};
const stock: AimedIndicator = { ...sum, unit: '%', measure: 'share', cumulative: false };

const figure = (at: number, value: number, more: Partial<TargetFigure> = {}): TargetFigure => {
  const year = Math.ceil(at / 12) - 1;
  const periodTo = endOfMonth(year, at - year * 12);
  return {
    ...{ agencyId: 'so', period: codeOf(at), span: 'toDate', basis: 'final', value, missing: null, periodTo },
    ...{ setOn: periodTo, endedOn: null, agencyUntil: null, ...more },
  };
};
const month = (year: number, of: number): number => year * 12 + of;

const facts = (figures: TargetFigure[], more: Partial<StandingFacts> = {}): StandingFacts => ({
  target: {
    op: '=',
    value: 1200,
    value2: null,
    unit: 'tỷ đồng',
    change: 'level',
    year: 2026,
    yearFrom: null,
    words: '',
  },
  ...{
    indicator: sum,
    rule: 'sum',
    planFrom: 2026,
    figures,
    stated: null,
    set: null,
    rules: PathRules.parse({}),
    ...more,
  },
});
const rate = (op: '=' | '>=' | '<=' | '~' | 'range', value: number, value2: number | null = null) => ({
  target: { ...{ op, value, value2, unit: '%', change: 'level' as const, year: 2026, yearFrom: null, words: '' } },
});

describe('where a target stands', () => {
  it('says that what is summed is on its path when as much is there as the same months every year bring', () => {
    const standing = standingOf(facts([figure(month(2026, 6), 610)]), '2026-07-10');
    expect(standing).toMatchObject({ state: 'onPath', method: 'linear', expected: { low: 600, high: null }, age: 10 });
    expect(standingOf(facts([figure(month(2026, 6), 560)]), '2026-07-10')).toMatchObject({
      state: 'behind',
      degree: 'slight',
    });
    expect(standingOf(facts([figure(month(2026, 6), 300)]), '2026-07-10')).toMatchObject({ degree: 'far', gap: 50 });
  });

  it('expects of a month what it brought in past years, where two of them tell', () => {
    const past = [2024, 2025].flatMap((year) => [figure(month(year, 6), 300), figure(month(year, 12), 1000)]);
    const standing = standingOf(facts([...past, figure(month(2026, 6), 330)]), '2026-07-10');
    expect(standing).toMatchObject({ state: 'behind', degree: 'slight', method: 'seasonal', share: 30 });
    expect(standing.expected?.low).toBe(360);
    expect(standingOf(facts([...past.slice(2), figure(month(2026, 6), 350)]), '2026-07-10').method).toBe('linear');
  });

  it('measures a rate by its way from where it began', () => {
    const more = { indicator: stock, ...rate('=', 95) };
    const known = [figure(month(2025, 12), 93, { span: 'period' }), figure(month(2026, 6), 93.2, { span: 'period' })];
    expect(standingOf(facts(known, more), '2026-07-10')).toMatchObject({
      ...{
        state: 'behind',
        degree: 'far',
        start: { value: 93, year: 2025 },
        expected: { low: 94, high: null },
        gap: 40,
      },
    });
    expect(standingOf(facts(known.slice(1), more), '2026-07-10')).toMatchObject({ method: 'steady', state: 'onPath' });
  });

  it('takes what the document states of the year before where nothing was reported', () => {
    const more = { indicator: stock, ...rate('=', 95), stated: { year: 2025, value: 93 } };
    expect(standingOf(facts([figure(month(2026, 6), 94)], more), '2026-07-10')).toMatchObject({
      ...{ state: 'onPath', start: { value: 93, year: 2025 } },
    });
  });

  it('knows that fewer is better where the catalogue or the document says so', () => {
    const poverty = { indicator: { ...stock, direction: 'down' as const }, stated: { year: 2025, value: 2 } };
    const at = (value: number, op: '=' | '>=' = '=') =>
      standingOf(facts([figure(month(2026, 6), value)], { ...poverty, ...rate(op, 1) }), '2026-07-10').state;
    expect([at(0.9), at(1.5), at(1.9), at(2.4)]).toEqual(['met', 'onPath', 'behind', 'behind']);
    expect(at(2.4, '>=')).toBe('met');
  });

  it('never calls a sum below its ceiling met before the year is over, nor the growth of a year that goes on', () => {
    const accidents = facts([figure(month(2026, 6), 10)], { ...rate('<=', 100), indicator: { ...sum, unit: '%' } });
    expect(standingOf(accidents, '2026-07-10').state).toBe('onPath');
    const growth = { indicator: { ...stock, measure: 'growth' as const }, ...rate('=', 8) };
    expect(standingOf(facts([figure(month(2026, 6), 9)], growth), '2026-07-10').state).toBe('onPath');
    expect(standingOf(facts([figure(month(2026, 12), 9)], growth), '2027-01-10').state).toBe('met');
  });

  it('is missed when its year is over, and met when it was reached', () => {
    const over = (value: number) => standingOf(facts([figure(month(2026, 12), value)]), '2027-03-01');
    expect(over(1199)).toMatchObject({ state: 'behind', degree: 'slight', ended: true });
    expect(over(1200)).toMatchObject({ state: 'met', ended: true });
  });

  it('holds a value that keeps within a range against both its ends', () => {
    const share = { indicator: { ...stock, direction: 'none' as const }, ...rate('range', 30, 35) };
    const at = (value: number) => standingOf(facts([figure(month(2026, 12), value)], share), '2027-01-10').state;
    expect([at(29), at(30), at(35), at(36)]).toEqual(['behind', 'met', 'met', 'behind']);
  });

  it('goes by the values that the coordinator has set, and ends at the target', () => {
    const set = {
      method: 'trajectory' as const,
      points: [
        { period: '2026-Q1', value: 100 },
        { period: '2026-H1', value: 400 },
      ],
    };
    const at = (of: number, value: number) =>
      standingOf(facts([figure(month(2026, of), value)], { set }), '2026-12-30').expected?.low;
    expect([at(3, 1), at(6, 1), at(9, 1)]).toEqual([undefined, undefined, 800]);
    const early = facts([figure(month(2026, 4), 200)], { set });
    expect(standingOf(early, '2026-05-10')).toMatchObject({ state: 'onPath', expected: { low: 200 } });
  });

  it('says why there is nothing to say', () => {
    const because = (more: Partial<StandingFacts>, figures: TargetFigure[] = [], day = '2026-07-10') =>
      standingOf(facts(figures, more), day).because;
    const target = facts([]).target;
    expect(because({})).toBe('noFigure');
    expect(because({ indicator: null })).toBe('noIndicator');
    expect(because({ target: { ...target, op: 'text', value: null } })).toBe('noNumber');
    expect(because({ target: { ...target, unit: 'xã' } })).toBe('otherUnit');
    expect(because({ target: { ...target, year: 2030 } })).toBe('notBegun');
    expect(because({}, [figure(month(2026, 1), 200)])).toBe('old');
    const two = [figure(month(2026, 6), 600), figure(month(2026, 5), 500, { agencyId: 'xa' })];
    expect(because({ rule: 'none' }, [...two, figure(month(2026, 5), 500)])).toBe('apart');
    expect(because({}, two)).toBe('lacking');
    const relative = { ...target, unit: '%', change: 'increase' as const, value: 5 };
    expect(because({ indicator: stock, target: relative }, [figure(month(2026, 6), 20)])).toBe('noBase');
  });

  it('adds what several agencies reported, and waits for none that ceased to be', () => {
    const two = [figure(month(2026, 6), 300), figure(month(2026, 6), 310, { agencyId: 'xa' })];
    expect(standingOf(facts(two), '2026-07-10')).toMatchObject({
      value: 610,
      agencyIds: ['so', 'xa'],
      state: 'onPath',
    });
    const gone = figure(month(2026, 2), 90, { agencyId: 'cu', agencyUntil: '2026-03-01' });
    expect(standingOf(facts([...two, gone]), '2026-07-10').value).toBe(610);
  });

  it('is as it was on a past day: what was corrected since counts as it did', () => {
    const corrected = [
      figure(month(2026, 6), 610, { endedOn: '2026-08-01' }),
      figure(month(2026, 6), 300, { setOn: '2026-08-01' }),
    ];
    expect(standingOf(facts(corrected), '2026-07-20').state).toBe('onPath');
    expect(standingOf(facts(corrected), '2026-08-01').state).toBe('behind');
  });

  it('sums what is to be reached in several years, and holds a yearly mean against each year', () => {
    const trees = { ...facts([]).target, year: 2028, yearFrom: 2026 };
    const figures = [figure(month(2026, 12), 500), figure(month(2027, 6), 200)];
    expect(standingOf(facts(figures, { target: trees }), '2027-07-10')).toMatchObject({
      value: 700,
      expected: { low: 600 },
    });
    const mean = { target: { ...trees, words: 'bình quân' } };
    expect(standingOf(facts(figures, mean), '2027-07-10')).toMatchObject({ value: 200, expected: { low: 600 } });
  });
});

const order: Record<Standing['state'], number> = { met: 3, onPath: 2, behind: 1, noData: 0 };
const rank = ({ state, degree }: Standing): number => order[state] * 2 - (degree === 'far' ? 1 : 0);

const value = fc.double({ min: 0, max: 5000, noNaN: true });
const anyTarget = fc.record({
  fewer: fc.boolean(),
  cumulative: fc.boolean(),
  asked: fc.double({ min: 1, max: 3000, noNaN: true }),
  base: fc.option(value),
  of: fc.integer({ min: 1, max: 12 }),
});
type Any = { fewer: boolean; cumulative: boolean; asked: number; base: number | null; of: number };

const standingAt = ({ fewer, cumulative, asked, base, of }: Any, reported: number): Standing =>
  standingOf(
    facts([figure(month(2026, of), reported)], {
      ...rate(fewer ? '<=' : '>=', asked),
      indicator: { ...stock, cumulative },
      stated: base === null ? null : { year: 2025, value: base },
    }),
    endOfMonth(2026, of),
  );

describe('any target', () => {
  it('is never worse off for a better value', () => {
    fc.assert(
      fc.property(anyTarget, value, value, (target, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        const [worse, better] = target.fewer ? [more, less] : [less, more];
        expect(rank(standingAt(target, better))).toBeGreaterThanOrEqual(rank(standingAt(target, worse)));
      }),
    );
  });

  it('without a figure is never met nor on its path', () => {
    fc.assert(
      fc.property(anyTarget, fc.constantFrom('notApplicable', 'notYet', null), (target, missing) => {
        const none = figure(month(2026, target.of), 0, { value: null, missing });
        const more = { ...rate('>=', target.asked), indicator: { ...stock, cumulative: target.cumulative } };
        expect(standingOf(facts([none], more), '2026-12-31').state).toBe('noData');
        expect(standingOf(facts([], more), '2026-12-31').state).toBe('noData');
      }),
    );
  });

  it('ends its path at the target, and at its beginning is where it began', () => {
    const shares = new Map(Array.from({ length: 11 }, (_, at) => [at + 1, (at + 1) / 14]));
    fc.assert(
      fc.property(
        fc.constantFrom('linear', 'seasonal', 'trajectory', 'steady'),
        value,
        value,
        fc.array(fc.record({ at: fc.integer({ min: 24300, max: 24340 }), value })),
        (method, start, end, points) => {
          const sorted = points.toSorted((a, b) => a.at - b.at);
          const path: Path = {
            method,
            from: 24312,
            to: 24324,
            start,
            aim: { low: end, high: null, open: false },
            shareBy: (month: number) => shares.get(month),
            points: sorted,
          };
          expect(expectedAt(path, 24324)?.low).toBe(end);
          if (method === 'linear' || method === 'trajectory') expect(expectedAt(path, 24312)?.low).toBe(start);
        },
      ),
    );
  });
});
