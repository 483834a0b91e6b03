import type { EnvelopeHeader } from '../values/envelope.ts';
import type { DocumentHeader } from '../values/finding.ts';
import type { Note, NoteCode } from '../values/note.ts';
import { formatDate } from '../values/plain-date.ts';
import { fold, squeeze } from '../values/vietnamese.ts';
import { agencyKey } from './agency.ts';

/** Letters and digits alone: spaces, dashes and capitals are written in many ways. */
const bare = (text: string): string => fold(text).replace(/[^a-z0-9]+/g, '');

const subjectKey = (text: string): string => bare(squeeze(text).replace(/^(?:v\/v|về việc|trích yếu\s*:)\s*/iu, ''));

/** A title may be cut short in the one or the other. */
const sameSubject = (one: string, other: string): boolean => {
  const [a, b] = [subjectKey(one), subjectKey(other)];
  return a.includes(b) || b.includes(a);
};

/** What was read of a document, held against what the envelope says that it came in. Nothing of the reading is changed. */
export function envelopeNotes(read: DocumentHeader, envelope: EnvelopeHeader, furtherFiles: readonly string[]): Note[] {
  const { number, issuedOn, issuer, title, spans } = read;
  const notes: Note[] = [];
  const note = (code: NoteCode, span: Note['span'], detail: string | null, suggestion: string | null): void =>
    void notes.push({ code, span, findingId: null, detail, suggestion, reasons: [] });
  if (envelope.number !== null && bare(envelope.number) !== bare(number ?? ''))
    note('envelopeNumberDiffers', spans.number ?? null, number, envelope.number);
  if (envelope.issuedOn !== null && envelope.issuedOn !== issuedOn)
    note('envelopeDayDiffers', spans.issuedOn ?? null, issuedOn && formatDate(issuedOn), formatDate(envelope.issuedOn));
  const sender = envelope.from.name;
  if (sender !== '' && agencyKey(sender) !== agencyKey(issuer ?? ''))
    note('envelopeIssuerDiffers', spans.issuer ?? null, issuer, sender);
  if (envelope.subject !== null && title !== null && !sameSubject(envelope.subject, title))
    note('envelopeSubjectDiffers', spans.title ?? null, title, envelope.subject);
  if (furtherFiles.length > 0) note('envelopeHoldsMore', null, furtherFiles.join('; '), null);
  return notes;
}
