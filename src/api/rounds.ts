import { z } from 'zod';
import { RoundAction, RoundCursor, RoundPage, RoundRecord } from '../registry/round.ts';
import { Sending } from '../registry/round-measures.ts';
import { SubmissionRecord } from '../registry/submission.ts';
import { SubmissionStage } from '../registry/submission-stage.ts';
import { Tier } from '../values/finding.ts';
import { PeriodCode } from '../values/period.ts';
import { endpoint } from './endpoint.ts';
import { many, Page } from './listing.ts';

export const listRounds = endpoint({
  method: 'GET',
  path: '/api/rounds',
  access: 'seeReporting',
  summary: 'Reporting rounds, the latest closing day first, page by page',
  query: z.object({
    regime: z.uuid().optional(),
    /** Those that still take submissions, or those that were closed. */
    open: z.stringbool().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    after: RoundCursor.optional(),
  }),
  response: z.object({ rows: z.array(RoundRecord), next: RoundCursor.nullable() }),
});

export const getRound = endpoint({
  method: 'GET',
  path: '/api/rounds/:id',
  access: 'seeReporting',
  summary: 'One round: what it asks, and how far its submissions are',
  params: z.object({ id: z.uuid() }),
  response: RoundPage,
});

export const openRound = endpoint({
  method: 'POST',
  path: '/api/rounds',
  access: 'openRounds',
  summary: 'Open a round of a regime: each reporting agency is asked for exactly what concerns it',
  body: z.object({ regimeId: z.uuid(), period: PeriodCode }),
  response: RoundPage,
});

export const changeRound = endpoint({
  method: 'POST',
  path: '/api/rounds/:id/actions',
  access: 'openRounds',
  summary: 'Close a round, so that it takes nothing more, or reopen it',
  params: z.object({ id: z.uuid() }),
  body: RoundAction,
  response: RoundPage,
});

export const listSubmissions = endpoint({
  method: 'GET',
  path: '/api/rounds/:id/submissions',
  access: 'seeReporting',
  summary: 'How far each agency is in a round, page by page',
  params: z.object({ id: z.uuid() }),
  query: Page.extend({
    q: z.string().max(200).optional(),
    stage: many(SubmissionStage),
    sending: many(Sending),
    tier: many(Tier),
  }),
  response: z.object({ rows: z.array(SubmissionRecord), total: z.int() }),
});
