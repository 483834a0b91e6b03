import { z } from 'zod';
import { dueKinds } from '../values/due.ts';
import { documentKinds } from '../values/finding.ts';

/** What has been read, counted. */
export const RegisterCounts = z.object({
  documents: z.int(),
  targets: z.int(),
  tasks: z.int(),
  notes: z.int(),
  documentsByYearAndKind: z.array(z.object({ year: z.int().nullable(), kind: z.enum(documentKinds), count: z.int() })),
  targetsByGroupAndYear: z.array(z.object({ group: z.string(), year: z.int().nullable(), count: z.int() })),
  /** Lead agencies with most tasks first; `key` is the filter's value. */
  tasksByLeadAndDue: z.array(z.object({ key: z.string(), agency: z.string(), due: z.enum(dueKinds), count: z.int() })),
});
export type RegisterCounts = z.infer<typeof RegisterCounts>;
