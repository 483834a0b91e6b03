import { describe, expect, it } from 'vitest';
import { endOfMonth } from '../values/plain-date.ts';
import { PathRules, type StandingFacts } from './standing.ts';
import { storyOf } from './standing-story.ts';
import { codeOf } from './target-figures.ts';

const figure = (year: number, month: number, value: number) => ({
  ...{ agencyId: 'so', period: codeOf(year * 12 + month), span: 'toDate' as const, basis: 'final' as const, value },
  ...{
    missing: null,
    periodTo: endOfMonth(year, month),
    setOn: endOfMonth(year, month),
    endedOn: null,
    agencyUntil: null,
  },
});

const facts: StandingFacts = {
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
  indicator: {
    unit: 'tỷ đồng',
    unitFactors: [],
    measure: 'level',
    direction: 'up',
    cumulative: true,
    aggregation: null,
  },
  ...{ rule: 'sum', planFrom: 2026, stated: null, set: null, rules: PathRules.parse({}) },
  figures: [figure(2025, 6, 400), figure(2025, 12, 1000), figure(2026, 3, 250), figure(2026, 6, 500)],
};

describe('a target through time', () => {
  it('shows the way month by month up to the target, and what was reached in its time', () => {
    const story = storyOf(facts, '2026-07-10');
    expect(story?.expected).toHaveLength(13);
    expect(story?.expected.at(0)).toEqual({ low: 0, high: null, day: '2025-12-31', slack: 0 });
    expect(story?.expected.at(-1)).toEqual({ low: 1200, high: null, day: '2026-12-31', slack: 60 });
    expect(story?.actual.map(({ day, value }) => [day, value])).toEqual([
      ['2026-03-31', 250],
      ['2026-06-30', 500],
    ]);
  });

  it('tells what the year may end with apart from what was reported, and how that was found', () => {
    expect(storyOf(facts, '2026-07-10')?.forecast).toEqual({ day: '2026-12-31', value: 1250, method: 'sameShare' });
    expect(storyOf({ ...facts, figures: [] }, '2026-07-10')?.forecast).toBeNull();
  });

  it('has nothing to show of a target without a number', () => {
    expect(storyOf({ ...facts, indicator: null }, '2026-07-10')).toBeNull();
  });
});
