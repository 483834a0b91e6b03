import { describe, expect, it } from 'vitest';
import { heirsOn, type Succession } from './succession.ts';

const move = (from: string, to: string | null, effectiveOn: string, field: string | null = null): Succession => ({
  reorganisationId: `dot ${effectiveOn}`,
  title: 'Sắp xếp',
  legalBasis: 'Nghị định',
  effectiveOn,
  kind: to === null ? 'abolish' : field === null ? 'merge' : 'split',
  fromAgencyId: from,
  toAgencyId: to,
  field,
});

const life = (id: string, validFrom: string | null, validUntil: string | null) =>
  [id, { id, validFrom, validUntil }] as const;

const agencies = new Map([
  life('lao động', null, '2025-03-01'),
  life('nội vụ', null, '2025-07-01'),
  life('y tế', null, null),
  life('nội vụ mới', '2025-07-01', null),
  life('phòng', null, '2025-07-01'),
]);
const successions = [
  move('lao động', 'nội vụ', '2025-03-01', 'việc làm'),
  move('lao động', 'y tế', '2025-03-01', 'trẻ em'),
  move('nội vụ', 'nội vụ mới', '2025-07-01'),
  move('y tế', 'nội vụ mới', '2025-07-01', 'một việc'),
  move('phòng', null, '2025-07-01'),
];
const heirs = (id: string, day: string) =>
  heirsOn(id, day, successions, agencies).map(({ agencyId, fields }) => [agencyId, ...fields]);

describe('who carries on the work of an agency', () => {
  it('is nobody else while it is in force', () => {
    expect(heirs('lao động', '2025-02-28')).toEqual([]);
    expect(heirs('y tế', '2026-01-01')).toEqual([]);
  });

  it('is each heir with its fields from the day on', () => {
    expect(heirs('lao động', '2025-03-01')).toEqual([
      ['nội vụ', 'việc làm'],
      ['y tế', 'trẻ em'],
    ]);
  });

  it('is the heir of an heir that has ended, too', () => {
    expect(heirs('lao động', '2025-07-01')).toEqual([
      ['nội vụ mới', 'việc làm'],
      ['y tế', 'trẻ em'],
    ]);
  });

  it('is not whoever it gave something to while it went on', () => {
    const earlier = { ...move('y tế', 'lao động', '2024-01-01', 'bảo trợ'), kind: 'transfer' as const };
    const ended = new Map([...agencies, life('y tế', null, '2026-01-01'), life('lao động', null, null)]);
    const all = [...successions, earlier, move('y tế', 'nội vụ mới', '2026-01-01')];
    expect(heirsOn('y tế', '2026-01-01', all, ended).map(({ agencyId }) => agencyId)).toEqual(['nội vụ mới']);
  });

  it('is nobody where it ended without one, and rings come to an end', () => {
    expect(heirs('phòng', '2026-01-01')).toEqual([]);
    const ring = [move('a', 'b', '2025-01-01'), move('b', 'a', '2025-01-01')];
    expect(
      heirsOn('a', '2025-02-01', ring, new Map([life('a', null, '2025-01-01'), life('b', null, '2025-01-01')])),
    ).toEqual([]);
  });
});
