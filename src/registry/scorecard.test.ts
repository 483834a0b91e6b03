import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stateDay } from './duty-state.ts';
import { criteria, type EmulationScale, proposedRules, ScaleRules, scaleOn } from './emulation-scale.ts';
import { countedBy, placesOf, type ScoredAgency, type ScoredDays, type ScoredDuty, scoreOf } from './scorecard.ts';
import { reasonWords } from './scorecard-words.ts';
import { workingCalendar } from './working-days.ts';

const days: ScoredDays = { last: stateDay(workingCalendar([]), '2026-03-14', 3), today: '2026-03-20', over: true };
const empty: ScoredAgency = {
  ...{ id: 'so-a', duties: [], reports: [], targets: [], obstacles: [] },
  people: { people: 0, came: 0 },
};
const duty = (id: string, fields: Partial<ScoredDuty> = {}): ScoredDuty => ({
  ...{ id, stage: 'accepted', due: '2026-06-30', doneOn: null, hasOfficer: true },
  ...{ givenOn: '2026-01-05', saidOn: '2026-03-01', waits: false },
  ...fields,
});
const report = (id: string, fields: Partial<ScoredAgency['reports'][number]> = {}) => ({
  ...{ id, due: '2026-03-17', firstSentAt: '2026-03-16T02:00:00Z', asked: 10, filled: 10 },
  ...{ sentBack: false, corrected: 0 },
  ...fields,
});
const target = (id: string, state: 'met' | 'behind' | 'noData', because: 'noFigure' | 'noIndicator' | null = null) => ({
  ...{ id, documentId: 'd', name: id, standing: { state, because } },
});
const of = (criterion: (typeof criteria)[number], agency: Partial<ScoredAgency>) =>
  countedBy(criterion, { ...empty, ...agency }, days).map((item) => [item.id, item.count, item.of, item.because]);

describe('what a criterion counts', () => {
  it('takes work that is done or overdue, on time or not; what is still in time tells nothing yet', () => {
    const duties = [
      duty('in-time'),
      duty('no-deadline', { due: null }),
      duty('on-time', { stage: 'done', due: '2026-02-28', doneOn: '2026-02-28' }),
      duty('late', { stage: 'done', due: '2026-02-28', doneOn: '2026-03-02' }),
      duty('overdue', { due: '2026-03-13' }),
    ];
    expect(of('tasks', { duties })).toEqual([
      ['on-time', 1, 1, 'doneOnTime'],
      ['late', 0, 1, 'doneLate'],
      ['overdue', 0, 1, 'openOverdue'],
    ]);
  });

  it('holds a figure that is owed against the agency, and leaves out what nobody could judge', () => {
    const targets = [
      target('met', 'met'),
      target('behind', 'behind'),
      target('owed', 'noData', 'noFigure'),
      target('nobody', 'noData', 'noIndicator'),
    ];
    expect(of('targets', { targets })).toEqual([
      ['met', 1, 1, 'good'],
      ['behind', 0, 1, 'behind'],
      ['owed', 0, 1, 'noFigure'],
    ]);
  });

  it('counts reports by their first sending, and nothing of one that is late and still being written', () => {
    const reports = [
      report('sent'),
      report('late', { firstSentAt: '2026-03-18T02:00:00Z', filled: 8 }),
      report('missing', { firstSentAt: null, filled: 9 }),
      report('not-due', { firstSentAt: null, due: '2026-03-25' }),
    ];
    expect(of('onTime', { reports })).toEqual([
      ['sent', 1, 1, 'sentOnTime'],
      ['late', 0, 1, 'sentLate'],
      ['missing', 0, 1, 'notSent'],
    ]);
    expect(of('complete', { reports })).toEqual([
      ['sent', 10, 10, 'filled'],
      ['late', 8, 10, 'gaps'],
      ['missing', 0, 10, 'notSent'],
    ]);
  });

  it('calls a report clean that was neither sent back nor corrected after the lock', () => {
    const reports = [report('clean'), report('back', { sentBack: true }), report('corrected', { corrected: 2 })];
    expect(of('quality', { reports: [...reports, report('unsent', { firstSentAt: null })] })).toEqual([
      ['clean', 1, 1, 'clean'],
      ['back', 0, 1, 'sentBack'],
      ['corrected', 0, 1, 'corrected'],
    ]);
  });

  it('asks of open work alone who has it and when something was last said, and gives new work its time', () => {
    const duties = [
      duty('said'),
      duty('silent', { saidOn: '2026-02-01', hasOfficer: false }),
      duty('never', { saidOn: null }),
      duty('new', { saidOn: null, givenOn: '2026-03-10' }),
      duty('waits', { saidOn: null, waits: true }),
      duty('done', { stage: 'done', doneOn: '2026-03-01', saidOn: null }),
    ];
    expect(of('updated', { duties })).toEqual([
      ['said', 1, 1, 'said'],
      ['silent', 0, 1, 'silent'],
      ['never', 0, 1, 'neverSaid'],
    ]);
    expect(of('responsible', { duties }).map(([id, count]) => [id, count])).toEqual([
      ['said', 1],
      ['silent', 0],
      ['never', 1],
      ['new', 1],
      ['waits', 1],
    ]);
  });

  it('says why an agency that nobody came to is not in use', () => {
    expect(of('signedIn', {})).toEqual([['so-a', 0, 1, 'nobody']]);
    expect(of('signedIn', { people: { people: 2, came: 0 } })).toEqual([['so-a', 0, 1, 'nobodyCame']]);
    expect(of('signedIn', { people: { people: 2, came: 1 } })).toEqual([['so-a', 1, 1, 'came']]);
  });
});

