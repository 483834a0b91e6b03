import { z } from 'zod';
import { DocumentSummary, PlanDocument } from '../registry/plan-document.ts';
import { Block } from '../values/block.ts';
import { Target, Task } from '../values/finding.ts';
import { Note } from '../values/note.ts';
import { endpoint } from './endpoint.ts';

const Id = z.object({ id: z.uuid() });

export const listDocuments = endpoint({
  method: 'GET',
  path: '/api/documents',
  access: 'signedIn',
  summary: 'All documents, newest issued first',
  response: z.object({ documents: z.array(DocumentSummary) }),
});

export const DocumentDetail = PlanDocument.extend({
  text: z.string(),
  blocks: z.array(Block),
  targets: z.array(Target),
  tasks: z.array(Task),
  notes: z.array(Note),
});
export type DocumentDetail = z.infer<typeof DocumentDetail>;

export const getDocument = endpoint({
  method: 'GET',
  path: '/api/documents/:id',
  access: 'signedIn',
  summary: 'A document with its text, blocks and everything found in it',
  params: Id,
  response: DocumentDetail,
});

export const getDocumentFile = endpoint({
  method: 'GET',
  path: '/api/documents/:id/file',
  access: 'signedIn',
  summary: 'The original file, unchanged',
  params: Id,
});
