import { z } from 'zod';
import { QuestionItem } from '../registry/question.ts';
import { PlainDate } from '../values/plain-date.ts';
import { endpoint } from './endpoint.ts';
import { Id, Seen } from './progress.ts';

export const askQuestion = endpoint({
  method: 'POST',
  path: '/api/duties/:id/questions',
  access: 'askQuestion',
  summary: 'Ask the agency that answers for a duty',
  params: Id,
  body: z.object({ id: z.uuid(), question: z.string().trim().min(1).max(5000), answerBy: PlainDate.nullable() }),
  response: QuestionItem,
});

export const answerQuestion = endpoint({
  method: 'POST',
  path: '/api/questions/:id',
  access: 'answerQuestion',
  summary: 'Draft an answer, or give it',
  params: Id,
  body: z.discriminatedUnion('verb', [
    /** `draftVersion` as it was seen; 0 where there was none. */
    z.object({
      verb: z.literal('draftAnswer'),
      draftVersion: z.int().min(0),
      answer: z.string().trim().min(1).max(20_000),
    }),
    z.object({ verb: z.literal('answer'), version: Seen, answer: z.string().trim().min(1).max(20_000) }),
  ]),
  response: QuestionItem,
});
