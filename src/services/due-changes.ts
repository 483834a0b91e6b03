import {
  type DueAskFault,
  type DueChange,
  type DueChangeItem,
  dueAskFault,
  dueChangeVerbsOf,
} from '../registry/due-change.ts';
import type { Person } from '../registry/may.ts';
import { nextWorkingDay } from '../registry/working-days.ts';
import { loadCalendar } from '../store/calendar.ts';
import {
  decideDueChange,
  dueChangesOfDuty,
  findDueChange,
  holdDueChange,
  insertDueChange,
} from '../store/due-changes.ts';
import { changeReportedDuty } from '../store/reported-duties.ts';
import { dayOfMoment, type PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { nfc } from '../values/vietnamese.ts';
import type { App } from './app.ts';
import { type DutyWork, lastDoneTo, onDuty, recordWork, refuseStale } from './duty-work.ts';
import { decidersOf, headsOf, officerOf, peopleOf, tellOf } from './tell-of-work.ts';

type Asking = Pick<DutyWork, 'person' | 'hats'>;

export const dueChangeItem = ({ person, hats }: Asking, change: DueChange): DueChangeItem => ({
  ...change,
  may: dueChangeVerbsOf(change, {
    isAsker: change.asked.by.id === person.user.id,
    isOwnHead: hats.isOwnHead,
    decides: hats.decidesDue,
  }),
});

/** Why nobody like this may ask now; undefined where it may be asked. */
export const askFault = (
  { duty, hats, at }: Pick<DutyWork, 'duty' | 'hats' | 'at'>,
  changes: readonly Pick<DueChange, 'stage'>[],
): DueAskFault | undefined =>
  dueAskFault(duty, hats, { today: dayOfMoment(at), asked: changes.some(({ stage }) => stage === 'asked') });

type Ask = { id: string; reason: string; dueProposed: PlainDate };

export function askDueChange(
  app: Pick<App, 'db' | 'clock'>,
  person: Person,
  dutyId: string,
  { id, reason, dueProposed }: Ask,
): Promise<DueChangeItem> {
  return onDuty(app, person, dutyId, async (work) => {
    const known = await holdDueChange(work.trx, id);
    if (known) return repeated(work, known);
    refuseAsking(askFault(work, await dueChangesOfDuty(work.trx, work.duty)));
    refuseDay(work, dueProposed);
    const { trx, at, duty } = work;
    const asked = { reason: nfc(reason), dueBefore: duty.due, dueProposed };
    await insertDueChange(trx, { id, dutyId, agencyId: duty.agencyId, userId: person.user.id, at, ...asked });
    await recordWork(work, { verb: 'askDueChange', kind: 'dueChange', id, after: asked, reason: asked.reason });
    const to = duty.kind === 'part' && duty.giverId !== null ? peopleOf(duty.giverId) : decidersOf(duty.agencyId);
    await tellOf(work, 'dueAsked', duty.kind === 'step' ? [headsOf(duty.agencyId)] : [to], {
      reason: asked.reason,
      due: dueProposed,
    });
    return changed(work, id);
  });
}

function repeated(work: DutyWork, known: DueChange): DueChangeItem {
  if (known.dutyId !== work.duty.id || known.asked.by.id !== work.person.user.id)
    throw new Refusal('invalidInput', { field: 'id' });
  return dueChangeItem(work, known);
}

function refuseAsking(fault: DueAskFault | undefined): void {
  if (fault === 'notYours') throw new Refusal('notAllowed');
  if (fault === 'closed') throw new Refusal('notPossibleNow');
  if (fault) throw new Refusal(fault === 'askedAlready' ? 'dueAskedAlready' : 'dueAskedLate');
}

/** A deadline in the past, or the one there is, is no other deadline. */
function refuseDay({ at, duty }: DutyWork, day: PlainDate): void {
  if (day < dayOfMoment(at) || day === duty.due) throw new Refusal('invalidInput', { field: 'due' });
}

async function changed(work: DutyWork, id: string): Promise<DueChangeItem> {
  const change = await holdDueChange(work.trx, id);
  if (!change) throw new Error(`due change ${id} was stored and is not there`);
  return dueChangeItem(work, change);
}

type Decide =
  | { verb: 'grant'; version: number; due: PlainDate; reason?: string | undefined }
  | { verb: 'refuse'; version: number; reason: string }
  | { verb: 'withdraw'; version: number };

export async function stepDueChange(
  app: Pick<App, 'db' | 'clock'>,
  person: Person,
  id: string,
  action: Decide,
): Promise<DueChangeItem> {
  const found = await findDueChange(app.db, id);
  if (!found) throw new Refusal('notFound');
  return onDuty(app, person, found.dutyId, async (work) => {
    // Before it is held, for the wall holds it for those alone who may change it.
    const { may } = dueChangeItem(work, { ...found, stage: 'asked' });
    if (!may.includes(action.verb)) throw new Refusal('notAllowed');
    const stored = await holdDueChange(work.trx, id);
    if (!stored) throw new Refusal('notFound');
    await refuseStale(stored, action.version, () => lastDoneTo(work, 'dueChange', id));
    if (stored.stage !== 'asked') throw new Refusal('notPossibleNow');
    if (action.verb === 'grant') await grant(work, stored, action);
    else await close(work, stored, action);
    return changed(work, id);
  });
}

/** A deadline that falls on a day off ends on the next working day, as the first one does. */
async function grant(
  work: DutyWork,
  { id, asked }: DueChange,
  { due: day, reason }: Extract<Decide, { verb: 'grant' }>,
): Promise<void> {
  const { trx, at, person, duty } = work;
  if (duty.stage === 'done' || duty.stage === 'dropped') throw new Refusal('notPossibleNow');
  const due = nextWorkingDay(await loadCalendar(trx), day);
  refuseDay(work, due);
  const because = reason ? nfc(reason) : null;
  await decideDueChange(trx, id, { stage: 'granted', dueGranted: due, userId: person.user.id, at, because });
  await changeReportedDuty(trx, duty, { due });
  await recordWork(work, {
    verb: 'grantDueChange',
    kind: 'dueChange',
    id,
    before: { stage: 'asked', due: duty.due },
    after: { stage: 'granted', due },
    reason: because,
  });
  await tellOf(work, 'dueGranted', concerned(work, asked.by.id), { due });
}

async function close(
  work: DutyWork,
  { id, asked }: DueChange,
  action: Exclude<Decide, { verb: 'grant' }>,
): Promise<void> {
  const { trx, at, person } = work;
  const stage = action.verb === 'refuse' ? 'refused' : 'withdrawn';
  const because = action.verb === 'refuse' ? nfc(action.reason) : null;
  await decideDueChange(trx, id, { stage, dueGranted: null, userId: person.user.id, at, because });
  await recordWork(work, {
    verb: `${action.verb}DueChange`,
    kind: 'dueChange',
    id,
    before: { stage: 'asked' },
    after: { stage },
    reason: because,
  });
  if (because !== null) await tellOf(work, 'dueRefused', concerned(work, asked.by.id), { reason: because });
}

const concerned = ({ duty }: DutyWork, askerId: string) => [
  { userId: askerId },
  ...officerOf(duty),
  headsOf(duty.agencyId),
];
