import { describe, expect, it } from 'vitest';
import { noteOf, targetItem, taskItem } from '../../../test/review-items.ts';
import {
  arrange,
  beginAt,
  countStandings,
  groupOf,
  neighbourOf,
  nextOpen,
  standingOf,
  stepFrom,
  undoubted,
} from './queue.ts';

const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

describe('How a finding stands', () => {
  it('is blocked before it is doubtful, and what was decided before both', () => {
    const notes = [noteOf('unitMissing')];
    expect(standingOf(targetItem('t1'))).toBe('clear');
    expect(standingOf(targetItem('t1', { notes: [noteOf('kindUnknown')] }))).toBe('clear');
    expect(standingOf(targetItem('t1', { notes }))).toBe('doubtful');
    expect(standingOf(taskItem('n1', { notes, blockers: ['leadMissing'] }))).toBe('blocked');
    expect(standingOf(taskItem('n1', { notes, review: 'rejected' }))).toBe('rejected');
  });

  it('is counted', () => {
    const items = [
      targetItem('t1'),
      targetItem('t2', { review: 'accepted' }),
      taskItem('n1', { blockers: ['leadMissing'] }),
    ];
    expect(countStandings(items)).toMatchObject({ clear: 1, accepted: 1, blocked: 1, total: 3, decided: 1 });
  });
});

describe('The queue', () => {
  const before = [targetItem('t2'), targetItem('t1'), targetItem('t3')];

  it('keeps the place of what is decided, though the server puts it last', () => {
    const later = [targetItem('t1'), targetItem('t3'), targetItem('t2', { review: 'accepted' })];
    expect(ids(arrange(ids(before), later))).toEqual(['t2', 't1', 't3']);
  });

  it('puts what is new behind what it follows, and leaves out what others replaced', () => {
    const later = [
      targetItem('t2'),
      targetItem('t1', { review: 'replaced' }),
      targetItem('t4'),
      targetItem('t5'),
      targetItem('t3'),
    ];
    expect(ids(arrange(ids(before), later))).toEqual(['t2', 't4', 't5', 't3']);
    expect(ids(arrange([], later))).toEqual(['t2', 't4', 't5', 't3']);
  });

  it('goes on to the next undecided one, round its end, and nowhere where none is left', () => {
    const queue = [targetItem('t1'), targetItem('t2', { review: 'accepted' }), targetItem('t3')];
    expect(nextOpen(queue, 't1')?.id).toBe('t3');
    expect(nextOpen(queue, 't3')?.id).toBe('t1');
    expect(nextOpen(queue.slice(1, 2), 't2')).toBeUndefined();
    expect(nextOpen([targetItem('t1')], 't1')).toBeUndefined();
  });

  it('is walked one by one and stops at its ends', () => {
    expect(stepFrom(before, 't2', 1)?.id).toBe('t1');
    expect(stepFrom(before, 't2', -1)?.id).toBe('t2');
    expect(stepFrom(before, 't3', 1)?.id).toBe('t3');
  });

  it('begins at what the address names, else at the first undecided one', () => {
    const queue = [targetItem('t1', { review: 'accepted' }), targetItem('t2')];
    expect(beginAt(queue, 't1')?.id).toBe('t1');
    expect(beginAt(queue, 't9')?.id).toBe('t2');
    expect(beginAt([], undefined)).toBeUndefined();
  });
});

describe('A group', () => {
  const other = { fields: { group: 'Xã hội' } };
  const doubted = targetItem('t2', { notes: [noteOf('unitMissing')] });
  const queue = [doubted, targetItem('t3'), targetItem('t1'), targetItem('t4', other), taskItem('n1')];

  it('is everything of one kind under one heading, as the text goes', () => {
    expect(ids(groupOf(queue, doubted))).toEqual(['t1', 't2', 't3']);
  });

  it('is accepted without what is doubtful, blocked or decided', () => {
    expect(ids(undoubted(groupOf(queue, doubted)))).toEqual(['t1', 't3']);
  });

  it('joins a finding with the next of its kind in the text, whatever the order of the queue', () => {
    expect(neighbourOf(queue, doubted)?.id).toBe('t3');
    expect(neighbourOf(queue, taskItem('n1'))).toBeUndefined();
  });
});
