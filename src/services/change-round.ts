import { randomUUID } from 'node:crypto';
import type { Person } from '../registry/may.ts';
import type { RoundAction, RoundPage } from '../registry/round.ts';
import { type NewAction, readStory, recordActions } from '../store/actions.ts';
import { announce } from '../store/announcements.ts';
import type { Db } from '../store/database.ts';
import { handOn } from '../store/handed-duties.ts';
import { endUnsent, resumeUnsent } from '../store/held-submissions.ts';
import type { LaidDuty } from '../store/reported-duties.ts';
import { holdRound, setClosed } from '../store/rounds.ts';
import { dayOfMoment } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';
import { heirsOfEnded } from './heirs.ts';
import { mayOpenFor } from './open-round.ts';
import { getRound } from './rounds.ts';

/**
 * Closed, a round takes nothing more: what nobody has sent ends there and is urged no longer, and counts as not sent. What was sent
 * is still decided. Reopened, it all goes on.
 */
export async function changeRound(app: App, person: Person, id: string, action: RoundAction): Promise<RoundPage> {
  await app.db.transaction().execute(async (trx) => {
    const round = await holdRound(trx, id);
    if (!round) throw new Refusal('notFound');
    if (!(await mayOpenFor(trx, person, round.receiverId))) throw new Refusal('notAllowed');
    if (round.version !== action.version) {
      const [last] = await readStory(trx, { subject: { kind: 'round', id } }, { limit: 1 });
      throw new Refusal('changedMeanwhile', { ...(last && { name: last.by.name, at: last.at }) });
    }
    const closes = action.verb === 'close';
    if (closes === (round.closedAt !== null)) throw new Refusal('notPossibleNow');
    const at = app.clock.now();
    await setClosed(trx, id, closes ? at : null);
    const duties: Gone[] = closes ? await endUnsent(trx, id) : await resume(trx, id, at);
    const deed = {
      operation: randomUUID(),
      at,
      userId: person.user.id,
      documentId: null,
      reason: action.words ?? null,
    };
    const closedAt = { closedAt: round.closedAt?.toISOString() ?? null };
    await recordActions(trx, [
      {
        ...{ ...deed, verb: closes ? 'closeRound' : 'reopenRound', subjectKind: 'round', subjectId: id },
        ...{ before: closedAt, after: { closedAt: closes ? at.toISOString() : null, unsent: duties.length } },
      },
      ...duties.map(
        (duty): NewAction => ({
          ...{ ...deed, verb: closes ? 'end' : 'resume', subjectKind: 'duty', subjectId: duty.id, duty },
          ...{ before: null, after: { roundId: id, ...(duty.movedTo !== undefined && { agencyId: duty.movedTo }) } },
        }),
      ),
    ]);
    await announce(trx, { kind: 'round', by: person.user.id, roundId: id, submissionId: null, what: 'step' });
  });
  return getRound(app, person, id);
}

type Gone = LaidDuty & { movedTo?: string };

/** Of agencies that ended while it was closed the heirs go on. */
async function resume(trx: Db, roundId: string, at: Date): Promise<Gone[]> {
  const resumed = await resumeUnsent(trx, roundId);
  const agencyIds = resumed.map(({ agencyId }) => agencyId);
  const heirs = await heirsOfEnded(trx, agencyIds, dayOfMoment(at));
  const duties: Gone[] = [];
  for (const { id, province, agencyId } of resumed) {
    const [heir] = heirs.get(agencyId) ?? [];
    if (heir) await handOn(trx, heir.reorganisationId, { dutyId: id, agencyId: heir.agencyId, rows: [] }, at);
    duties.push({ id, province, ...(heir && { movedTo: heir.agencyId }) });
  }
  return duties;
}
