import { z } from 'zod';
import { JobRecord, JobState, QueueName, QueueRecord } from '../registry/job.ts';
import { NoticeKind } from '../registry/notice.ts';
import { NoticeRule } from '../registry/notice-choice.ts';
import { endpoint } from './endpoint.ts';

const Queues = z.object({
  queues: z.array(QueueRecord),
  /** Whether a server for letters is configured; without it letters wait. */
  mail: z.boolean(),
});

export const listQueues = endpoint({
  method: 'GET',
  path: '/api/jobs/queues',
  access: 'manageJobs',
  summary: 'The queues of jobs and how many wait in each',
  response: Queues,
});

export const listJobs = endpoint({
  method: 'GET',
  path: '/api/jobs',
  access: 'manageJobs',
  summary: 'Jobs with their state and why they failed, latest first',
  query: z.object({
    queue: QueueName.optional(),
    state: JobState.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    /** Only those made before this moment. */
    before: z.iso.datetime().optional(),
  }),
  response: z.object({ jobs: z.array(JobRecord) }),
});

export const retryJob = endpoint({
  method: 'POST',
  path: '/api/jobs/:id/retry',
  access: 'manageJobs',
  summary: 'Try a job again now that failed or waits for its next attempt',
  params: z.object({ id: z.uuid() }),
  response: z.object({}),
});

const Queue = z.object({ queue: QueueName });

export const pauseQueue = endpoint({
  method: 'POST',
  path: '/api/jobs/queues/:queue/pause',
  access: 'manageJobs',
  summary: 'Let a queue rest on all servers, or go on',
  params: Queue,
  body: z.object({ paused: z.boolean() }),
  response: Queues,
});

export const runQueue = endpoint({
  method: 'POST',
  path: '/api/jobs/queues/:queue/run',
  access: 'manageJobs',
  summary: 'Run now what otherwise comes at its time',
  params: z.object({ queue: QueueName.extract(['digest', 'urging', 'recurring']) }),
  response: z.object({}),
});

export const sendTestLetter = endpoint({
  method: 'POST',
  path: '/api/jobs/test-letter',
  access: 'manageJobs',
  summary: 'Send a letter to oneself',
  response: z.object({}),
});

export const changeNoticeRule = endpoint({
  method: 'POST',
  path: '/api/notice-rules/:kind',
  access: 'changeSettings',
  summary: 'What people may choose for one kind of notice; refused where it is no longer what was seen',
  params: z.object({ kind: NoticeKind }),
  body: z.object({ seen: NoticeRule, rule: NoticeRule }),
  response: z.object({}),
});
