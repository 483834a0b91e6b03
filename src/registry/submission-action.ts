import { z } from 'zod';
import { FigureBasis, FigureSpan } from './figure-basis.ts';

/** One step of a submission. It is refused where the submission has changed since the version that was seen. */

const seen = { version: z.int() };
const words = z.string().trim().min(1).max(2000);

/** A figure that is given back, and why. */
const ReturnedCell = z.object({
  indicatorId: z.string().max(200),
  line: z.string().max(300),
  span: FigureSpan,
  basis: FigureBasis,
  words,
});

export const SubmissionAction = z.discriminatedUnion('verb', [
  z.object({ verb: z.enum(['submit', 'withdraw', 'send', 'approve']), ...seen }),
  z.object({
    verb: z.enum(['return', 'sendBack']),
    ...seen,
    words,
    cells: z.array(ReturnedCell).max(2000).default([]),
  }),
]);
export type SubmissionAction = z.infer<typeof SubmissionAction>;
