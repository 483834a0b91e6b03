import { z } from 'zod';
import { many } from '../../../src/api/listing.ts';

/** What the address holds: both sides, what is compared, and that only gaps are shown. */
export const AlignmentSearch = z.object({
  tren: z.uuid().optional(),
  duoi: many(z.uuid()).optional(),
  loai: z.literal('task').optional(),
  /** As a picture; and which pair of it is open. */
  xem: z.literal('hinh').optional(),
  cap: z.string().max(160).optional(),
  thieu: z.preprocess((value) => (value === 'true' ? true : value), z.literal(true)).optional(),
});
export type AlignmentSearch = z.infer<typeof AlignmentSearch>;