describe('a score', () => {
  it('is brought to a hundred over the criteria that have data, and tells how much of the scale that is', () => {
    const duties = [
      duty('on-time', { stage: 'done', due: '2026-02-28', doneOn: '2026-02-28' }),
      duty('overdue', { due: '2026-03-13' }),
    ];
    const reports = [report('sent')];
    const score = scoreOf({ ...empty, duties, reports, people: { people: 1, came: 1 } }, days, proposedRules);
    // Tasks 17.5 of 35, reports 10 + 10 + 10, updated 10, responsible 5, signed in 5: 67.5 of 85.
    expect(score).toMatchObject({ score: 79.4, covered: 85, className: 'Hoàn thành tốt nhiệm vụ' });
    const before = scoreOf(
      { ...empty, duties, reports, people: { people: 1, came: 1 } },
      { ...days, over: false },
      proposedRules,
    );
    expect(before).toMatchObject({ score: 79.4, className: null });
    expect(score.states).toMatchObject({ doneOnTime: 1, openOverdue: 1 });
    expect(score.criteria.find(({ criterion }) => criterion === 'targets')).toMatchObject({
      share: null,
      points: null,
    });
  });

  it('is none, and of no class, where too little is known', () => {
    expect(scoreOf({ ...empty, people: { people: 1, came: 1 } }, days, proposedRules)).toMatchObject({
      ...{ score: null, className: null, covered: 5 },
    });
  });

  it('is never better for one more overdue task, and always between 0 and 100', () => {
    const anyDuty = fc.record({
      stage: fc.constantFrom('accepted', 'done'),
      due: fc.constantFrom('2026-02-28', '2026-06-30', null),
      doneOn: fc.constantFrom('2026-02-27', '2026-03-05'),
      hasOfficer: fc.boolean(),
      saidOn: fc.constantFrom('2026-03-10', '2026-01-10', null),
    });
    fc.assert(
      fc.property(fc.array(anyDuty, { maxLength: 12 }), fc.boolean(), (some, came) => {
        const duties = some.map((fields, at) => duty(`${at}`, fields));
        const agency = { ...empty, duties, people: { people: 1, came: came ? 1 : 0 } };
        const rules = { ...proposedRules, leastCovered: 1 };
        const before = scoreOf(agency, days, rules);
        const overdue = duty('overdue', { due: '2026-03-01', hasOfficer: false, saidOn: null });
        const after = scoreOf({ ...agency, duties: [...duties, overdue] }, days, rules);
        expect(before.score).toBeGreaterThanOrEqual(0);
        expect(before.score).toBeLessThanOrEqual(100);
        const share = (one: typeof after) => one.criteria.find(({ criterion }) => criterion === 'tasks')?.share ?? 1;
        expect(share(after)).toBeLessThanOrEqual(share(before));
      }),
    );
  });

  it('shares a place among equals, and gives none to whoever has no score', () => {
    expect(placesOf([80, null, 90, 80, 70])).toEqual([2, null, 1, 2, 4]);
  });
});

describe('the scale of a day', () => {
  const scale = (id: number, validFrom: string): EmulationScale => ({
    ...{ id, validFrom, decisionNumber: `${id}/QĐ-UBND`, decisionDate: validFrom, rules: proposedRules },
    ...{ setAt: '2026-01-01T00:00:00Z', setBy: { id: 'a', name: 'A' } },
  });

  it('is the last that had begun, the later entry of two from one day, and the proposal before the first', () => {
    const scales = [scale(1, '2026-01-01'), scale(3, '2026-07-01'), scale(2, '2026-07-01')];
    expect(scaleOn(scales, '2025-12-31')).toBeNull();
    expect(scaleOn(scales, '2026-06-30')?.id).toBe(1);
    expect(scaleOn(scales, '2026-07-01')?.id).toBe(3);
  });

  it('must have points, and classes that go down', () => {
    expect(ScaleRules.safeParse(proposedRules).success).toBe(true);
    const none = Object.fromEntries(criteria.map((criterion) => [criterion, 0]));
    expect(ScaleRules.safeParse({ ...proposedRules, points: none }).success).toBe(false);
    const classes = proposedRules.classes.toReversed();
    expect(ScaleRules.safeParse({ ...proposedRules, classes }).success).toBe(false);
  });

  it('has a word for every reason in both languages', () => {
    expect(Object.keys(reasonWords.en).sort()).toEqual(Object.keys(reasonWords.vi).sort());
  });
});
