import { z } from 'zod';
import { PeriodCode } from '../values/period.ts';
import { FigureKey, FigureValue } from './figure.ts';
import { Aggregation } from './indicator.ts';
import { Named } from './named.ts';
import { SubmissionStage } from './submission-stage.ts';

/** The figures of a whole round, agencies beside one another: what a coordinator looks over. */

export const RoundColumn = FigureKey.extend({
  name: z.string(),
  unit: z.string().nullable(),
  decimals: z.int().nullable(),
  /** Nobody is asked for it: the span that is asked for stands in the column before, and it follows from that. */
  computed: z.boolean(),
  /** How figures of agencies become one. */
  rule: Aggregation,
  /** All agencies together; null where they do not add up. */
  whole: FigureValue.extend({
    counted: z.int(),
    lacking: z.int(),
    /** It follows from other columns, each made one first. */
    formula: z.boolean(),
  }).nullable(),
});
export type RoundColumn = z.infer<typeof RoundColumn>;

/** `cells`: in the order of the columns; null where this one is not asked for it, or keeps it to itself still. */
const RoundRow = z.object({
  submissionId: z.uuid(),
  agency: Named,
  stage: SubmissionStage,
  sentAt: z.iso.datetime().nullable(),
  cells: z.array(FigureValue.nullable()),
});

export const RoundSheet = z.object({ period: PeriodCode, columns: z.array(RoundColumn), rows: z.array(RoundRow) });
export type RoundSheet = z.infer<typeof RoundSheet>;
