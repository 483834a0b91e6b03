import type { Named } from '../registry/named.ts';
import type { StandingState } from '../registry/standing.ts';
import { standingOf } from '../registry/standing.ts';
import type { PlanFilter, TargetStanding } from '../registry/target-standing.ts';
import { agencyNamesOn } from '../store/names.ts';
import { type TargetToJudge, targetsToJudge } from '../store/standings.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { type App, inOneTransaction } from './app.ts';
import { today } from './clock.ts';

/** Where each target of a plan stands. */

export const judge = ({ facts, ...target }: TargetToJudge, day: PlainDate): TargetStanding => ({
  ...target,
  standing: standingOf(facts, day),
});

export type StandingQuery = PlanFilter & {
  state: readonly StandingState[];
  agency: readonly string[];
  atRisk: boolean;
  asOf?: PlainDate | undefined;
};

export type Page = { offset: number; limit: number };

/** Whoever is named by id on this page is named in full beside it. */
export type StandingPage = { total: number; rows: TargetStanding[]; agencies: Named[] };

export const listStandings = (app: App, query: StandingQuery, { offset, limit }: Page): Promise<StandingPage> =>
  inOneTransaction(app, async ({ db, clock }) => {
    const day = query.asOf ?? today(clock);
    const all = (await targetsToJudge(db, query, { from: day, day })).map((one) => judge(one, day));
    const found = all.filter((one) => isWanted(one, query));
    const rows = found.slice(offset, offset + limit);
    const ids = [...new Set(rows.flatMap((row) => [...row.agencyIds, ...row.standing.agencyIds]))];
    const names = await agencyNamesOn(db, ids, day);
    return { total: found.length, rows, agencies: ids.map((id) => ({ id, name: names.get(id) ?? id })) };
  });

function isWanted({ standing, agencyIds }: TargetStanding, { state, agency, atRisk }: StandingQuery): boolean {
  if (state.length > 0 && !state.includes(standing.state)) return false;
  if (agency.length > 0 && !agency.some((id) => agencyIds.includes(id))) return false;
  return !atRisk || (standing.state === 'behind' && standing.degree === 'far' && !standing.ended);
}
