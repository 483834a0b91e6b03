import { z } from 'zod';
import { fileFormats } from '../values/block.ts';
import { DocumentHeader, DocumentKind, Secrecy } from '../values/finding.ts';
import { PlainDate } from '../values/plain-date.ts';
import { DocumentState } from './document-state.ts';

const InForce = {
  state: DocumentState,
  validFrom: PlainDate.nullable(),
  /** The first day on which it is not in force any more. */
  validUntil: PlainDate.nullable(),
};

/** A document as the register holds it: the file's facts, the header as read, and what was found in it, counted. */
export const PlanDocument = z.object({
  id: z.uuid(),
  fileName: z.string(),
  /** SHA-256 of the file's bytes, hexadecimal: the same file is the same document. */
  fileHash: z.string(),
  fileSize: z.int(),
  format: z.enum(fileFormats),
  header: DocumentHeader,
  targetCount: z.int(),
  taskCount: z.int(),
  noteCount: z.int(),
  receivedAt: z.iso.datetime(),
  receivedBy: z.string(),
  ...InForce,
});
export type PlanDocument = z.infer<typeof PlanDocument>;

/** One line of the list of documents. */
export const DocumentSummary = z.object({
  id: z.uuid(),
  fileName: z.string(),
  format: z.enum(fileFormats),
  number: z.string().nullable(),
  kind: DocumentKind,
  title: z.string().nullable(),
  issuer: z.string().nullable(),
  issuedOn: PlainDate.nullable(),
  period: z.object({ from: z.int(), to: z.int() }).nullable(),
  targetCount: z.int(),
  taskCount: z.int(),
  noteCount: z.int(),
  receivedAt: z.iso.datetime(),
  /** The highest mark of a state secret that its file bears. */
  secrecy: Secrecy.nullable(),
  ...InForce,
  /** The documents that stand behind this one in the same file. */
  further: z.array(
    z.object({
      number: z.string().nullable(),
      kind: DocumentKind,
      title: z.string().nullable(),
      issuedOn: PlainDate.nullable(),
    }),
  ),
});
export type DocumentSummary = z.infer<typeof DocumentSummary>;
