import { describe, expect, it } from 'vitest';
import { dueAskFault, dueChangeVerbsOf } from './due-change.ts';

const own = { isOwn: true, coordinates: false };
const coordinator = { isOwn: false, coordinates: true };
const duty = { stage: 'accepted', due: '2026-03-31' };
const now = { today: '2026-03-31', asked: false };

describe('another deadline', () => {
  it('is asked for by the agency until its deadline has passed', () => {
    expect(dueAskFault(duty, own, now)).toBeUndefined();
    expect(dueAskFault(duty, own, { ...now, today: '2026-04-01' })).toBe('deadlinePassed');
    expect(dueAskFault({ ...duty, due: null }, own, now)).toBeUndefined();
  });

  it('is put in by the coordinator afterwards', () => {
    expect(dueAskFault(duty, coordinator, { ...now, today: '2026-04-01' })).toBeUndefined();
  });

  it('is asked for once at a time, by nobody else, and for nothing that is reported or over', () => {
    expect(dueAskFault(duty, own, { ...now, asked: true })).toBe('askedAlready');
    expect(dueAskFault(duty, { isOwn: false, coordinates: false }, now)).toBe('notYours');
    expect(
      ['reported', 'done', 'dropped', 'returned'].map((stage) => dueAskFault({ ...duty, stage }, own, now)),
    ).toEqual(Array(4).fill('closed'));
  });

  it('is decided by who set the deadline, and withdrawn by who asked', () => {
    const nobody = { isAsker: false, isOwnHead: false, decides: false };
    expect(dueChangeVerbsOf({ stage: 'asked' }, { ...nobody, decides: true })).toEqual(['grant', 'refuse']);
    expect(dueChangeVerbsOf({ stage: 'asked' }, { ...nobody, isAsker: true })).toEqual(['withdraw']);
    expect(dueChangeVerbsOf({ stage: 'granted' }, { ...nobody, decides: true, isAsker: true })).toEqual([]);
  });
});
