import { z } from 'zod';
import { RankingFilter } from '../../../src/api/scorecards.ts';
import { Criterion } from '../../../src/registry/emulation-scale.ts';
import { ScoredPeriod } from '../../../src/registry/scorecard-page.ts';

/** What the address holds: links keep the period, the order and the number that is open. */
export const ScorecardSearch = z.object({ period: ScoredPeriod.optional(), muc: Criterion.optional() });
export type ScorecardSearch = z.output<typeof ScorecardSearch>;

const { kind, tier, near, sort, order } = RankingFilter.shape;
export const RankingSearch = z.object({ period: ScoredPeriod.optional(), kind, tier, near, sort, order });
type Loose<T> = { [K in keyof T]?: T[K] | undefined };
export type RankingSearch = Loose<z.output<typeof RankingSearch>>;
