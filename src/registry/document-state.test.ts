import { describe, expect, it } from 'vitest';
import { documentStates, hasBeenIssued, stateAfter, stateVerbs, stepsFrom } from './document-state.ts';

const ready = { blocked: 0, undecided: 0 };

describe('the states of a document', () => {
  it('offer exactly the steps that lead on or back', () => {
    expect(Object.fromEntries(documentStates.map((state) => [state, stepsFrom(state, ready)]))).toEqual({
      read: ['beginReview'],
      inReview: ['issue'],
      issued: ['takeBack', 'supersede', 'withdraw'],
      superseded: ['reinstate'],
      withdrawn: ['reinstate'],
    });
  });

  it('offer no issuing while something is blocked', () => {
    expect(stepsFrom('inReview', { blocked: 1, undecided: 0 })).toEqual([]);
  });

  it('are all reached, and none of the ended ones is a dead end', () => {
    expect(new Set(['read', ...stateVerbs.map(stateAfter)])).toEqual(new Set(documentStates));
    for (const state of documentStates) expect(stepsFrom(state, ready)).not.toEqual([]);
  });

  it('say whether it has been in force at any time', () => {
    expect(documentStates.filter(hasBeenIssued)).toEqual(['issued', 'superseded', 'withdrawn']);
  });
});
