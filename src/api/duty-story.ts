import { z } from 'zod';
import { DutyStory, StoryCursor, StoryKind, storyPage } from '../registry/duty-story.ts';
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
    limit: z.coerce.number().int().min(1).max(200).default(storyPage),
    /** `next` of the page before. */
    after: StoryCursor.optional(),
  }),
  response: DutyStory,
});
