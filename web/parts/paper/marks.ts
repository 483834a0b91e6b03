import type { DocumentDetail } from '../../../src/api/documents.ts';
import type { OwnHeader, Reference } from '../../../src/values/finding.ts';
import { noteSeverity } from '../../../src/values/note.ts';
import { type Mark, sortMarks } from './pieces.ts';

/** Ids in the address: t12 target, f3 past figure, n4 task, c… a fact of the header, v3 reference (viện dẫn), l2 note (lưu ý). */
export const referenceId = (index: number): string => `v${index + 1}`;
export const noteId = (index: number): string => `l${index + 1}`;
/** A fact of the file's first document is "c-…", of the second "c2-…". @param at which document of the file, from 0 */
export const factId = (field: string, at: number): string => `c${at === 0 ? '' : at + 1}-${field}`;
export const legalBasisId = (index: number, at: number): string => factId(`can-cu-${index + 1}`, at);
export const recipientId = (index: number, at: number): string => factId(`noi-nhan-${index + 1}`, at);

/** The headers of all documents of the file, in the order of the text. */
export const headersOf = ({ header }: Pick<DocumentDetail, 'header'>): OwnHeader[] => [header, ...header.further];

export const referencesOf = (detail: Pick<DocumentDetail, 'header'>): Reference[] =>
  headersOf(detail).flatMap(({ references }) => references);

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

/** "s120-348": a stretch of the text by itself, as a search leads to it. */
export function passageMark(chosen: string | undefined): Mark[] {
  const [, start, end] = /^s(\d{1,9})-(\d{1,9})$/.exec(chosen ?? '') ?? [];
  if (chosen === undefined || start === undefined || end === undefined) return [];
  return [{ id: chosen, kind: 'fact', span: { start: Number(start), end: Number(end) } }];
}

/** Everything that can be pointed at in the text. */
export function marksOf(detail: Pick<DocumentDetail, 'header' | 'targets' | 'figures' | 'tasks' | 'notes'>): Mark[] {
  const { targets, figures, tasks, notes } = detail;
  const marks: Mark[] = [];
  for (const { id, span, valueSpan } of targets) {
    marks.push({ id, kind: 'target', span });
    if (valueSpan) marks.push({ id, kind: 'target', span: valueSpan });
  }
  // A row's name cell is its targets' already.
  for (const { id, span, valueSpan } of figures) marks.push({ id, kind: 'figure', span: valueSpan ?? span });
  for (const { id, span } of tasks) marks.push({ id, kind: 'task', span });
  for (const [i, { span }] of referencesOf(detail).entries())
    marks.push({ id: referenceId(i), kind: 'reference', span });
  for (const [i, { span }] of notes.entries()) if (span) marks.push({ id: noteId(i), kind: 'note', span });
  for (const [at, { legalBases, recipients, spans }] of headersOf(detail).entries()) {
    for (const [i, span] of legalBases.entries()) marks.push({ id: legalBasisId(i, at), kind: 'fact', span });
    for (const [i, span] of recipients.entries()) marks.push({ id: recipientId(i, at), kind: 'fact', span });
    for (const [field, span] of Object.entries(spans))
      if (span) marks.push({ id: factId(field, at), kind: 'fact', span });
  }
  return sortMarks(marks);
}
