import { z } from 'zod';
import { PathMethod } from '../registry/expected-path.ts';
import { Named } from '../registry/named.ts';
import { Overview } from '../registry/overview.ts';
import { PathRules, StandingState } from '../registry/standing.ts';
import { PillarOrNone } from '../registry/target-pillar.ts';
import { ListedStanding } from '../registry/target-standing.ts';
import { TargetStory } from '../registry/target-story.ts';
import { Tier } from '../values/finding.ts';
import { PeriodCode } from '../values/period.ts';
import { PlainDate } from '../values/plain-date.ts';
import { endpoint } from './endpoint.ts';
import { exportFormats, many, Page } from './listing.ts';

/** Which plan, year and tier, as of which day. */
const PlanQuery = z.object({
  document: many(z.uuid()),
  year: z.coerce.number().int().min(1990).max(2100).nullable().default(null),
  tier: many(Tier),
  asOf: PlainDate.optional(),
});

export const getOverview = endpoint({
  method: 'GET',
  path: '/api/overview',
  access: 'readRegister',
  summary: 'Where a plan stands on a day beside another day: targets and work by state, what changed, whose it is',
  /** Compared with this day; without, with a week before. Or with the plan of another year on the same day of that one. */
  query: PlanQuery.extend({
    than: PlainDate.optional(),
    thanYear: z.coerce.number().int().min(1990).max(2100).optional(),
  }),
  response: Overview,
});

export const StandingFilter = PlanQuery.extend({
  /** One target of a document alone. */
  target: z.string().max(40).optional(),
  state: many(StandingState),
  agency: many(z.string().max(200)),
  /** Lĩnh vực. */
  pillar: many(PillarOrNone),
  /** The heading above it in its document; 'none' where there is none. */
  group: many(z.string().max(2000)),
  /** Far behind, with time left. */
  atRisk: z.stringbool().default(false),
});

export const listStandings = endpoint({
  method: 'GET',
  path: '/api/standings',
  access: 'readRegister',
  summary: 'Targets with where each stands and everything that follows from, page by page',
  query: StandingFilter.extend(Page.shape),
  response: z.object({ total: z.int(), rows: z.array(ListedStanding), agencies: z.array(Named) }),
});

export const exportStandings = endpoint({
  method: 'GET',
  path: '/api/standings/export',
  access: 'readRegister',
  costly: true,
  summary: 'Exactly the targets listed, with where each stands and why, as .xlsx or .csv',
  query: StandingFilter.extend({ format: z.enum(exportFormats), language: z.enum(['vi', 'en']).default('vi') }),
});

const OfTarget = z.object({ documentId: z.uuid(), targetId: z.string().max(40) });

export const getTargetStanding = endpoint({
  method: 'GET',
  path: '/api/standings/:documentId/:targetId',
  access: 'readRegister',
  summary: 'One target: where it stands and why, month by month what was expected and what was reached',
  params: OfTarget,
  query: z.object({ asOf: PlainDate.optional() }),
  response: TargetStory,
});

export const changePathRules = endpoint({
  method: 'POST',
  path: '/api/path-rules',
  access: 'changePaths',
  summary: 'How far behind is how bad, for one plan or (null) for all that have no rules of their own',
  body: z.object({
    documentId: z.uuid().nullable(),
    /** That was seen; 0 where there were none. */
    version: z.int().min(0),
    rules: PathRules.refine(({ slight, far }) => slight <= far),
  }),
  response: z.object({ documentId: z.uuid().nullable(), rules: PathRules, version: z.int() }),
});

export const changeTargetPath = endpoint({
  method: 'POST',
  path: '/api/targets/:documentId/:targetId/path',
  access: 'changePaths',
  summary: 'By what way a target is to be reached: straight, as in past years, or through set values',
  params: OfTarget,
  body: z.object({
    version: z.int().min(0),
    method: PathMethod,
    points: z.array(z.object({ period: PeriodCode, value: z.number() })).max(120),
  }),
  response: z.object({ version: z.int() }),
});
