import { z } from 'zod';

/** What a figure is: planned, expected before the period has ended, counted but not checked, final. */
export const FigureBasis = z.enum(['planned', 'estimated', 'preliminary', 'final']);
export type FigureBasis = z.infer<typeof FigureBasis>;

/** `period`: of these days alone, or as it stands at their end; `toDate`: since the year began. */
export const FigureSpan = z.enum(['period', 'toDate']);
export type FigureSpan = z.infer<typeof FigureSpan>;
