import { expect, it } from 'vitest';
import { byGroup, byPillar } from './target-pillar.ts';

const target = (pillar: 'economy' | null, group: string | null, state: 'met' | 'behind') => ({
  ...{ pillar, group },
  standing: { state },
});
const targets = [
  target(null, null, 'behind'),
  target(null, null, 'met'),
  target(null, null, 'met'),
  target(null, 'Các chỉ tiêu  về xã hội', 'met'),
  target('economy', 'CÁC CHỈ TIÊU VỀ XÃ HỘI', 'behind'),
  target('economy', null, 'met'),
];

it('puts a target into the sector of the catalogue, else of the heading above it, and what has neither at the end', () => {
  expect(byPillar(targets).map(({ pillar, targets: { met, behind } }) => [pillar, met, behind])).toEqual([
    ['economy', 1, 1],
    ['society', 1, 0],
    ['none', 2, 1],
  ]);
});

it('keeps the headings as the documents have them, what stands under none at the end', () => {
  expect(byGroup(targets).map(({ group, targets: { met, behind } }) => [group, met, behind])).toEqual([
    ['Các chỉ tiêu về xã hội', 1, 1],
    ['none', 3, 1],
  ]);
});
