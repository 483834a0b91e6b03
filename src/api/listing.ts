import { z } from 'zod';
import { DocumentState } from '../registry/document-state.ts';
import { ReviewState } from '../registry/review-state.ts';
import { PlainDate } from '../values/plain-date.ts';

/** A query string holds a repeated key as an array and a single one as a string. */
export const many = <T extends z.ZodType>(item: T) =>
  z
    .union([z.array(item).max(200), item])
    .default([])
    .transform((given): z.output<T>[] => (Array.isArray(given) ? given : [given]));

/** As of a day only what was in force on it; without a day what is now, and what is not issued yet. */
export const AsOf = z.object({ asOf: PlainDate.optional() });

/** Which of all findings there are; registry/listing.ts. */
export const Standing = {
  ...AsOf.shape,
  state: many(DocumentState),
  review: many(ReviewState),
};

export const Page = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** A choice of a filter with the number of rows it has under the other filters now set. */
export const Choice = z.object({ value: z.string(), label: z.string(), count: z.int() });
export type Choice = z.infer<typeof Choice>;

export const exportFormats = ['xlsx', 'csv'] as const;
