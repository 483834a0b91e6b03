import { z } from 'zod';
import { Figure, FigureValue } from './figure.ts';
import { Named } from './named.ts';

/** Đề nghị sửa số liệu đã khóa: asked for with a reason, decided, and kept with both values. */

export const CorrectionStage = z.enum(['asked', 'granted', 'refused', 'withdrawn']);
export type CorrectionStage = z.infer<typeof CorrectionStage>;

export const Correction = FigureValue.extend({
  id: z.uuid(),
  /** As it was approved. */
  figure: Figure,
  indicatorName: z.string(),
  unit: z.string().nullable(),
  reason: z.string(),
  asked: z.object({ at: z.iso.datetime(), by: Named, agencyId: z.string() }),
  stage: CorrectionStage,
  decided: z.object({ at: z.iso.datetime(), by: Named, because: z.string() }).nullable(),
  version: z.int(),
});
export type Correction = z.infer<typeof Correction>;

export const CorrectionVerb = z.enum(['grant', 'refuse', 'withdraw']);
export type CorrectionVerb = z.infer<typeof CorrectionVerb>;

const stages: Record<CorrectionVerb, CorrectionStage> = { grant: 'granted', refuse: 'refused', withdraw: 'withdrawn' };
export const stageOfVerb = (verb: CorrectionVerb): CorrectionStage => stages[verb];

/** What may be done about one that is open, by whoever asks for it or decides on it. */
export const correctionVerbs = (stage: CorrectionStage, who: { asks: boolean; decides: boolean }): CorrectionVerb[] =>
  stage !== 'asked'
    ? []
    : [...(who.decides ? (['grant', 'refuse'] as const) : []), ...(who.asks ? (['withdraw'] as const) : [])];

/** With what whoever looks at it may do. */
export const CorrectionItem = Correction.extend({ may: z.array(CorrectionVerb) });
export type CorrectionItem = z.infer<typeof CorrectionItem>;
