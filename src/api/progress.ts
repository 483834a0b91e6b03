import { z } from 'zod';
import { DutyReport } from '../registry/duty-report.ts';
import { JudgementVerb, ProgressItem, ProgressVerb, Saving } from '../registry/progress.ts';
import { endpoint } from './endpoint.ts';

export const Id = z.object({ id: z.uuid() });
/** Of a record that is to be changed, as it was seen. */
export const Seen = z.int().min(1);
export const Reason = z.string().trim().min(1).max(2000);

const longReason = z.string().trim().max(2000).optional();

export const getDutyReport = endpoint({
  method: 'GET',
  path: '/api/duties/:id/report',
  access: 'seeDuty',
  summary: 'What was reported, asked and decided about a duty, and what whoever asks may do with each',
  params: Id,
  response: DutyReport,
});

/**
 * May be sent again as often as it takes: a saving that has arrived is answered with what is stored. 401 where the session has ended:
 * nothing is lost as long as the page keeps it and sends it again after signing in.
 */
export const saveProgress = endpoint({
  method: 'POST',
  path: '/api/duties/:id/progress',
  access: 'writeProgress',
  summary: 'Save a draft, the first time or again',
  params: Id,
  body: Saving,
  response: ProgressItem,
});

export const stepProgress = endpoint({
  method: 'POST',
  path: '/api/progress/:id',
  access: 'writeProgress',
  summary: 'Submit it, take it back, send, approve, return or drop it, or go on with that of a colleague',
  params: Id,
  body: z.discriminatedUnion('verb', [
    z.object({
      verb: ProgressVerb.extract(['submit', 'withdraw', 'send', 'approve', 'drop', 'takeOver']),
      version: Seen,
    }),
    z.object({ verb: z.literal('return'), version: Seen, reason: Reason }),
  ]),
  /** Null where it was dropped. */
  response: z.object({ progress: ProgressItem.nullable() }),
});

export const judgeResult = endpoint({
  method: 'POST',
  path: '/api/progress/:id/judgement',
  access: 'judgeResult',
  summary: 'Confirm a result, send it back, or take a confirmation back',
  params: Id,
  body: z.discriminatedUnion('verb', [
    z.object({ verb: z.literal('confirm'), version: Seen, reason: longReason }),
    z.object({ verb: JudgementVerb.extract(['sendBack', 'takeBack']), version: Seen, reason: Reason }),
  ]),
  response: ProgressItem,
});
