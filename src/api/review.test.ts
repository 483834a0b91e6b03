import { describe, expect, it } from 'vitest';
import { reviewVerbs } from '../registry/review.ts';
import * as endpoints from './review.ts';

const { actInReview } = endpoints;
const item = { kind: 'task', id: 'n1', version: 1 };

describe('what may be sent to a review', () => {
  it.each([
    { verb: 'accept', items: [item] },
    { verb: 'reject', items: [item], reason: 'Không phải nhiệm vụ' },
    { verb: 'correct', item, change: { kind: 'task', fields: { lead: ['Sở Y tế'] } } },
    { verb: 'join', items: [item, { ...item, id: 'n2' }] },
    { verb: 'setAgencies', items: [item], role: 'lead', agencies: [{ name: 'Sở Y tế', meaning: null }] },
    { verb: 'resolveAgency', item, role: 'lead', position: 0, meaning: { agencyId: 'a' }, everywhere: true },
    { verb: 'chooseMembers', item, role: 'coord', position: 0, agencyIds: ['a', 'b'] },
    { verb: 'chooseIndicator', items: [{ ...item, kind: 'target', id: 't1' }], indicatorId: null },
    { verb: 'undo' },
  ])('$verb is taken', (action) => {
    expect(actInReview.body.parse(action)).toEqual(action);
    expect(reviewVerbs.some((verb) => verb === action.verb)).toBe(true);
  });

  it.each([
    ['an item without the version that was seen', { verb: 'accept', items: [{ kind: 'task', id: 'n1' }] }],
    ['nothing to accept', { verb: 'accept', items: [] }],
    ['a joining of one', { verb: 'join', items: [item] }],
    ['a deed that is not known', { verb: 'drop', items: [item] }],
    ['fields of another kind', { verb: 'correct', item, change: { kind: 'task', fields: { time: { kind: 'by' } } } }],
  ])('%s is not', (_, action) => {
    expect(actInReview.body.safeParse(action).success).toBe(false);
  });

  it('needs somebody with a post at every address', () => {
    const accesses = Object.values(endpoints).flatMap((one) => ('access' in one ? [one.access] : []));
    expect(accesses.filter((access) => ['public', 'signedIn'].includes(access))).toEqual([]);
    expect(accesses.length).toBeGreaterThan(5);
  });
});
