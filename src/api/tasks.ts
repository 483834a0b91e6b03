import { z } from 'zod';
import { AssignmentRole, TaskRecord, taskColumns, taskSorts } from '../registry/task.ts';
import { dueKinds } from '../values/due.ts';
import { endpoint } from './endpoint.ts';
import { Choice, exportFormats, many, Page, Standing } from './listing.ts';

export { taskColumns };

export const TaskFilter = z.object({
  q: z.string().max(200).optional(),
  document: many(z.uuid()),
  /** The year its time falls in or spans. */
  year: many(z.coerce.number().int().min(0).max(9999)),
  group: many(z.string().max(500)),
  agency: many(z.string().max(300)),
  /** In which role the agencies named above stand; any role when empty. */
  role: many(AssignmentRole),
  due: many(z.enum(dueKinds)),
  /** Those with a note, or those without. */
  noted: z.enum(['true', 'false']).optional(),
  ...Standing,
  sort: z.enum(taskSorts).default('document'),
  order: z.enum(['asc', 'desc']).default('asc'),
});
export type TaskFilter = z.infer<typeof TaskFilter>;

export const listTasks = endpoint({
  method: 'GET',
  path: '/api/tasks',
  access: 'readRegister',
  summary: 'Tasks of all documents',
  query: TaskFilter.extend(Page.shape),
  response: z.object({ total: z.int(), rows: z.array(TaskRecord) }),
  example: { query: { q: 'xây dựng', limit: 50 } },
});

export const taskChoices = endpoint({
  method: 'GET',
  path: '/api/tasks/choices',
  access: 'readRegister',
  summary: 'What each filter offers under the others',
  query: TaskFilter,
  response: z.object({
    document: z.array(Choice),
    year: z.array(Choice),
    group: z.array(Choice),
    agency: z.array(Choice),
    role: z.array(Choice),
    due: z.array(Choice),
    noted: z.array(Choice),
    state: z.array(Choice),
    review: z.array(Choice),
  }),
});

export const exportTasks = endpoint({
  method: 'GET',
  path: '/api/tasks/export',
  access: 'readRegister',
  costly: true,
  summary: 'Exactly the rows and columns shown, as .xlsx or .csv',
  query: TaskFilter.extend({
    format: z.enum(exportFormats),
    column: many(z.enum(taskColumns)),
    language: z.enum(['vi', 'en']).default('vi'),
  }),
});
