import { z } from 'zod';
import { Target, Tier } from '../values/finding.ts';
import { Confidence } from './duty.ts';
import { Pillar } from './indicator.ts';
import { Sparkline } from './sparkline.ts';
import { Standing, standingStates } from './standing.ts';

/** A target of a plan with where it stands, as lists and the overview have it. */

/** Which plan, year and tier; empty: all. */
export const PlanFilter = z.object({
  document: z.array(z.uuid()),
  /** Targets whose time the year is a part of. */
  year: z.int().nullable(),
  tier: z.array(Tier),
  /** One target of a document alone. */
  target: z.string().max(40).optional(),
});
export type PlanFilter = z.infer<typeof PlanFilter>;

export const TargetStanding = Target.pick({
  id: true,
  name: true,
  variant: true,
  op: true,
  value: true,
  value2: true,
  of: true,
  unit: true,
  change: true,
  year: true,
  yearFrom: true,
  tier: true,
}).extend({
  documentId: z.uuid(),
  documentNumber: z.string().nullable(),
  quote: z.string(),
  group: z.string().nullable(),
  /** Of the catalogue. */
  pillar: Pillar.nullable(),
  indicatorId: z.string().nullable(),
  line: z.string(),
  /** Of the catalogue: what the figures are counted in. */
  indicatorUnit: z.string().nullable(),
  decimals: z.int().nullable(),
  standing: Standing,
  /** What the agencies that have it say of it themselves, the worst of it. */
  confidence: Confidence.nullable(),
  agencyIds: z.array(z.string()),
});
export type TargetStanding = z.infer<typeof TargetStanding>;

/** Without what agencies say of it themselves. */
export type JudgedTarget = Omit<TargetStanding, 'confidence'>;

/** As a list shows it. */
export const ListedStanding = TargetStanding.extend({ sparkline: Sparkline });
export type ListedStanding = z.infer<typeof ListedStanding>;

export const StandingCounts = z.record(z.enum(standingStates), z.int());
export type StandingCounts = z.infer<typeof StandingCounts>;

export const noStandings: StandingCounts = { met: 0, onPath: 0, behind: 0, noData: 0 };

export function countStandings(standings: readonly Pick<Standing, 'state'>[]): StandingCounts {
  const counts = { ...noStandings };
  for (const { state } of standings) counts[state] += 1;
  return counts;
}

/** Behind when its time is over, or far behind: it may not be reached. */
export const isAtRisk = ({ state, degree, ended }: Standing): boolean =>
  state === 'behind' && !ended && degree === 'far';
