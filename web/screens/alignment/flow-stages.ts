import type { Alignment } from '../../../src/api/counterparts.ts';
import type { Tier } from '../../../src/values/finding.ts';

type Side = Alignment['higher'];

const tiers: readonly Tier[] = ['national', 'province', 'district', 'commune'];

/** Whose most of its targets are. */
function tierOf({ targets }: Side): number {
  const counts = tiers.map((tier) => targets.filter((one) => one.tier === tier).length);
  return counts.indexOf(Math.max(...counts));
}

/** The higher document, then those chosen below it, one column for each tier. */
export function stagesOf({ higher, columns }: Alignment): Side[][] {
  const byTier = Map.groupBy(columns, tierOf);
  return [[higher], ...[...byTier].sort(([a], [b]) => a - b).map(([, sides]) => sides)];
}
