import { z } from 'zod';
import { PlainDate } from './plain-date.ts';

/** When a piece of work is due, as a plan document sets it. Both ends of a range are inclusive days. */
export const Due = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('by'),
    to: PlainDate,
    /** The words it was computed from, where the document counts from its own day: "trong 15 ngày kể từ ngày ký". */
    counted: z.string().optional(),
  }),
  z.object({ kind: z.literal('during'), from: PlainDate, to: PlainDate }),
  z.object({ kind: z.literal('ongoing') }),
  z.object({ kind: z.literal('recurring'), every: z.enum(['day', 'week', 'month', 'quarter', 'half_year', 'year']) }),
  z.object({ kind: z.literal('conditional'), condition: z.string() }),
  z.object({ kind: z.literal('reference'), condition: z.string() }),
  z.object({ kind: z.literal('none') }),
]);
export type Due = z.infer<typeof Due>;

export const dueKinds = ['by', 'during', 'ongoing', 'recurring', 'conditional', 'reference', 'none'] as const;
export type DueKind = (typeof dueKinds)[number];
