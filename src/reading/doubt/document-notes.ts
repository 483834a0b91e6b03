import type { TextSource } from '../../values/block.ts';
import type { DocumentHeader } from '../../values/finding.ts';
import type { Note, NoteCode } from '../../values/note.ts';
import { cellText } from '../tables/columns.ts';
import type { Passage } from '../text/outline.ts';
import { note } from './note.ts';

/** Notes on the document as a whole: what its header lacks, pages and tables that were not read. */
export const documentNotes = (document: DocumentHeader, passages: Passage[], source: TextSource): Note[] => [
  ...headerNotes(document),
  ...(source.pages ?? []).flatMap((page, at) =>
    page.picture ? [note('pageNotRead', { detail: String(at + 1) })] : [],
  ),
  ...passages.flatMap((passage) => tableNotes(passage, source.text)),
];

function headerNotes(document: DocumentHeader): Note[] {
  const missing: [boolean, NoteCode][] = [
    [document.number === null, 'numberMissing'],
    [document.issuer === null, 'issuerMissing'],
    [document.issuedOn === null, 'dateMissing'],
    [document.title === null, 'titleMissing'],
    [document.kind === 'khac', 'kindUnknown'],
    [document.period === null, 'periodUnknown'],
  ];
  return missing.flatMap(([is, code]) => (is ? [note(code)] : []));
}

/** A table of some size whose columns say neither task nor target may hold something that was not read. */
function tableNotes({ item }: Passage, text: string): Note[] {
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
