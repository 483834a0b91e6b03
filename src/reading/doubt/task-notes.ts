import type { OwnHeader } from '../../values/finding.ts';
import type { Note, NoteCode } from '../../values/note.ts';
import { hasBodyForm } from './body-form.ts';
import type { FoundTask } from './found.ts';
import { note } from './note.ts';

/** What is odd about a task by itself. */
export function taskNotes(task: FoundTask, document: OwnHeader): Note[] {
  const about = (code: NoteCode, detail: string | null = null): Note =>
    note(code, { span: task.span, findingId: task.id, detail });
  const bodies = [...new Set([...task.lead, ...task.coord, ...task.monitor])];
  const notes = bodies.filter((name) => !hasBodyForm(name)).map((name) => about('agencyUnknown', name));
  if (task.timeRaw !== null && task.time.kind === 'none' && task.timeRaw !== '-')
    notes.push(about('timeNotUnderstood', task.timeRaw));
  if (task.source === 'table' && task.lead.length === 0) notes.push(about('leadMissing'));
  if (isOver(task, document.issuedOn)) notes.push(about('yearOutOfRange', task.timeRaw));
  return notes;
}

/** Due before the document was issued. */
const isOver = ({ time }: FoundTask, issuedOn: string | null): boolean =>
  (time.kind === 'by' || time.kind === 'during') && issuedOn !== null && time.to < issuedOn;
