import { describe, expect, it } from 'vitest';
import {
  judgementVerbsOf,
  type ProgressFields,
  type ProgressStage,
  progressGap,
  progressVerbsOf,
  savingVerdict,
} from './progress.ts';

const nothing: ProgressFields = {
  share: null,
  result: false,
  doneText: '',
  proposal: '',
  confidence: null,
  withoutEvidence: '',
};

const officer = { isAuthor: true, isOwn: true, isHead: false, isInCharge: true };
const head = { isAuthor: false, isOwn: true, isHead: true, isInCharge: false };
const headWhoWrites = { ...head, isAuthor: true };
const colleague = { ...officer, isAuthor: false, isInCharge: false };
const stranger = { ...colleague, isOwn: false };

describe('an update', () => {
  it('goes from its author to the head, and from the head to everybody', () => {
    const next = (stage: ProgressStage) => [progressVerbsOf(stage, officer, true), progressVerbsOf(stage, head, true)];
    expect(next('draft')).toEqual([['save', 'submit', 'drop'], ['takeOver']]);
    expect(next('submitted')).toEqual([['withdraw'], ['approve', 'return']]);
    expect(next('returned')).toEqual([['save', 'submit', 'drop'], ['takeOver']]);
    expect(next('sent')).toEqual([[], []]);
  });

  it('of a head is sent at once', () => {
    expect(progressVerbsOf('draft', headWhoWrites, true)).toEqual(['save', 'send', 'drop']);
  });

  it('is nobody else’s to write, submit or approve', () => {
    for (const stage of ['draft', 'submitted', 'returned', 'sent'] as const)
      expect([...progressVerbsOf(stage, colleague, true), ...progressVerbsOf(stage, stranger, true)]).toEqual([]);
    // Somebody who has left the agency no longer writes for it.
    expect(progressVerbsOf('draft', { ...officer, isOwn: false }, true)).toEqual([]);
  });

  it('is gone on with by the head, or by the colleague whom the duty was put into the charge of', () => {
    const successor = { ...colleague, isInCharge: true };
    expect(progressVerbsOf('draft', successor, true)).toEqual(['takeOver']);
    expect(progressVerbsOf('submitted', successor, true)).toEqual([]);
    expect(progressVerbsOf('draft', { ...successor, isOwn: false }, true)).toEqual([]);
  });

  it('can be written, but not sent, while the duty takes no reports', () => {
    expect(progressVerbsOf('draft', officer, false)).toEqual(['save', 'drop']);
    expect(progressVerbsOf('submitted', head, false)).toEqual(['return']);
  });

  it('must say something, and a result what was done and what proves it', () => {
    const gap = (fields: Partial<ProgressFields>, wantsProof = false, proofs = 0, openPieces = 0) =>
      progressGap({ ...nothing, ...fields }, { wantsProof, proofs, openPieces });
    expect(gap({})).toBe('nothingSaid');
    expect(gap({ doneText: '  ' })).toBe('nothingSaid');
    expect(gap({ share: 0 })).toBeUndefined();
    expect(gap({ result: true, share: 100 })).toBe('resultWithoutText');
    expect(gap({ result: true, doneText: 'Đã trình' }, true)).toBe('resultWithoutEvidence');
    expect(gap({ result: true, doneText: 'Đã trình' }, true, 1)).toBeUndefined();
    expect(gap({ result: true, doneText: 'Đã trình', withoutEvidence: 'Văn bản mật' }, true)).toBeUndefined();
    expect(gap({ result: true, doneText: 'Đã trình' })).toBeUndefined();
    expect(gap({ result: true, doneText: 'Đã trình' }, false, 0, 1)).toBe('piecesOpen');
    expect(gap({ share: 50 }, false, 0, 1)).toBeUndefined();
  });
});

describe('a saving', () => {
  const mine = 'a3bb189e-8bf9-4c4a-9d5c-0a1f9a3a0001';
  const other = 'a3bb189e-8bf9-4c4a-9d5c-0a1f9a3a0002';
  const stored = { stage: 'draft' as const, version: 4, savedFrom: mine, savedNumber: 7 };
  const saving = (window: string, number: number, version: number) => ({
    id: mine,
    window,
    number,
    version,
    fields: nothing,
  });

  it('of the window that saved last goes on, even where its last answer was lost', () => {
    expect(savingVerdict(stored, saving(mine, 8, 4))).toBe('next');
    expect(savingVerdict(stored, saving(mine, 9, 2))).toBe('next');
  });

  it('that comes again or late is known and changes nothing', () => {
    expect(savingVerdict(stored, saving(mine, 7, 3))).toBe('known');
    expect(savingVerdict(stored, saving(mine, 5, 2))).toBe('known');
    expect(savingVerdict({ ...stored, stage: 'sent' }, saving(mine, 7, 3))).toBe('known');
  });

  it('of a window that has not seen what another one saved is stale', () => {
    expect(savingVerdict(stored, saving(other, 1, 3))).toBe('stale');
    expect(savingVerdict(stored, saving(other, 1, 4))).toBe('next');
  });

  it('comes too late for what was submitted or sent', () => {
    expect(savingVerdict({ ...stored, stage: 'submitted' }, saving(mine, 8, 4))).toBe('closed');
    expect(savingVerdict({ ...stored, stage: 'returned' }, saving(mine, 8, 4))).toBe('next');
  });
});

describe('a result', () => {
  const sent = { stage: 'sent' as const, result: true, judgement: null };
  const said = { at: '2026-01-01T00:00:00.000Z', by: { id: 'a', name: 'A' }, because: null };

  it('is judged while the duty is reported, and a confirmation can be taken back', () => {
    expect(judgementVerbsOf(sent, 'reported')).toEqual(['confirm', 'sendBack']);
    expect(judgementVerbsOf(sent, 'accepted')).toEqual([]);
    expect(judgementVerbsOf({ ...sent, result: false }, 'reported')).toEqual([]);
    expect(judgementVerbsOf({ ...sent, judgement: { ...said, verdict: 'confirmed' } }, 'done')).toEqual(['takeBack']);
    expect(judgementVerbsOf({ ...sent, judgement: { ...said, verdict: 'sentBack' } }, 'accepted')).toEqual([]);
  });
});
