import { z } from 'zod';

/** Every queue of jobs there is. */
export const QueueName = z.enum([
  'mail',
  'webhook',
  'tell',
  'digest',
  'urging',
  'recurring',
  'passwordLink',
  'rematch',
  'rematchAgencies',
  'evidenceText',
]);
export type QueueName = z.infer<typeof QueueName>;

export const JobState = z.enum(['created', 'retry', 'active', 'completed', 'cancelled', 'failed']);
export type JobState = z.infer<typeof JobState>;

/** A job as the administrator sees it: never with its data, which may be somebody's letter. */
export const JobRecord = z.object({
  id: z.uuid(),
  queue: QueueName,
  state: JobState,
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  /** When it is tried again. */
  nextAt: z.iso.datetime().nullable(),
  attempts: z.int(),
  failure: z.string().nullable(),
});
export type JobRecord = z.infer<typeof JobRecord>;

export const QueueRecord = z.object({
  name: QueueName,
  paused: z.boolean(),
  waiting: z.int(),
  active: z.int(),
  failed: z.int(),
  /** When the last one ended well. */
  lastDoneAt: z.iso.datetime().nullable(),
  /** When it comes by itself, as five fields of cron in Vietnamese time; null where only on demand. */
  schedule: z.string().nullable(),
});
export type QueueRecord = z.infer<typeof QueueRecord>;
