import { describe, expect, it } from 'vitest';
import { levelThree } from './account.ts';
import { type AccountFacts, mayDecide, needsReason, remarksOf, reminderStep, reviewDue } from './account-review.ts';

const now = new Date('2026-11-22T03:00:00Z');
const account = (facts: Partial<AccountFacts>) => ({
  state: 'active' as const,
  posts: [{ role: 'officer' as const, agencyId: 'so', agencyName: 'Sở' }],
  seenAt: '2026-11-20T03:00:00Z',
  createdAt: '2026-01-01T03:00:00Z',
  secondFactor: false,
  ...facts,
});
const remarks = (facts: Partial<AccountFacts>) => remarksOf(account(facts), levelThree, now);

describe('a review of accounts', () => {
  it('is due so many months after the last one was closed, at the end of a shorter month where there is no such day', () => {
    expect(reviewDue('2026-05-22', 6)).toBe('2026-11-22');
    expect(reviewDue('2026-08-31', 6)).toBe('2027-02-28');
    expect(reviewDue('2027-08-31', 6)).toBe('2028-02-29');
    expect(reviewDue('2026-12-30', 12)).toBe('2027-12-30');
  });

  it('is reminded of two weeks before, on the day, and each week after', () => {
    const on = (today: string) => reminderStep('2026-11-22', today);
    expect(['2026-11-07', '2026-11-08', '2026-11-21', '2026-11-22', '2026-11-28', '2026-11-29'].map(on)).toEqual([
      null,
      0,
      0,
      1,
      1,
      2,
    ]);
  });

  it('points out who never came, who has not for long, who has no second factor or post, and what is locked', () => {
    expect(remarks({})).toEqual([]);
    expect(remarks({ seenAt: null, state: 'invited' })).toEqual(['neverUsed']);
    expect(remarks({ seenAt: '2026-10-01T03:00:00Z' })).toEqual(['unused']);
    expect(remarks({ posts: [{ role: 'administrator', agencyId: 'so', agencyName: 'Sở' }] })).toEqual([
      'noSecondFactor',
    ]);
    expect(remarks({ posts: [], state: 'locked' })).toEqual(['noPosts', 'locked']);
    expect(remarks({ state: 'left', posts: [], seenAt: null })).toEqual([]);
  });

  it('lets nobody shut themselves out, and asks for a reason wherever something is taken or something speaks against keeping', () => {
    expect(mayDecide(account({}), true)).toEqual(['keep']);
    expect(mayDecide(account({}), false)).toEqual(['keep', 'lock', 'endPosts']);
    expect(mayDecide(account({ state: 'locked', posts: [] }), false)).toEqual(['keep']);
    expect(mayDecide(account({ state: 'left' }), false)).toEqual([]);
    expect([needsReason('keep', []), needsReason('keep', ['unused']), needsReason('lock', [])]).toEqual([
      false,
      true,
      true,
    ]);
  });
});
