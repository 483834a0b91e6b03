import { z } from 'zod';

/** What pages that are open are told of a round as soon as it happens: which part of it is another now. What it says they ask for. */
export const RoundNews = z.object({
  roundId: z.uuid(),
  /** Null: the round itself, or its consolidated report. */
  submissionId: z.uuid().nullable(),
  /** `typed`: figures or text that nobody has handed on yet. */
  what: z.enum(['opened', 'typed', 'step', 'report']),
});
export type RoundNews = z.infer<typeof RoundNews>;
