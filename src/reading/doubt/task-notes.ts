import type { Note } from '../../values/note.ts';
import type { FoundTask } from './found.ts';
import { note } from './note.ts';

/** What is odd about a task by itself. */
export function taskNotes(task: FoundTask): Note[] {
  const notes: Note[] = [];
  if (task.timeRaw !== null && task.time.kind === 'none' && task.timeRaw !== '-')
    notes.push(note('timeNotUnderstood', { span: task.span, findingId: task.id, detail: task.timeRaw }));
  if (task.source === 'table' && task.lead.length === 0)
    notes.push(note('leadMissing', { span: task.span, findingId: task.id }));
  return notes;
}
