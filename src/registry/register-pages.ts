import { z } from 'zod';

/** The register as programs read it whole: page after page, each beginning behind the last row of the one before. */

/** What was done to a thing, so that a program knows what to read again. */
export const RegisterChange = z.object({
  at: z.iso.datetime(),
  verb: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  documentId: z.uuid().nullable(),
  dutyId: z.uuid().nullable(),
});
export type RegisterChange = z.infer<typeof RegisterChange>;

/** Of the rest the log of actions is for administrators: accounts, settings, drafts. */
export const changingKinds = [
  ...['document', 'target', 'task', 'duty', 'dueChange', 'obstacle', 'submission', 'correction', 'figureImport'],
  ...['round', 'regime', 'indicator', 'agency', 'group', 'reorganisation', 'publication'],
] as const;

/** Behind which row of findings a page begins: "<document>:<finding>". */
export const FindingCursor = z
  .string()
  .regex(/^[0-9a-f-]{36}:.{1,100}$/)
  .refine((text) => z.uuid().safeParse(text.slice(0, 36)).success);
export type FindingCursor = z.infer<typeof FindingCursor>;

export const findingCursor = ({ documentId, id }: { documentId: string; id: string }): FindingCursor =>
  `${documentId}:${id}`;

/** A row that is counted: figures, and places in the log. */
export const CountCursor = z.string().regex(/^\d{1,15}$/);
