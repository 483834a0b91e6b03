import { randomUUID } from 'node:crypto';
import { recordActions } from '../../store/actions.ts';
import type { Db } from '../../store/database.ts';

type Fields = Record<string, unknown>;

/** What was done with an account, and by whom; no secret is ever among the fields. */
export type AccountAction = {
  by: string;
  verb: string;
  userId: string;
  before?: Fields | null;
  after?: Fields | null;
  reason?: string | null;
  operation?: string;
};

export const recordOfAccount = (
  trx: Db,
  { by, verb, userId, before, after, reason, operation }: AccountAction,
): Promise<void> =>
  recordActions(trx, [
    {
      at: new Date(),
      userId: by,
      operation: operation ?? randomUUID(),
      verb,
      documentId: null,
      subjectKind: 'account',
      subjectId: userId,
      reason: reason ?? null,
      before: before ?? null,
      after: after ?? null,
    },
  ]);
