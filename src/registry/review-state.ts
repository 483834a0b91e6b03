import { z } from 'zod';

/** `replaced`: others made from it by splitting or joining stand in its place. */
const reviewStates = ['proposed', 'accepted', 'rejected', 'replaced'] as const;
export const ReviewState = z.enum(reviewStates);
export type ReviewState = z.infer<typeof ReviewState>;
