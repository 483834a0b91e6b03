import { z } from 'zod';
import { ImportRecord } from '../registry/import.ts';
import { endpoint } from './endpoint.ts';

const Id = z.object({ id: z.uuid() });

/**
 * Takes one file (multipart, field "file"). Answers 201 with the finished import, 200 where the same file is
 * already a document, 202 with the running import when it takes longer than a few seconds, or a refusal.
 */
export const startImport = endpoint({
  method: 'POST',
  path: '/api/imports',
  access: 'importDocuments',
  costly: true,
  takes: 'file',
  summary: 'Read a document file and store what it holds',
  response: ImportRecord,
  example: { file: true },
});

export const listImports = endpoint({
  method: 'GET',
  path: '/api/imports',
  access: 'importDocuments',
  summary: 'My imports that are running or ended in the last hour and were not dismissed, newest first',
  response: z.object({ imports: z.array(ImportRecord) }),
});

export const endImport = endpoint({
  method: 'DELETE',
  path: '/api/imports/:id',
  access: 'importDocuments',
  summary: 'Cancel a running import (nothing of it stays), or dismiss the line of an ended one',
  params: Id,
  response: z.object({}),
});
