import { z } from 'zod';
import { Tier } from '../values/finding.ts';
import { daysOfPeriod, PeriodCode, type PeriodKind, parsePeriod, periodsOfYear } from '../values/period.ts';
import { PlainDate } from '../values/plain-date.ts';
import { AgencyKind } from './agency.ts';
import { dutyStates } from './duty-state.ts';
import { Criterion, EmulationScale, ScaleRules } from './emulation-scale.ts';
import { Named } from './named.ts';
import { countedReasons } from './scorecard.ts';
import { StandingCounts } from './target-standing.ts';

/** Scorecards as pages and lists have them. */

/** The periods that agencies are judged for, by the administrative calendar. */
export const scoredKinds = ['month', 'quarter', 'half', 'nineMonths', 'year'] as const satisfies readonly PeriodKind[];

export const ScoredPeriod = PeriodCode.refine((code) => scoredKinds.some((kind) => kind === parsePeriod(code)?.kind));

const CriterionScore = z.object({
  criterion: Criterion,
  count: z.int(),
  of: z.int(),
  /** Null: there is nothing to count. */
  share: z.number().nullable(),
  points: z.number().nullable(),
  most: z.number(),
});

const Score = z.object({
  criteria: z.array(CriterionScore),
  states: z.record(z.enum(dutyStates), z.int()),
  standings: StandingCounts,
  openObstacles: z.int(),
  score: z.number().nullable(),
  covered: z.number(),
  className: z.string().nullable(),
});

/** For which days, looked at when, by which scale; null: by the program's proposal. */
const Judged = z.object({
  period: PeriodCode,
  from: PlainDate,
  to: PlainDate,
  /** Work, targets and obstacles are looked at on this day, reports on `asOf`. */
  last: PlainDate,
  asOf: PlainDate,
  scale: EmulationScale.nullable(),
  rules: ScaleRules,
});
export type Judged = z.infer<typeof Judged>;

/** Agencies of one kind and tier in one province: who can be set beside one another. */
export const PeerGroup = z.object({ kind: AgencyKind, tier: Tier });
export type PeerGroup = z.infer<typeof PeerGroup>;

export const ScorecardPage = Judged.extend({
  agency: Named,
  group: PeerGroup,
  score: Score,
});
export type ScorecardPage = z.infer<typeof ScorecardPage>;

export const RankedAgency = z.object({ agency: Named, place: z.int().nullable(), score: Score });
export type RankedAgency = z.infer<typeof RankedAgency>;

export const RankingPage = Judged.extend({
  group: PeerGroup,
  /** The province whose agencies these are; null: the nation's. */
  province: Named.nullable(),
  /** The groups that there are in it, with how many agencies each has. */
  groups: z.array(PeerGroup.extend({ count: z.int() })),
  rows: z.array(RankedAgency),
});
export type RankingPage = z.infer<typeof RankingPage>;

/** One thing that was counted, by its words, where it can be looked at. */
export const ScorecardItem = z.object({
  kind: z.enum(['duty', 'report', 'target', 'obstacle', 'agency']),
  id: z.string(),
  /** The document of a target, the duty of an obstacle. */
  within: z.string().nullable(),
  what: z.string(),
  count: z.int(),
  of: z.int(),
  because: z.enum(countedReasons),
});
export type ScorecardItem = z.infer<typeof ScorecardItem>;

/** The periods of the last years that have begun on a day, the latest of each kind first. */
export function scoredPeriodsUntil(day: PlainDate): Record<(typeof scoredKinds)[number], PeriodCode[]> {
  const year = Number(day.slice(0, 4));
  const of = (kind: (typeof scoredKinds)[number]): PeriodCode[] =>
    [year - 2, year - 1, year, year + 1]
      .flatMap((one) => periodsOfYear(kind, one))
      .filter((code) => daysOfPeriod(code, 'administrative').from <= day)
      .toReversed();
  return {
    month: of('month'),
    quarter: of('quarter'),
    half: of('half'),
    nineMonths: of('nineMonths'),
    year: of('year'),
  };
}

/** The quarter that a day is in. */
export const scoredPeriodOn = (day: PlainDate): PeriodCode => scoredPeriodsUntil(day).quarter[0] ?? day.slice(0, 4);
