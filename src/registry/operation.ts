import { z } from 'zod';

/** What the administrator sees of how the installation runs. */

/** A request that failed through no fault of whoever asked. */
export const RequestFailure = z.object({
  at: z.iso.datetime(),
  requestId: z.string(),
  method: z.string(),
  /** "/api/duties/:id" */
  route: z.string(),
  /** "defect", or the code of a refusal that something else caused. */
  code: z.string(),
  reason: z.string(),
  /** Where in the program: "src/services/duties.ts:12". */
  place: z.string(),
});
export type RequestFailure = z.infer<typeof RequestFailure>;

const TableSize = z.object({ name: z.string(), bytes: z.number(), rows: z.number() });

export const Sizes = z.object({
  database: z.number(),
  /** Of tables that keep files as they were sent. */
  files: z.number(),
  /** The largest first, with their indexes; rows as the database estimates them. */
  tables: z.array(TableSize),
});
export type Sizes = z.infer<typeof Sizes>;

/** One wording of a question to the database, without what it was asked with. */
const SlowQuestion = z.object({ text: z.string(), times: z.int(), meanMs: z.number(), mostMs: z.number() });
export type SlowQuestion = z.infer<typeof SlowQuestion>;

export const SlowQuestions = z.object({
  /** `database`: of all servers, by pg_stat_statements; `server`: of the one that answers, since it runs. */
  source: z.enum(['database', 'server']),
  questions: z.array(SlowQuestion),
});
export type SlowQuestions = z.infer<typeof SlowQuestions>;

export const LiveServer = z.object({
  number: z.int(),
  /** Machine and process; "" where it does not say. */
  name: z.string(),
  since: z.iso.datetime(),
  /** Whether it is the one that answers. */
  here: z.boolean(),
});
export type LiveServer = z.infer<typeof LiveServer>;
