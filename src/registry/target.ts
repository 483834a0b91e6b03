import { z } from 'zod';
import { Target } from '../values/finding.ts';

/** A target of the register: the finding and the document it stands in. */
export const TargetRecord = Target.extend({
  documentId: z.uuid(),
  documentNumber: z.string().nullable(),
  documentTitle: z.string().nullable(),
  /** The text that sets it, exactly as the document has it. */
  quote: z.string(),
  valueQuote: z.string().nullable(),
});
export type TargetRecord = z.infer<typeof TargetRecord>;
