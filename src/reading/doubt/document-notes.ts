import type { TextSource } from '../../values/block.ts';
import type { Note, NoteCode } from '../../values/note.ts';
import { cellText } from '../tables/grid.ts';
import type { Passage } from '../text/outline.ts';
import { wholeSpan } from '../text/view.ts';
import type { FoundDocument } from './found.ts';
import { note } from './note.ts';

/** What a document's header lacks; of one that stands behind others the notes lead to where it begins. */
export function headerNotes({ header: document, span: { start }, passages }: FoundDocument): Note[] {
  const [first] = passages;
  const opening = first?.item.kind === 'table' ? first.item.table.rows[0]?.span : first && wholeSpan(first.item.full);
  const span = start === 0 ? null : (opening ?? null);
  const missing: [boolean, NoteCode][] = [
    [document.number === null, 'numberMissing'],
    [document.issuer === null, 'issuerMissing'],
    [document.issuedOn === null, 'dateMissing'],
    [document.title === null, 'titleMissing'],
    [document.kind === 'khac', 'kindUnknown'],
    [document.period === null, 'periodUnknown'],
  ];
  return missing.flatMap(([is, code]) => (is ? [note(code, { span })] : []));
}

export const pageNotes = ({ pages = [] }: TextSource): Note[] =>
  pages.flatMap((page, at) => (page.picture ? [note('pageNotRead', { detail: String(at + 1) })] : []));

/** A table of some size whose columns say neither task nor target may hold something that was not read. */
export function unreadTableNotes({ item }: Passage, text: string): Note[] {
  if (item.kind !== 'table' || item.table.rows.length < 4 || item.table.borderless) return [];
  const { sheet } = item;
  if (sheet.kind === undefined) return [note('tableNotUnderstood', { span: item.table.span })];
  return sheet.columns.flatMap((column, at) => {
    if (column.role !== 'unknown' || column.header === '') return [];
    const filled = sheet.rows.some((row) => row[at] && cellText(row[at].cell, text) !== '');
    return filled
      ? [note('columnNotUnderstood', { span: item.table.rows[0]?.span ?? item.table.span, detail: column.header })]
      : [];
  });
}
