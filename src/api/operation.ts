import { z } from 'zod';
import { JobRecord, QueueRecord } from '../registry/job.ts';
import { LiveServer, RequestFailure, Sizes, SlowQuestions } from '../registry/operation.ts';
import { Vital } from '../registry/vital.ts';
import { endpoint } from './endpoint.ts';

export const getOperation = endpoint({
  method: 'GET',
  path: '/api/operation',
  access: 'manageJobs',
  summary: 'Sizes, slow questions, queues, failed jobs, requests that failed within a day, and the servers that run',
  costly: true,
  response: z.object({
    sizes: Sizes,
    slow: SlowQuestions,
    queues: z.array(QueueRecord),
    failedJobs: z.array(JobRecord),
    failures: z.array(RequestFailure),
    servers: z.array(LiveServer),
  }),
});

export const getVitals = endpoint({
  method: 'GET',
  path: '/api/operation/vitals',
  access: 'manageJobs',
  summary: 'What "tiendo doctor" finds, looked at now',
  costly: true,
  response: z.object({ vitals: z.array(Vital) }),
});
