import { z } from 'zod';
import { Figure } from '../registry/figure.ts';
import { DocumentSummary } from '../registry/plan-document.ts';
import { CountCursor, FindingCursor, RegisterChange } from '../registry/register-pages.ts';
import { TargetRecord } from '../registry/target.ts';
import { TaskRecord } from '../registry/task.ts';
import { endpoint } from './endpoint.ts';
import { AsOf } from './listing.ts';

/** Each of these is read to its end by giving `next` back as `after`: what is there all the while comes once, whatever changes meanwhile. */

const limit = z.coerce.number().int().min(1).max(1000).default(200);
const pageOf = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), next: z.string().nullable() });

export const pageDocuments = endpoint({
  method: 'GET',
  path: '/api/register/documents',
  access: 'readRegister',
  summary: 'All documents, or those in force on a day, page after page in the order of their ids',
  query: AsOf.extend({ limit, after: z.uuid().optional() }),
  response: pageOf(DocumentSummary),
  example: { query: { limit: 100 } },
});

export const pageTargets = endpoint({
  method: 'GET',
  path: '/api/register/targets',
  access: 'readRegister',
  summary: 'All targets, or those in force on a day, page after page, document by document',
  query: AsOf.extend({ limit, after: FindingCursor.optional() }),
  response: pageOf(TargetRecord),
  example: { query: { asOf: '2026-12-31' } },
});

export const pageTasks = endpoint({
  method: 'GET',
  path: '/api/register/tasks',
  access: 'readRegister',
  summary: 'All tasks, or those in force on a day, page after page, document by document',
  query: AsOf.extend({ limit, after: FindingCursor.optional() }),
  response: pageOf(TaskRecord),
  example: {},
});

export const pageFigures = endpoint({
  method: 'GET',
  path: '/api/register/figures',
  access: 'readRegister',
  summary:
    'Every figure that was approved, in the order in which they were stored, replaced ones (`endedAt`) among them: the last `id` is where to go on later',
  query: z.object({ limit, after: CountCursor.optional() }),
  response: pageOf(Figure),
  example: { query: { after: '0', limit: 1000 } },
});

export const pageChanges = endpoint({
  method: 'GET',
  path: '/api/register/changes',
  access: 'readRegister',
  summary:
    'What was done to documents, findings, duties, submissions and catalogues, in the order of their commits; `last` is where to go on later',
  query: z.object({ limit, after: CountCursor.optional() }),
  response: pageOf(RegisterChange).extend({ last: z.string() }),
  example: { query: { after: '0' } },
});
