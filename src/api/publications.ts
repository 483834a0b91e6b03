import { z } from 'zod';
import { Publication } from '../registry/publication.ts';
import { FindingKind } from '../registry/review.ts';
import { PlainDate } from '../values/plain-date.ts';
import { endpoint } from './endpoint.ts';

const Id = z.object({ id: z.uuid() });
const Reason = z.string().trim().min(1).max(2000);

export const getPublication = endpoint({
  method: 'GET',
  path: '/api/documents/:id/publication',
  access: 'readRegister',
  summary: 'Whether the public sees a document, from which day, and which of its targets and tasks',
  params: Id,
  response: Publication,
});

export const publishDocument = endpoint({
  method: 'POST',
  path: '/api/documents/:id/publication',
  access: 'publishDocuments',
  summary:
    'Publish a document from a day, but for what is kept back; sentences that name a person stay back in any case',
  params: Id,
  body: z.object({
    /** Of the publication that was seen; 0 where there was none. */
    version: z.int().min(0),
    from: PlainDate,
    reason: Reason,
    keptBack: z.array(z.object({ kind: FindingKind, id: z.string().max(40) })).max(20_000),
  }),
  response: Publication,
});

export const withdrawPublication = endpoint({
  method: 'POST',
  path: '/api/documents/:id/publication/withdrawal',
  access: 'publishDocuments',
  summary: 'Take a document away from the public',
  params: Id,
  body: z.object({ version: z.int(), reason: Reason }),
  response: Publication,
});
