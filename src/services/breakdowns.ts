import { aggregationOf } from '../registry/aggregate.ts';
import { type Breakdown, type BreakdownBy, breakdownRows } from '../registry/breakdown.ts';
import { countBoundaries } from '../store/boundaries.ts';
import { breakdownChoices, breakdownGroups } from '../store/breakdowns.ts';
import { findIndicator } from '../store/indicators.ts';
import type { Tier } from '../values/finding.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { type App, inOneTransaction } from './app.ts';
import { today } from './clock.ts';

export type BreakdownQuery = {
  by: BreakdownBy;
  line: string;
  tier?: Tier | undefined;
  /** The end of the month that is shown. */
  day?: PlainDate | undefined;
  asOf?: PlainDate | undefined;
};

/** What each part of the province in whose land whoever asks is at work has reached of an indicator. */
export const getBreakdown = (app: App, indicatorId: string, query: BreakdownQuery): Promise<Breakdown> =>
  inOneTransaction(app, async ({ db, clock }) => {
    const indicator = await findIndicator(db, indicatorId);
    if (!indicator) throw new Refusal('notFound');
    const asOf = query.asOf ?? today(clock);
    const choices = await breakdownChoices(db, { indicatorId, day: asOf });
    const tier = query.tier ?? choices.tiers.at(-1);
    const groups = await breakdownGroups(db, { ...query, tier, indicatorId, day: asOf });
    const rule = { aggregation: aggregationOf(indicator), summed: indicator.cumulative };
    const shown = breakdownRows(groups, { rule, direction: indicator.direction, asOf, day: query.day });
    return {
      by: query.by,
      ...shown,
      mapped:
        query.by === 'place'
          ? await countBoundaries(
              db,
              shown.rows.map(({ key }) => key),
            )
          : 0,
      lines: choices.lines,
      tiers: [...new Set([...(tier ? [tier] : []), ...choices.tiers])],
    };
  });
