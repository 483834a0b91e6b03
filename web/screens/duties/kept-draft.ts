import { z } from 'zod';
import { ProgressFields } from '../../../src/registry/progress.ts';
import { keptHere } from '../../parts/kept-here.ts';

const KeptDraft = z.object({
  id: z.uuid(),
  window: z.uuid(),
  number: z.int(),
  version: z.int(),
  fields: ProgressFields,
});
export type KeptDraft = z.infer<typeof KeptDraft>;

export const { readKept, keep, forget } = keptHere('draft', KeptDraft);
