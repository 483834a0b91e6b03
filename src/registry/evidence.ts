import { z } from 'zod';
import { PlainDate } from '../values/plain-date.ts';
import { Named } from './named.ts';

/** Minh chứng: a file, or the document that resulted. */

const evidenceKinds = [
  'pdf',
  'docx',
  'xlsx',
  'pptx',
  'doc',
  'xls',
  'ppt',
  'odt',
  'rtf',
  'png',
  'jpeg',
  'tiff',
  'webp',
  'text',
] as const;
export const EvidenceKind = z.enum(evidenceKinds);
export type EvidenceKind = z.infer<typeof EvidenceKind>;

/** What the names of files of each kind end in. */
export const evidenceExtensions: Record<EvidenceKind, readonly string[]> = {
  pdf: ['pdf'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  pptx: ['pptx'],
  doc: ['doc'],
  xls: ['xls'],
  ppt: ['ppt'],
  odt: ['odt'],
  rtf: ['rtf', 'doc'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
  tiff: ['tif', 'tiff'],
  webp: ['webp'],
  text: ['txt', 'csv'],
};

export const evidenceLimits = { fileBytes: 25_000_000, ofDuty: 200, ofProgress: 20 };

const EvidenceFile = z.object({ name: z.string(), kind: EvidenceKind, size: z.int() });

export const Product = z.object({
  number: z.string().trim().min(1).max(100),
  date: PlainDate.nullable(),
});
export type Product = z.infer<typeof Product>;

export const Evidence = z.object({
  id: z.uuid(),
  dutyId: z.uuid(),
  /** What it came with; null where it was added to the duty itself. */
  progressId: z.uuid().nullable(),
  agencyId: z.string(),
  added: z.object({ at: z.iso.datetime(), by: Named }),
  note: z.string(),
  file: EvidenceFile.nullable(),
  /** The document that resulted; `documentId` where the register holds it. */
  product: Product.extend({ documentId: z.uuid().nullable() }).nullable(),
});
export type Evidence = z.infer<typeof Evidence>;

/** With whether whoever asks may take it away again. */
export const EvidenceItem = Evidence.extend({ mayRemove: z.boolean() });
export type EvidenceItem = z.infer<typeof EvidenceItem>;

/**
 * Text that a browser might take for a page, a picture with scripts, or a script. Zeros are left out, as they part the
 * letters of UTF-16.
 */
export function looksLikeMarkup(text: string): boolean {
  const plain = text.replaceAll('\0', '');
  return /^[\u00EF\u00BB\u00BF\u00FE\u00FF\s]{0,1000}<[a-z!?/]/i.test(plain) || embedded.test(plain);
}

const embedded = /<\s{0,20}\/?\s{0,20}(?:!doctype|html|head|body|svg|script|style|iframe|object|embed)\b/i;
