import { checkTemplate } from '../files/template/check.ts';
import { fillTemplate } from '../files/template/template.ts';
import { writeBlock } from '../files/written/official-block.ts';
import { writeOfficialDocument } from '../files/written/official-document.ts';
import { pdfOf } from '../files/written/pdf.ts';
import { grammarOf, type Outgoing, valuesOf } from '../report/template-kinds.ts';
import { type TemplateFile, templateOn } from '../store/templates.ts';
import type { DocumentFormat, WrittenFormat } from '../values/document-format.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';
import { outgoingEnvelope } from './outgoing-envelope.ts';

export type DocumentFile = { name: string; mediaType: string; content: Buffer };

/** A document that goes out, the office whose it is where that is known, and the name of its file without the extension. */
export type NamedOutgoing = { outgoing: Outgoing; issuerId: string | null; name: string };

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

/**
 * An official document as the file that somebody takes away: set by the template of its office and day, or in the program's own form.
 * Never to be called inside a transaction: a .pdf takes seconds.
 * @throws Refusal pdfMissing where this machine cannot make a .pdf, templateBroken
 */
export async function documentFile(
  app: Pick<App, 'db' | 'clock' | 'files'>,
  one: NamedOutgoing,
  format: DocumentFormat,
): Promise<DocumentFile> {
  const { outgoing, issuerId: agencyId, name } = one;
  const { issuedBy, date } = outgoing.document.head;
  const template = await templateOn(app.db, { kind: outgoing.kind, issuedBy, agencyId }, date);
  const docx = template ? await setBy(app, template, outgoing) : await writeOfficialDocument(outgoing.document);
  const file = await asFile(docx, name, format === 'edxml' ? 'docx' : format);
  return format === 'edxml' ? outgoingEnvelope(app, one, file) : file;
}

export async function asFile(docx: Buffer, name: string, format: WrittenFormat): Promise<DocumentFile> {
  const content = format === 'docx' ? docx : Buffer.from(await pdfOf(docx));
  return { name: `${name}.${format}`, mediaType: mediaTypes[format], content };
}

/** What was in order when it was put into force may be so no longer in a newer program: nothing leaves with a hole in it. */
export async function setBy(
  { files }: Pick<App, 'files'>,
  { fileName, hash }: Omit<TemplateFile, 'id' | 'kind'>,
  outgoing: Outgoing,
): Promise<Buffer> {
  const bytes = await files.read(hash);
  const { faults } = checkTemplate(bytes, fileName, grammarOf(outgoing.kind));
  if (faults.length > 0) throw new Refusal('templateBroken', { name: fileName, faults: faults.length });
  const { head, kind, about } = outgoing.document;
  return fillTemplate(bytes, {
    values: valuesOf(outgoing),
    facts: { title: [kind ?? 'Công văn', about].join(' '), creator: head.issuer },
    setBlock: (waiting) => writeBlock(head, waiting),
  });
}
