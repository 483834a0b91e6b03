import { z } from 'zod';

/** One recorded action: who did what, when and why, and the subject's fields that it changed, before and after. */
export const ActionRecord = z.object({
  id: z.int(),
  /** What one person did at once may change several subjects: they have the operation in common. */
  operation: z.uuid(),
  at: z.iso.datetime(),
  by: z.object({ id: z.string(), name: z.string() }),
  verb: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  reason: z.string().nullable(),
  /** Null where the subject did not exist before, or does not after. */
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  /** The action that this one undid. */
  undoes: z.int().nullable(),
  undone: z.boolean(),
});
export type ActionRecord = z.infer<typeof ActionRecord>;
