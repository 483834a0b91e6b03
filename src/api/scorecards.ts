import { z } from 'zod';
import { AgencyKind } from '../registry/agency.ts';
import { Criterion, criteria, EmulationScale, ScaleFields, ScaleRules } from '../registry/emulation-scale.ts';
import { RankingPage, ScorecardItem, ScorecardPage, ScoredPeriod } from '../registry/scorecard-page.ts';
import { DocumentFormat } from '../values/document-format.ts';
import { Tier } from '../values/finding.ts';
import { PlainDate } from '../values/plain-date.ts';
import { endpoint } from './endpoint.ts';
import { exportFormats, Page } from './listing.ts';

/** For which period, as it was known at the end of which day. */
const Which = z.object({ period: ScoredPeriod, asOf: PlainDate.optional() });
const OfAgency = z.object({ id: z.string().max(200) });

export const getScorecard = endpoint({
  method: 'GET',
  path: '/api/agencies/:id/scorecard',
  access: 'seeScorecard',
  summary: 'How one agency did in a period: each criterion with what was counted and of how much',
  params: OfAgency,
  query: Which,
  response: ScorecardPage,
});

export const listScorecardItems = endpoint({
  method: 'GET',
  path: '/api/agencies/:id/scorecard/items',
  access: 'seeScorecard',
  summary: 'Exactly the items that one number of a scorecard counts, each with why',
  params: OfAgency,
  query: Which.extend({ criterion: Criterion }).extend(Page.shape),
  response: z.object({ total: z.int(), rows: z.array(ScorecardItem) }),
});

export const writeScorecard = endpoint({
  method: 'POST',
  path: '/api/agencies/:id/scorecard/notice',
  access: 'makeDocuments',
  costly: true,
  summary: 'The official notice of how an agency did in a period, each criterion in its appendix, as .docx or .pdf',
  params: OfAgency,
  body: Which.extend({ format: DocumentFormat.default('docx') }),
});

/** Which agencies are set beside one another, and in what order. */
export const RankingFilter = Which.extend({
  kind: AgencyKind.default('department'),
  tier: Tier.default('province'),
  /** An agency of the province that is meant; without, the person's own. */
  near: z.string().max(200).optional(),
  sort: z.enum(['score', 'name', ...criteria]).default('score'),
  order: z.enum(['asc', 'desc']).default('desc'),
});

export const getRanking = endpoint({
  method: 'GET',
  path: '/api/scorecards',
  access: 'compareAgencies',
  summary: 'Agencies of one kind and tier in a province beside one another',
  query: RankingFilter,
  response: RankingPage,
});

export const exportRanking = endpoint({
  method: 'GET',
  path: '/api/scorecards/export',
  access: 'compareAgencies',
  costly: true,
  summary: 'The same list with every number and what it is a share of, as .xlsx or .csv',
  query: RankingFilter.extend({ format: z.enum(exportFormats), language: z.enum(['vi', 'en']).default('vi') }),
});

const Scales = z.object({
  scales: z.array(EmulationScale),
  /** The one that holds today; null: the program's proposal. */
  inForce: z.int().nullable(),
  proposed: ScaleRules,
});

export const getScales = endpoint({
  method: 'GET',
  path: '/api/emulation-scales',
  access: 'seeScorecard',
  summary: 'By what scorecards are judged: all scales that were set, each with its day and decision, and the proposal',
  response: Scales,
});

export const setScale = endpoint({
  method: 'POST',
  path: '/api/emulation-scales',
  access: 'changeScale',
  summary: 'A scale from a day on, with the decision that sets it; those before stay for their days',
  /** `seen`: the one set last when the form was opened. */
  body: ScaleFields.extend({ seen: z.int().nullable() }),
  response: Scales,
});
