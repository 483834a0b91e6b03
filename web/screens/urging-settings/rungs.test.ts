import { describe, expect, it } from 'vitest';
import { type Ladder, usualLadder } from '../../../src/registry/urging-ladder.ts';
import { ladderOf, rungOf, shownRungs } from './rungs.ts';

describe('the steps of urging as they are filled in', () => {
  it('are sent as they were held where nothing was changed', () => {
    expect(ladderOf(shownRungs(usualLadder, {}))).toEqual(usualLadder);
  });

  it('leave out what is switched off and count before the deadline where they stand before it', () => {
    const seen = rungOf(usualLadder, 'dueSoon');
    const rungs = shownRungs(usualLadder, {
      dueSoon: { rung: { on: true, days: 3 }, seen },
      toLeader: { rung: { on: false, days: 10 }, seen: rungOf(usualLadder, 'toLeader') },
    });
    expect(ladderOf(rungs)).toEqual([
      { kind: 'dueSoon', days: -3 },
      { kind: 'dueToday', days: 0 },
      { kind: 'overdue', days: 1 },
      { kind: 'toHead', days: 5 },
    ]);
  });

  it('cannot be sent while a number of days is missing', () => {
    const edit = { rung: { on: true, days: null }, seen: rungOf(usualLadder, 'overdue') };
    expect(ladderOf(shownRungs(usualLadder, { overdue: edit }))).toBeNull();
  });

  it('take over what somebody else changed, and say so only where both changed the same', () => {
    const edits = { toHead: { rung: { on: true, days: 7 }, seen: rungOf(usualLadder, 'toHead') } };
    const meanwhile: Ladder = [
      { kind: 'overdue', days: 2 },
      { kind: 'toHead', days: 6 },
    ];
    const rungs = shownRungs(meanwhile, edits);
    expect(ladderOf(rungs)).toEqual([
      { kind: 'overdue', days: 2 },
      { kind: 'toHead', days: 7 },
    ]);
    expect(rungs.filter(({ theirs }) => theirs).map(({ kind, theirs }) => [kind, theirs])).toEqual([
      ['toHead', { on: true, days: 6 }],
    ]);
  });
});
