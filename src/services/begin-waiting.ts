import { dueAfterEvent } from '../registry/due-rules.ts';
import { recordActions } from '../store/actions.ts';
import { loadCalendar } from '../store/calendar.ts';
import { beginDuty, waitingFor } from '../store/reported-duties.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { DutyWork } from './duty-work.ts';
import { decidersOf, officerOf, peopleOf, tellOf } from './tell-of-work.ts';

/**
 * What waits for a duty begins when that is done. Where its words name no time from then on, its people and those who gave it are
 * told, and somebody sets the deadline by hand.
 */
export async function beginWaiting(work: DutyWork, doneOn: PlainDate): Promise<void> {
  const { trx, person, at, operation } = work;
  const waiting = await waitingFor(trx, work.duty.id);
  if (waiting.length === 0) return;
  const calendar = await loadCalendar(trx);
  for (const duty of waiting) {
    const due = dueAfterEvent(duty.waitsFor ?? '', doneOn, calendar);
    const to = [...officerOf(duty), peopleOf(duty.agencyId)];
    if (due === null) {
      await tellOf({ ...work, duty }, 'conditionMet', [...to, decidersOf(duty.agencyId)], { due: null });
      continue;
    }
    await beginDuty(trx, duty.id, { startsOn: doneOn, due });
    await recordActions(trx, [
      {
        ...{ operation, at, userId: person.user.id, verb: 'begin', documentId: null, duty, reason: null },
        ...{ subjectKind: 'duty', subjectId: duty.id },
        before: { waitsFor: duty.waitsFor, waitsForDuty: work.duty.id, due: duty.due },
        after: { waitsFor: null, waitsForDuty: null, startsOn: doneOn, firstDue: due, due },
      },
    ]);
    await tellOf({ ...work, duty }, 'conditionMet', to, { due });
  }
}
