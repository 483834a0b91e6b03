import { z } from 'zod';

/** A stretch of a document's canonical text: UTF-16 offsets, `end` exclusive. */
export const Span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });
export type Span = z.infer<typeof Span>;

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
