import { z } from 'zod';
import { Evidence, Product } from '../registry/evidence.ts';
import { endpoint } from './endpoint.ts';
import { Id } from './progress.ts';

const Note = z.string().trim().max(1000).default('');

/**
 * Takes one file (multipart, field "file"). The same file for the same progress is stored once: sent twice, it is answered with what
 * is there.
 */
export const addFile = endpoint({
  method: 'POST',
  path: '/api/duties/:id/evidence',
  access: 'writeProgress',
  costly: true,
  takes: 'file',
  summary: 'Add a file to a duty, or to a draft about it',
  params: Id,
  query: z.object({ progress: z.uuid().optional(), note: Note }),
  response: Evidence,
});

export const addProduct = endpoint({
  method: 'POST',
  path: '/api/duties/:id/products',
  access: 'writeProgress',
  summary: 'Add the document that resulted, by its number and day',
  params: Id,
  body: Product.extend({ id: z.uuid(), progressId: z.uuid().nullable(), note: Note }),
  response: Evidence,
});

/** Always to be saved, never shown: it may be somebody else's page. */
export const getEvidenceFile = endpoint({
  method: 'GET',
  path: '/api/evidence/:id/file',
  access: 'seeDuty',
  summary: 'A file as it was added',
  params: Id,
});

export const removeEvidence = endpoint({
  method: 'DELETE',
  path: '/api/evidence/:id',
  access: 'writeProgress',
  summary: 'Remove evidence from a draft',
  params: Id,
  response: z.object({}),
});
