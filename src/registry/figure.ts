import { z } from 'zod';

/** Số liệu: what was reported of one line of an indicator, and how its four states of being there are told apart. */

/** Không phát sinh; chưa có số liệu. A blank is neither. */
export const Missing = z.enum(['notApplicable', 'notYet']);
export type Missing = z.infer<typeof Missing>;

/** A value (zero is one), a word in its place, or neither: blank. */
export const FigureValue = z.object({ value: z.number().nullable(), missing: Missing.nullable() });
export type FigureValue = z.infer<typeof FigureValue>;

export const blank: FigureValue = { value: null, missing: null };
export const isBlank = ({ value, missing }: FigureValue): boolean => value === null && missing === null;
