import { z } from 'zod';

/** What of somebody's work in an agency is not at its end. */
export const OpenWork = z.object({ agencyId: z.string(), duties: z.int(), drafts: z.int() });
export type OpenWork = z.infer<typeof OpenWork>;

/** Who takes over what a leaving person has in hand, for each agency. */
export const HandOver = z.object({ agencyId: z.string(), to: z.string() });
export type HandOver = z.infer<typeof HandOver>;
