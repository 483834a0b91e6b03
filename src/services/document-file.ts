import { writeOfficialDocument } from '../files/written/official-document.ts';
import { pdfOf } from '../files/written/pdf.ts';
import type { DocumentFormat } from '../values/document-format.ts';
import type { OfficialDocument } from '../values/official-document.ts';

export type DocumentFile = { name: string; mediaType: string; content: Buffer };

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

/**
 * An official document as the file that somebody takes away. Never to be called inside a transaction: a .pdf takes seconds.
 * @param name without its extension
 * @throws Refusal pdfMissing where this machine cannot make a .pdf
 */
export async function documentFile(
  document: OfficialDocument,
  name: string,
  format: DocumentFormat,
): Promise<DocumentFile> {
  const docx = await writeOfficialDocument(document);
  const content = format === 'docx' ? docx : Buffer.from(await pdfOf(docx));
  return { name: `${name}.${format}`, mediaType: mediaTypes[format], content };
}
