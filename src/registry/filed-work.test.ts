import { describe, expect, it } from 'vitest';
import { bodiesOnMap, type FiledWork, rollUp } from './filed-work.ts';
import type { Heir } from './succession.ts';

const heir = (agencyId: string, ...fields: string[]): Heir => ({
  ...{ agencyId, fields, since: '2025-03-01', reorganisationId: 'r' },
});
const filed = (agencyId: string, work: string, now = [agencyId]): FiledWork => ({ agencyId, work, kind: 'task', now });

describe('a body of the past on today’s map', () => {
  it('is itself while it is there, and all its heirs where each carries on all of its work', () => {
    expect(bodiesOnMap('tc', [])).toEqual(['tc']);
    expect(bodiesOnMap('kh', [heir('tc')])).toEqual(['tc']);
    expect(bodiesOnMap('huyen', [heir('xa-1'), heir('xa-2')])).toEqual(['xa-1', 'xa-2']);
  });

  it('is the heir of the field where it was split, and itself while nobody has said the field', () => {
    const heirs = [heir('nv', 'lao động'), heir('yt', 'trẻ em')];
    expect(bodiesOnMap('ld', heirs, 'trẻ em')).toEqual(['yt']);
    expect(bodiesOnMap('ld', heirs)).toEqual(['ld']);
  });
});

describe('work counted by body', () => {
  const heirsOf = (id: string): Heir[] => (id === 'kh' ? [heir('tc')] : []);
  const rows = [filed('kh', 'n1'), filed('tc', 'n1'), filed('tc', 'n2'), filed('ld', 'n3', ['yt'])];

  it('reads as it was given out', () => {
    expect(rollUp(rows, 'filed', heirsOf)).toEqual([
      { agencyId: 'tc', tasks: 2, targets: 0 },
      { agencyId: 'kh', tasks: 1, targets: 0 },
      { agencyId: 'ld', tasks: 1, targets: 0 },
    ]);
  });

  it('stands with the heirs on today’s map, each piece once: as it was moved, otherwise as the register knows', () => {
    expect(rollUp(rows, 'today', heirsOf)).toEqual([
      { agencyId: 'tc', tasks: 2, targets: 0 },
      { agencyId: 'yt', tasks: 1, targets: 0 },
    ]);
  });
});
