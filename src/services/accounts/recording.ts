import { randomUUID } from 'node:crypto';
import { actFrom, type NewAction, recordActions } from '../../store/actions.ts';
import type { Db } from '../../store/database.ts';
import type { Arrival } from './sessions.ts';

type Fields = Record<string, unknown>;

/** What was done with an account, and by whom; no secret is ever among the fields. */
export type AccountAction = {
  by: string;
  from: Arrival | null;
  verb: string;
  userId: string;
  before?: Fields;
  after?: Fields;
  reason?: string;
  /** What was done beside it, in the same operation. */
  along?: readonly Pick<NewAction, 'verb' | 'subjectKind' | 'subjectId' | 'before' | 'after' | 'duty'>[];
};

export async function recordOfAccount(trx: Db, action: AccountAction): Promise<void> {
  const { by, from, verb, userId, before = null, after = null, reason = null, along = [] } = action;
  const common = { at: new Date(), userId: by, operation: randomUUID(), documentId: null, reason };
  if (from) await actFrom(trx, from.address);
  await recordActions(trx, [
    { ...common, verb, subjectKind: 'account', subjectId: userId, before, after },
    ...along.map((one) => ({ ...common, ...one })),
  ]);
}
