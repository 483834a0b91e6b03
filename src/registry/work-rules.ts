import { z } from 'zod';

/** What an installation has set for its work, in working days. */
export const WorkRules = z.object({
  /** A duty is due soon when it is due within so many. */
  soonDays: z.int().min(0).max(60).default(5),
  /** So long after it was given an agency may return a duty by itself. */
  returnDays: z.int().min(0).max(60).default(3),
});
export type WorkRules = z.infer<typeof WorkRules>;
