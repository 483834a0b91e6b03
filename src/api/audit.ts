import { z } from 'zod';
import { AuditEntry, AuditHead, AuditVerification } from '../registry/audit.ts';
import { PlainDate } from '../values/plain-date.ts';
import { endpoint } from './endpoint.ts';

const words = z.string().max(200).optional();

/** As the address of the page has it. */
export const AuditFilter = z.object({
  q: words,
  user: words,
  verb: words,
  kind: words,
  document: z.uuid().optional(),
  from: PlainDate.optional(),
  to: PlainDate.optional(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

export const searchAudit = endpoint({
  method: 'GET',
  path: '/api/audit',
  access: 'readAudit',
  summary: 'What was done, by whom and from where, latest first',
  query: AuditFilter.extend({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    /** Only actions before this one. */
    before: z.coerce.number().int().optional(),
  }),
  response: z.object({ entries: z.array(AuditEntry) }),
});

export const auditChoices = endpoint({
  method: 'GET',
  path: '/api/audit/choices',
  access: 'readAudit',
  summary: 'The kinds of deeds and subjects, and the people, that the log holds',
  response: z.object({
    verbs: z.array(z.string()),
    kinds: z.array(z.string()),
    people: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
});

export const verifyAudit = endpoint({
  method: 'GET',
  path: '/api/audit/verification',
  access: 'readAudit',
  summary: 'Whether the whole chain of the log holds',
  query: z.object({ head: AuditHead.optional() }),
  response: AuditVerification,
});
