import { z } from 'zod';
import { ActionRecord } from './action.ts';

/** A recorded action as the audit log shows it: with its document, and from which address it came. */
export const AuditEntry = ActionRecord.extend({
  document: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  /** Null: the program itself, or a terminal. */
  address: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** One place where the chain does not hold. */
export const AuditFault = z.object({
  /** `altered`: the words are not those that were sealed. `removed`: sealed, but gone. `unsealed`: there, but never sealed. `gap`: seals are gone. `head`: what was noted earlier is not there. */
  kind: z.enum(['altered', 'removed', 'unsealed', 'gap', 'head']),
  position: z.int().nullable(),
  actionId: z.int().nullable(),
});
export type AuditFault = z.infer<typeof AuditFault>;

/**
 * A place in the chain with its hash, "1234:9f86…". Noted outside of the database it proves later that nothing up to there was
 * removed or made anew, the end of the chain included.
 */
export const AuditHead = z.string().regex(/^\d{1,15}:[0-9a-f]{64}$/);

export const AuditVerification = z.object({
  actions: z.int(),
  head: AuditHead.nullable(),
  /** The first of them: a broken link breaks nothing after it, each is checked against the seal stored before it. */
  faults: z.array(AuditFault),
});
export type AuditVerification = z.infer<typeof AuditVerification>;
