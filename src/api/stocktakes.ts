import { z } from 'zod';
import { Matter } from '../registry/matter.ts';
import {
  AgendaProposal,
  DecisionFields,
  ProposalRules,
  StocktakeFields,
  StocktakePage,
  StocktakeSummary,
} from '../registry/stocktake.ts';
import { DocumentFormat } from '../values/document-format.ts';
import { endpoint } from './endpoint.ts';
import { Page } from './listing.ts';

const Id = z.object({ id: z.uuid() });
const Seen = z.object({ version: z.int().min(1) });
const SeenInQuery = z.object({ version: z.coerce.number().int().min(1) });
const Nothing = z.object({});

export const listStocktakes = endpoint({
  method: 'GET',
  path: '/api/stocktakes',
  access: 'seeStocktakes',
  summary: 'Stocktakes that one holds or takes part in, the latest first',
  query: Page,
  response: z.object({ total: z.int(), stocktakes: z.array(StocktakeSummary) }),
});

export const planStocktake = endpoint({
  method: 'POST',
  path: '/api/stocktakes',
  access: 'holdStocktakes',
  summary: 'Plan a stocktake; its agenda begins with what its chair follows',
  body: StocktakeFields,
  response: Id,
});

export const getStocktake = endpoint({
  method: 'GET',
  path: '/api/stocktakes/:id',
  access: 'seeStocktakes',
  summary: 'A stocktake with its agenda, its decisions, and what became of those of the one before',
  params: Id,
  response: StocktakePage,
});

export const changeStocktake = endpoint({
  method: 'POST',
  path: '/api/stocktakes/:id',
  access: 'holdStocktakes',
  summary: 'Change day, chair, participants and place of a stocktake',
  params: Id,
  body: StocktakeFields.extend(Seen.shape),
  response: Nothing,
});

export const removeStocktake = endpoint({
  method: 'DELETE',
  path: '/api/stocktakes/:id',
  access: 'holdStocktakes',
  summary: 'Remove a stocktake at which nothing has been decided',
  params: Id,
  query: SeenInQuery,
  response: Nothing,
});

export const proposeForStocktake = endpoint({
  method: 'GET',
  path: '/api/stocktakes/:id/proposals',
  access: 'holdStocktakes',
  summary: 'What the agenda may be made of, each with its reasons',
  params: Id,
  query: ProposalRules,
  response: z.object({ proposals: z.array(AgendaProposal) }),
});

export const arrangeStocktake = endpoint({
  method: 'POST',
  path: '/api/stocktakes/:id/agenda',
  access: 'holdStocktakes',
  summary: 'The whole agenda in its order, and what is left out of it',
  params: Id,
  body: z.object({ kept: z.array(Matter).max(300), dropped: z.array(Matter).max(300) }).extend(Seen.shape),
  response: Nothing,
});

export const stepStocktake = endpoint({
  method: 'POST',
  path: '/api/stocktakes/:id/stage',
  access: 'holdStocktakes',
  summary: 'Close a stocktake, which keeps how everything stood; or open it again',
  params: Id,
  body: z.object({ verb: z.enum(['close', 'reopen']) }).extend(Seen.shape),
  response: Nothing,
});

export const writeDiscussion = endpoint({
  method: 'POST',
  path: '/api/stocktake-items/:id',
  access: 'holdStocktakes',
  summary: 'What was said of one thing on the agenda',
  params: Id,
  body: z.object({ discussion: z.string().max(8000) }).extend(Seen.shape),
  response: z.object({ version: z.int() }),
});

export const decide = endpoint({
  method: 'POST',
  path: '/api/stocktake-items/:id/decisions',
  access: 'holdStocktakes',
  summary: 'Record a decision: whose it is, what, and by when',
  params: Id,
  body: DecisionFields.extend({ id: z.uuid() }),
  response: Nothing,
});

export const changeDecision = endpoint({
  method: 'POST',
  path: '/api/stocktake-decisions/:id',
  access: 'holdStocktakes',
  summary: 'Change a decision that has not been given yet',
  params: Id,
  body: DecisionFields.extend(Seen.shape),
  response: Nothing,
});

export const removeDecision = endpoint({
  method: 'DELETE',
  path: '/api/stocktake-decisions/:id',
  access: 'holdStocktakes',
  summary: 'Remove a decision that has not been given yet',
  params: Id,
  query: SeenInQuery,
  response: Nothing,
});

export const giveDecisions = endpoint({
  method: 'POST',
  path: '/api/stocktakes/:id/give',
  access: 'holdStocktakes',
  summary: 'Give decisions to their agencies: each becomes a duty',
  params: Id,
  body: z.object({ decisions: z.array(z.uuid()).min(1).max(300) }),
  response: z.object({ given: z.int() }),
});

export const writeStocktakeDocument = endpoint({
  method: 'POST',
  path: '/api/stocktakes/:id/document',
  access: 'holdStocktakes',
  costly: true,
  summary: 'The minutes of a stocktake, or the notice of its conclusions, as .docx or .pdf',
  params: Id,
  body: z.object({ kind: z.enum(['minutes', 'conclusions']), format: DocumentFormat }),
});
