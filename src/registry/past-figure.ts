import { z } from 'zod';
import { PastFigure } from '../values/finding.ts';
import { PlainDate } from '../values/plain-date.ts';
import { DocumentState } from './document-state.ts';

/** What documents state of times gone by, as the register shows it. */

/** A past figure as a point of its indicator. */
export const IndicatorFigure = PastFigure.pick({
  id: true,
  name: true,
  variant: true,
  op: true,
  value: true,
  value2: true,
  of: true,
  unit: true,
  change: true,
  basis: true,
  period: true,
  tier: true,
}).extend({
  documentId: z.uuid(),
  documentNumber: z.string().nullable(),
  documentTitle: z.string().nullable(),
  documentState: DocumentState,
  issuer: z.string().nullable(),
  issuedOn: PlainDate.nullable(),
  quote: z.string(),
  valueQuote: z.string().nullable(),
  line: z.string(),
});
export type IndicatorFigure = z.infer<typeof IndicatorFigure>;

/** What stands beside a target in its document. */
export const FigureBeside = PastFigure.pick({
  id: true,
  op: true,
  value: true,
  value2: true,
  of: true,
  unit: true,
  basis: true,
  period: true,
});
export type FigureBeside = z.infer<typeof FigureBeside>;

/**
 * The year that a figure can be drawn at beside yearly targets: one whole year, or a day on which things stood so. Nine
 * months are not a year, and the mean of five years is none of them.
 */
export function yearOfFigure({ period }: Pick<PastFigure, 'period'>): number | null {
  if (period === null) return null;
  const { from, to } = period;
  const whole = from.slice(0, 4) === to.slice(0, 4) && from.endsWith('-01-01') && to.endsWith('-12-31');
  return whole || from === to ? Number(to.slice(0, 4)) : null;
}
