import { z } from 'zod';
import { WorkCursor, WorkList, WorkTask } from '../registry/my-work.ts';
import { PlainDate } from '../values/plain-date.ts';
import { endpoint } from './endpoint.ts';

export const getMyWork = endpoint({
  method: 'GET',
  path: '/api/my-work',
  access: 'seeMyWork',
  summary: 'Everything that waits for whoever asks: the first items of each task that has any, and how many there are',
  query: z.object({ each: z.coerce.number().int().min(1).max(100).default(10) }),
  response: z.object({ day: PlainDate, lists: z.array(WorkList) }),
});

export const getWorkList = endpoint({
  method: 'GET',
  path: '/api/my-work/:task',
  access: 'seeMyWork',
  summary: 'The items of one task, page by page',
  params: z.object({ task: WorkTask }),
  query: z.object({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    /** `next` of the page before. */
    after: WorkCursor.optional(),
  }),
  response: WorkList,
});
