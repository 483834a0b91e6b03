import { z } from 'zod';
import { NoticeDetails, NoticeKind } from './notice.ts';

/** An address outside that is told what happens. Its secret is shown once, to whoever makes it. */
export const WebhookDraft = z.object({
  name: z.string().trim().min(1).max(120),
  address: z.url({ protocol: /^https?$/, hostname: /.+/ }).max(1000),
  /** Empty: every kind. */
  kinds: z.array(NoticeKind),
  active: z.boolean(),
});
export type WebhookDraft = z.infer<typeof WebhookDraft>;

export const WebhookRecord = WebhookDraft.extend({ id: z.uuid(), version: z.int(), createdAt: z.iso.datetime() });
export type WebhookRecord = z.infer<typeof WebhookRecord>;

/** Why a call counts as not delivered. */
export const WebhookFailure = z.enum(['inner', 'timeout', 'unreachable', 'status']);
export type WebhookFailure = z.infer<typeof WebhookFailure>;

/** So many calls of an address its log shows and can send again. */
export const shownAttempts = 100;

export const WebhookAttempt = z.object({
  id: z.int(),
  jobId: z.uuid(),
  kind: z.string(),
  at: z.iso.datetime(),
  milliseconds: z.int(),
  status: z.int().nullable(),
  failure: WebhookFailure.nullable(),
  /** Whether what was sent is kept, so that it can be sent again. */
  kept: z.boolean(),
});
export type WebhookAttempt = z.infer<typeof WebhookAttempt>;

/** The body that is posted: what happened, its sentence in Vietnamese, and who of those concerned wants to hear it this way. */
export const WebhookBody = z.object({
  id: z.uuid(),
  kind: z.union([NoticeKind, z.literal('test')]),
  at: z.iso.datetime(),
  urgent: z.boolean(),
  dutyId: z.uuid().nullable(),
  documentId: z.uuid().nullable(),
  sentence: z.string(),
  details: NoticeDetails,
  /** Where it can be seen; null where the installation does not know its own address. */
  link: z.string().nullable(),
  people: z.array(z.object({ id: z.string(), name: z.string(), email: z.string() })),
});
export type WebhookBody = z.infer<typeof WebhookBody>;
