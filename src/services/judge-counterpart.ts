import { randomUUID } from 'node:crypto';
import type { Counterpart, Judgement } from '../registry/counterpart.ts';
import type { User } from '../registry/may.ts';
import { recordActions } from '../store/actions.ts';
import { findJudgement, hasFinding, putJudgement } from '../store/counterparts.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';

/** An officer's word on a pair of findings; null takes it back. */
export async function judgeCounterpart(
  { db, clock }: App,
  user: User,
  pair: Counterpart,
  judgement: Judgement | null,
  reason: string | undefined,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { kind, documentId, findingId, otherDocumentId, otherFindingId } = pair;
    const there =
      (await hasFinding(trx, kind, documentId, findingId)) &&
      (otherFindingId === null || (await hasFinding(trx, kind, otherDocumentId, otherFindingId)));
    if (!there) throw new Refusal('notFound');
    const before = await findJudgement(trx, pair);
    if (before === (judgement ?? undefined)) return;
    await putJudgement(trx, pair, judgement);
    await recordActions(trx, [
      {
        operation: randomUUID(),
        at: clock.now(),
        userId: user.id,
        verb: 'judgeCounterpart',
        documentId: otherDocumentId,
        subjectKind: 'counterpart',
        subjectId: [pair.relation, kind, documentId, findingId, otherFindingId ?? '-'].join(' '),
        reason: reason ?? null,
        before: before === undefined ? null : { ...pair, judgement: before },
        after: judgement === null ? null : { ...pair, judgement },
      },
    ]);
  });
}
