import { z } from 'zod';
import { Beginning, Beside, DraftSummary, PlanDraftContent, ProposedBasis, Unread } from '../registry/plan-draft.ts';
import { DocumentFormat } from '../values/document-format.ts';
import { endpoint } from './endpoint.ts';
import { Page } from './listing.ts';

const Id = z.object({ id: z.uuid() });

export const listPlanDrafts = endpoint({
  method: 'GET',
  path: '/api/plan-drafts',
  access: 'makeDocuments',
  summary: 'Drafts of plans, last changed first',
  query: Page,
  response: z.object({ total: z.int(), drafts: z.array(DraftSummary) }),
});

export const beginPlanDraft = endpoint({
  method: 'POST',
  path: '/api/plan-drafts',
  access: 'draftPlans',
  summary: 'Begin the next plan with what is in force of some documents',
  body: Beginning,
  response: z.object({ id: z.uuid() }),
});

const DraftPage = DraftSummary.extend({
  content: PlanDraftContent,
  beside: z.array(Beside),
  /** Keys of rows whose value or time is not understood. */
  unread: Unread,
});
export type DraftPage = z.infer<typeof DraftPage>;

export const getPlanDraft = endpoint({
  method: 'GET',
  path: '/api/plan-drafts/:id',
  access: 'makeDocuments',
  summary: 'A draft of a plan, with what became of that which it goes on with',
  params: Id,
  response: DraftPage,
});

/** May be sent again as often as it takes: a saving that has arrived is answered with what is stored. */
export const savePlanDraft = endpoint({
  method: 'POST',
  path: '/api/plan-drafts/:id',
  access: 'draftPlans',
  summary: 'Save a draft of a plan',
  params: Id,
  body: z.object({ content: PlanDraftContent, version: z.int().min(1) }),
  response: z.object({ version: z.int(), changedAt: z.iso.datetime(), unread: Unread }),
});

export const removePlanDraft = endpoint({
  method: 'DELETE',
  path: '/api/plan-drafts/:id',
  access: 'draftPlans',
  summary: 'Throw a draft away; the record of deeds keeps what it said',
  params: Id,
  query: z.object({ version: z.coerce.number().int().min(1) }),
  response: z.object({}),
});

export const writePlanDraft = endpoint({
  method: 'GET',
  path: '/api/plan-drafts/:id/document',
  access: 'makeDocuments',
  costly: true,
  summary:
    'The draft as the decision that it is to become, one that assigns or one that issues an action plan, as .docx or .pdf',
  params: Id,
  query: z.object({ format: DocumentFormat }),
});

const Year = z.coerce.number().int().min(1900).max(2200);

export const proposePlanBases = endpoint({
  method: 'GET',
  path: '/api/plan-bases',
  access: 'draftPlans',
  summary: 'Documents in force that a plan of an agency for some years may rest on, highest first',
  query: z.object({ issuerId: z.string().max(200), from: Year, to: Year }),
  response: z.object({ bases: z.array(ProposedBasis) }),
});
