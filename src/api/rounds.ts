import { z } from 'zod';
import { RoundCursor, RoundPage, RoundRecord } from '../registry/round.ts';
import { PeriodCode } from '../values/period.ts';
import { endpoint } from './endpoint.ts';

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
