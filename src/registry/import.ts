import { z } from 'zod';
import { refusalCodes } from '../values/refusal.ts';

export const importStages = ['receiving', 'opening', 'reading', 'matching', 'storing'] as const;
export const ImportStage = z.enum(importStages);
export type ImportStage = z.infer<typeof ImportStage>;

/** One file on its way in. It ends as a document, as the document that was already there, or refused. */
export const ImportRecord = z.object({
  id: z.uuid(),
  fileName: z.string(),
  fileSize: z.int().nullable(),
  stage: ImportStage,
  /** Of a scan: pages recognised so far, of those that must be. */
  pagesDone: z.int().nullable(),
  pagesTotal: z.int().nullable(),
  state: z.enum(['running', 'done', 'alreadyThere', 'refused']),
  documentId: z.uuid().nullable(),
  refusal: z
    .object({ code: z.enum(refusalCodes), detail: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});
export type ImportRecord = z.infer<typeof ImportRecord>;
