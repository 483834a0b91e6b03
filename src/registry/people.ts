import { z } from 'zod';
import { PlainDate } from '../values/plain-date.ts';
import { Post } from './post.ts';

/** A post that a person holds or will hold, from a day (inclusive) to a day (exclusive). */
export const HeldPost = Post.extend({ id: z.uuid(), validFrom: PlainDate, validUntil: PlainDate.nullable() });
export type HeldPost = z.infer<typeof HeldPost>;

/** A post to be given. */
export const PostToGive = Post.extend({ from: PlainDate });
export type PostToGive = z.infer<typeof PostToGive>;

/** A post to be ended from a day on; `seenUntil` is the end that it had for whoever asks. */
export const PostToEnd = z.object({ until: PlainDate, seenUntil: PlainDate.nullable() });
export type PostToEnd = z.infer<typeof PostToEnd>;
