import { describe, expect, it } from 'vitest';
import { emptyDraft, emptyMove, writtenEvent } from './draft.ts';

const head = { title: ' Sắp xếp ', legalBasis: 'NQ 1', effectiveOn: '2025-03-01' };
const a = { id: 'a', name: 'Sở A' };
const b = { id: 'b', name: 'Sở B' };

describe('an event that is being written', () => {
  it('can be saved once every line says from where to where', () => {
    expect(writtenEvent(emptyDraft())).toBeUndefined();
    expect(writtenEvent({ ...emptyDraft(), ...head })).toBeUndefined();
    expect(writtenEvent({ ...emptyDraft(), ...head, moves: [{ ...emptyMove(1, a), to: b }] })).toEqual({
      title: 'Sắp xếp',
      legalBasis: 'NQ 1',
      effectiveOn: '2025-03-01',
      newAgencies: [],
      moves: [{ kind: 'merge', from: 'a', to: 'b', field: null, name: null }],
    });
  });

  it('leaves out what does not belong to a kind of line: the heir of a renaming, the field of a merger', () => {
    const moves = [
      { ...emptyMove(1, a), kind: 'rename' as const, to: b, name: 'Sở C', field: 'x' },
      { ...emptyMove(2, b), kind: 'abolish' as const, to: a },
      { ...emptyMove(3, b), to: a, field: 'x' },
    ];
    expect(writtenEvent({ ...emptyDraft(), ...head, moves })?.moves).toEqual([
      { kind: 'rename', from: 'a', to: null, field: null, name: 'Sở C' },
      { kind: 'abolish', from: 'b', to: null, field: null, name: null },
      { kind: 'merge', from: 'b', to: 'a', field: null, name: null },
    ]);
  });

  it('waits for the new name of a renaming', () => {
    const moves = [{ ...emptyMove(1, a), kind: 'rename' as const }];
    expect(writtenEvent({ ...emptyDraft(), ...head, moves })).toBeUndefined();
  });
});
