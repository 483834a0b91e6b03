import type { DutyAction } from '../registry/duty-action.ts';
import { nextWorkingDay } from '../registry/working-days.ts';
import { agenciesBelow, peopleOfAgency } from '../store/duty-agencies.ts';
import { holdDuty, insertDuty } from '../store/held-duties.ts';
import type { LaidDuty } from '../store/reported-duties.ts';
import { Refusal } from '../values/refusal.ts';
import { changeDuty, type OnDuty, peopleOf, recordOnDuty, tellOfDuty } from './duty-changes.ts';

/** A duty is divided: into steps of the agency itself, and parts that agencies below it take on like duties of their own. */

type Of<V extends DutyAction['verb']> = Extract<DutyAction, { verb: V }>;

/** Not due after the whole is, unless somebody says why. */
function dueOfPiece({ duty, day }: OnDuty, { due, because }: Of<'addStep'> | Of<'addPart'>): string | null {
  const moved = due && nextWorkingDay(day.calendar, due);
  if (duty.due !== null && (moved ?? '9') > duty.due && because === undefined)
    throw new Refusal('dutyDueBeyond', { due: duty.due });
  return moved;
}

export async function addStep(work: OnDuty, action: Of<'addStep'>): Promise<void> {
  const { trx, duty, day, at } = work;
  const { content, product = null, officerId = null, because = null } = action;
  const due = dueOfPiece(work, action);
  if (officerId !== null) {
    const people = await peopleOfAgency(trx, duty.agency_id, day.today);
    if (!people.some(({ id }) => id === officerId)) throw new Refusal('officerNotThere');
  }
  const piece = await insertDuty(trx, {
    ...{ kind: 'step', parent_id: duty.id, root_id: duty.root_id, agency_id: duty.agency_id, content, product },
    ...{ first_due: due, due, officer_id: officerId, given_at: at, stage: 'accepted' },
  });
  await recordPiece(work, 'addStep', piece, { content, due, officerId, because });
  if (officerId !== null)
    await tellOfDuty(work, 'named', [{ userId: officerId }], { dutyId: piece.id, what: content, ...(due && { due }) });
}

export async function addPart(work: OnDuty, action: Of<'addPart'>): Promise<void> {
  const { trx, duty, at } = work;
  const { content, product = null, agencyId, because = null } = action;
  const due = dueOfPiece(work, action);
  await checkAgencyBelow(work, duty.id, agencyId);
  const piece = await insertDuty(trx, {
    ...{ kind: 'part', parent_id: duty.id, root_id: duty.root_id, agency_id: agencyId, content, product },
    ...{ first_due: due, due, given_at: at },
  });
  await recordPiece(work, 'addPart', piece, { content, due, agencyId, because });
  await tellOfDuty(work, 'assigned', [peopleOf(agencyId)], { dutyId: piece.id, what: content, ...(due && { due }) });
}

/** In the story of the whole, and as the beginning of the piece's own. */
async function recordPiece(
  work: OnDuty,
  verb: string,
  piece: LaidDuty,
  fields: Record<string, unknown>,
): Promise<void> {
  await recordOnDuty(work, work.duty, { verb, before: null, after: { ...fields, pieceId: piece.id } });
  await recordOnDuty(work, piece, { verb: 'give', before: null, after: { ...fields, parentId: work.duty.id } });
}

/** A part goes to an agency below the one that hands it down. */
export async function checkAgencyBelow({ trx, duty, day }: OnDuty, parentId: string, agencyId: string): Promise<void> {
  const parent = parentId === duty.id ? duty : await holdDuty(trx, parentId);
  const below = parent ? await agenciesBelow(trx, parent.agency_id, day.today) : [];
  if (!below.includes(agencyId)) throw new Refusal('agencyNotBelow');
}

/** It begins on the day when another one is done; not one that waits for this one, at whatever remove, nor one that is over already. */
export async function waitFor(work: OnDuty, { otherId }: Of<'waitFor'>): Promise<void> {
  const { trx, duty } = work;
  for (let next = otherId; next !== null; ) {
    if (next === duty.id) throw new Refusal('invalidInput', { field: 'otherId' });
    const other = await holdDuty(trx, next);
    if (!other) throw new Refusal('notFound');
    if (next === otherId && ['done', 'dropped'].includes(other.stage)) throw new Refusal('notPossibleNow');
    next = other.waits_for_duty;
  }
  await changeDuty(work, 'waitFor', { waits_for_duty: otherId });
}
