import type { TextSource } from '../../values/block.ts';
import type { Reading } from '../../values/finding.ts';
import type { Passage } from '../outline.ts';
import { documentNotes } from './document-notes.ts';
import type { Found } from './found.ts';
import { taskNotes } from './task-notes.ts';

/** Gives every finding its confidence, and says what an officer should look at. */
export function weigh({ document, targets, tasks }: Found, passages: Passage[], source: TextSource): Reading {
  const notes = [...documentNotes(document, passages, source), ...tasks.flatMap(taskNotes)];
  const noted = new Set(notes.map(({ findingId }) => findingId));
  const confidence = (id: string): number => (noted.has(id) ? 0.5 : 1);
  return {
    document,
    targets: targets.map((target) => ({ ...target, confidence: confidence(target.id) })),
    tasks: tasks.map((task) => ({ ...task, confidence: confidence(task.id) })),
    notes,
  };
}
