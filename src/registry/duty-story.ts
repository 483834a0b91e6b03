import { z } from 'zod';
import { PlainDate } from '../values/plain-date.ts';
import { ActionRecord } from './action.ts';

/** Everything that became of a duty: what was done with it, reported, asked, decided and urged. */

const storyKinds = [
  'duty',
  'progress',
  'evidence',
  'obstacle',
  'dueChange',
  'question',
  'submission',
  'follow',
  'urging',
] as const;
export const StoryKind = z.enum(storyKinds);
export type StoryKind = z.infer<typeof StoryKind>;

/** One step of the ladder that was taken. */
const Urged = z.object({
  kind: z.literal('urging'),
  id: z.int(),
  at: z.iso.datetime(),
  step: z.string(),
  due: PlainDate,
  /** How many people it reached. */
  people: z.int(),
});

const Done = ActionRecord.pick({
  id: true,
  at: true,
  by: true,
  verb: true,
  subjectId: true,
  reason: true,
  before: true,
  after: true,
}).extend({
  kind: StoryKind.exclude(['urging']),
});

export const StoryItem = z.discriminatedUnion('kind', [Done, Urged]);
export type StoryItem = z.infer<typeof StoryItem>;

/** Where a page of the story ends: a moment, whether an urging, and its number. */
export const StoryCursor = z.string().regex(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z_[01]_\d{1,18}$/);
export type StoryCursor = z.infer<typeof StoryCursor>;

/** Where the story begins that is told until the end of a day. */
export const storyUntil = (day: PlainDate): StoryCursor => `${day}T17:00:00.000Z_0_0`;

/** As many as a page shows. */
export const storyPage = 50;

/** A page of it, newest first. */
export const DutyStory = z.object({
  items: z.array(StoryItem),
  next: StoryCursor.nullable(),
  /** Names of the agencies that appear in them, by id. */
  agencies: z.record(z.string(), z.string()),
});
export type DutyStory = z.infer<typeof DutyStory>;
