import { z } from 'zod';
import { StoryCursor, StoryItem, StoryKind } from '../registry/duty-story.ts';
import { endpoint } from './endpoint.ts';
import { many } from './listing.ts';
import { Id } from './progress.ts';

export const getDutyStory = endpoint({
  method: 'GET',
  path: '/api/duties/:id/story',
  access: 'seeDuty',
  summary: 'Everything that became of a duty, newest first, page by page',
  params: Id,
  query: z.object({
    kind: many(StoryKind),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    /** `next` of the page before. */
    after: StoryCursor.optional(),
  }),
  response: z.object({
    items: z.array(StoryItem),
    next: StoryCursor.nullable(),
    /** Names of the agencies that appear in them, by id. */
    agencies: z.record(z.string(), z.string()),
  }),
});
