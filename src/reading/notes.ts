import type { DocumentHeader, Note, Task } from '../values/finding.ts';
import { cellText, sheetOf } from './columns.ts';
import { dueOf } from './due.ts';
import type { Passage } from './outline.ts';

/** What an officer should look at: what is missing, and what could not be understood. */
export function notesOf(document: DocumentHeader, tasks: Task[], passages: Passage[], text: string): Note[] {
  return [
    ...headerNotes(document),
    ...passages.flatMap((passage) => tableNotes(passage, text)),
    ...tasks.flatMap(taskNotes),
  ];
}

const note = (code: Note['code'], rest: Partial<Note> = {}): Note => ({
  code,
  span: null,
  findingId: null,
  detail: null,
  ...rest,
});

function headerNotes(document: DocumentHeader): Note[] {
  const missing: [boolean, Note['code']][] = [
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
  const sheet = sheetOf(item.table, text);
  if (sheet.kind === undefined) return [note('tableNotUnderstood', { span: item.table.span })];
  return sheet.columns.flatMap((column, at) => {
    if (column.role !== 'unknown' || column.header === '') return [];
    const filled = sheet.rows.some((row) => row[at] && cellText(row[at].cell, text) !== '');
    return filled
      ? [note('columnNotUnderstood', { span: item.table.rows[0]?.span ?? item.table.span, detail: column.header })]
      : [];
  });
}

function taskNotes(task: Task): Note[] {
  const notes: Note[] = [];
  if (task.timeRaw !== null && task.time.kind === 'none' && dueOf(task.timeRaw) === undefined)
    notes.push(note('timeNotUnderstood', { span: task.span, findingId: task.id, detail: task.timeRaw }));
  if (task.source === 'table' && task.lead.length === 0)
    notes.push(note('leadMissing', { span: task.span, findingId: task.id }));
  return notes;
}
