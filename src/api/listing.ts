import { z } from 'zod';

/** A query string holds a repeated key as an array and a single one as a string. */
export const many = <T extends z.ZodType>(item: T) =>
  z.preprocess((v) => (v === undefined ? [] : Array.isArray(v) ? v : [v]), z.array(item).max(200));

export const Page = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** A choice of a filter with the number of rows it has under the other filters now set. */
export const Choice = z.object({ value: z.string(), label: z.string(), count: z.int() });
export type Choice = z.infer<typeof Choice>;

export const exportFormats = ['xlsx', 'csv'] as const;
