import type { DocumentSummary, PlanDocument } from '../registry/plan-document.ts';
import * as documents from '../store/documents.ts';
import { targetsOfDocument } from '../store/targets.ts';
import { tasksOfDocument } from '../store/tasks.ts';
import type { Block } from '../values/block.ts';
import type { Target, Task } from '../values/finding.ts';
import type { Note } from '../values/note.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';

export const listDocuments = (app: App): Promise<DocumentSummary[]> => documents.listDocuments(app.db);

export type WholeDocument = PlanDocument & {
  text: string;
  blocks: Block[];
  targets: Target[];
  tasks: Task[];
  notes: Note[];
};

export async function getDocument({ db }: App, id: string): Promise<WholeDocument> {
  const document = await documents.findDocument(db, id);
  if (!document) throw new Refusal('notFound');
  const [content, targets, tasks, notes] = await Promise.all([
    documents.getText(db, id),
    targetsOfDocument(db, id),
    tasksOfDocument(db, id),
    documents.notesOfDocument(db, id),
  ]);
  return { ...document, ...content, targets, tasks, notes };
}

export async function getDocumentFile({ db }: App, id: string): Promise<documents.StoredFile> {
  const file = await documents.findFile(db, id);
  if (!file) throw new Refusal('notFound');
  return file;
}
