import { z } from 'zod';
import { DueChangeItem } from '../registry/due-change.ts';
import { DocumentFormat } from '../values/document-format.ts';
import { PlainDate } from '../values/plain-date.ts';
import { endpoint } from './endpoint.ts';
import { Id, Reason, Seen } from './progress.ts';

export const askDueChange = endpoint({
  method: 'POST',
  path: '/api/duties/:id/due-changes',
  access: 'askDueChange',
  summary: 'Ask for another deadline, before it has passed',
  params: Id,
  body: z.object({ id: z.uuid(), reason: Reason, dueProposed: PlainDate }),
  response: DueChangeItem,
});

export const decideDueChange = endpoint({
  method: 'POST',
  path: '/api/due-changes/:id',
  access: 'decideDueChange',
  summary: 'Grant it as proposed or with another day, refuse it, or take it back',
  params: Id,
  body: z.discriminatedUnion('verb', [
    z.object({
      verb: z.literal('grant'),
      version: Seen,
      due: PlainDate,
      reason: z.string().trim().max(2000).optional(),
    }),
    z.object({ verb: z.literal('refuse'), version: Seen, reason: Reason }),
    z.object({ verb: z.literal('withdraw'), version: Seen }),
  ]),
  response: DueChangeItem,
});

export const writeExtensionNotice = endpoint({
  method: 'POST',
  path: '/api/due-changes/:id/notice',
  access: 'makeDocuments',
  costly: true,
  summary: 'The official notice of an extension that was granted, as .docx or .pdf',
  params: Id,
  body: z.object({ format: DocumentFormat }),
});
