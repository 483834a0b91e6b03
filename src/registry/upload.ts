import { z } from 'zod';

/** A file on its way in, of which so many bytes are kept. */
export const UploadRecord = z.object({
  id: z.uuid(),
  fileName: z.string(),
  size: z.int(),
  received: z.int(),
  /** Moves on with each part that arrives. */
  expiresAt: z.iso.datetime(),
});
export type UploadRecord = z.infer<typeof UploadRecord>;

/** Of one person at a time; `files` times the largest file is what all of them may hold together. */
export const uploadLimits = { count: 20, files: 5, hours: 24 };
