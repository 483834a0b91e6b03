import type { DocumentDetail } from '../../../src/api/documents.ts';
import { noteSeverity } from '../../../src/values/note.ts';
import { type Mark, sortMarks } from './pieces.ts';

/** Ids in the address: t12 target, n4 task, c… a fact of the header, v3 reference (viện dẫn), l2 note (lưu ý). */
export const referenceId = (index: number): string => `v${index + 1}`;
export const noteId = (index: number): string => `l${index + 1}`;
export const legalBasisId = (index: number): string => `c-can-cu-${index + 1}`;
export const recipientId = (index: number): string => `c-noi-nhan-${index + 1}`;
export const factId = (field: string): string => `c-${field}`;

/** Page (from 1) -> the note that it was not read. */
export function pageNotes({ notes }: Pick<DocumentDetail, 'notes'>): Map<number, string> {
  const ids = new Map<number, string>();
  for (const [index, { code, detail }] of notes.entries())
    if (code === 'pageNotRead' && detail !== null) ids.set(Number(detail), noteId(index));
  return ids;
}

/** Notes on what is probably wrong. */
export const severeNotes = ({ notes }: Pick<DocumentDetail, 'notes'>): ReadonlySet<string> =>
  new Set(notes.flatMap(({ code }, index) => (noteSeverity[code] === 'error' ? [noteId(index)] : [])));

/** Everything that can be pointed at in the text. */
export function marksOf(detail: DocumentDetail): Mark[] {
  const { header, targets, tasks, notes } = detail;
  const marks: Mark[] = [];
  for (const { id, span, valueSpan } of targets) {
    marks.push({ id, kind: 'target', span });
    if (valueSpan) marks.push({ id, kind: 'target', span: valueSpan });
  }
  for (const { id, span } of tasks) marks.push({ id, kind: 'task', span });
  for (const [i, { span }] of header.references.entries()) marks.push({ id: referenceId(i), kind: 'reference', span });
  for (const [i, { span }] of notes.entries()) if (span) marks.push({ id: noteId(i), kind: 'note', span });
  for (const [i, span] of header.legalBases.entries()) marks.push({ id: legalBasisId(i), kind: 'fact', span });
  for (const [i, span] of header.recipients.entries()) marks.push({ id: recipientId(i), kind: 'fact', span });
  for (const [field, span] of Object.entries(header.spans))
    if (span) marks.push({ id: factId(field), kind: 'fact', span });
  return sortMarks(marks);
}
