import { z } from 'zod';
import { StandingFilter } from '../../../src/api/overview.ts';
import { PlainDate } from '../../../src/values/plain-date.ts';

/** The year of a plan as addresses have it: without, the year of the day; 0, every year. */
const Year = z.coerce.number().int().min(0).max(2100).optional();

const { document, tier, state, agency, atRisk, pillar, group } = StandingFilter.shape;

/** Which plan is looked at: the same part of every address from the overview down to the list, so that links keep it. */
const PlanSearch = z.object({ document, tier, year: Year });

/** With which day, or which year, what is shown is set beside. */
const Compared = { than: PlainDate.optional(), thanYear: z.coerce.number().int().min(1990).max(2100).optional() };

/** By what targets are told apart: by pillar (without), or by the headings of their documents. */
const By = { theo: z.enum(['nhom']).optional() };

export const OverviewSearch = PlanSearch.extend({ ...Compared, ...By });
export const StandingSearch = PlanSearch.extend({ state, agency, atRisk, pillar, group, ...Compared });

type Loose<T> = { [K in keyof T]?: T[K] | undefined };
export type PlanSearch = Loose<z.output<typeof PlanSearch>>;
export type OverviewSearch = Loose<z.output<typeof OverviewSearch>>;
export type StandingSearch = Loose<z.output<typeof StandingSearch>>;

/** As the server is asked. */
export const planOf = ({ document: documents, tier: tiers, year }: PlanSearch, day: PlainDate) => ({
  document: documents ?? [],
  tier: tiers ?? [],
  ...(year === 0 ? {} : { year: year ?? Number(day.slice(0, 4)) }),
});
