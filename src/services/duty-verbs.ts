import { dueAfterEvent } from '../registry/due-rules.ts';
import type { DutyAction } from '../registry/duty-action.ts';
import { DutyStage, stageAfter } from '../registry/duty-stage.ts';
import { inForce } from '../registry/validity.ts';
import { nextWorkingDay } from '../registry/working-days.ts';
import { agenciesByIds } from '../store/agencies.ts';
import { peopleOfAgency } from '../store/duty-agencies.ts';
import { dropBelow, hasSameDuty, insertDuty, passWaiting, reassignWork, resumeBelow } from '../store/held-duties.ts';
import { passDecision } from '../store/stocktake-decisions.ts';
import { Refusal } from '../values/refusal.ts';
import { changeDuty, decidersOf, type OnDuty, peopleOf, recordOnDuty, tellOfDuty } from './duty-changes.ts';
import { addPart, addStep, checkAgencyBelow, waitFor } from './duty-pieces.ts';
import { handOnBelow, handOnEnded } from './hand-on.ts';
import { joinDuties, separateDuty } from './join-duties.ts';

type Verb = DutyAction['verb'];
type Of<V extends Verb> = Extract<DutyAction, { verb: V }>;
type Doing = { [V in Verb]: (work: OnDuty, action: Of<V>) => Promise<void> };

const doing: Doing = {
  accept: (work) => changeDuty(work, 'accept', after(work, 'accept')),
  return: giveBack,
  reassign,
  insist: async (work, { words }) => {
    const fields = { ...after(work, 'insist'), stage_before: null, because: null, because_words: null };
    await changeDuty(work, 'insist', fields, words);
    await tellOfDuty(work, 'dutyInsisted', [peopleOf(work.duty.agency_id)], { reason: words });
  },
  drop: async (work, { words }) => {
    await endDuty(work, 'drop', 'decided', words);
    await tellOfDuty(work, 'dutyDropped', [peopleOf(work.duty.agency_id)], { reason: words });
  },
  pickUp,
  nameOfficer,
  begin,
  waitFor,
  describe: async (work, { product, authority }) => {
    const fields = { ...(product !== undefined && { product }), ...(authority !== undefined && { authority }) };
    await changeDuty(work, 'describe', fields);
  },
  addStep,
  addPart,
  join: joinDuties,
  separate: separateDuty,
};

/** What the table allows has been asked before. */
export const doOnDuty = (work: OnDuty, action: DutyAction): Promise<void> =>
  (doing[action.verb] as (work: OnDuty, action: DutyAction) => Promise<void>)(work, action);

const after = ({ duty }: OnDuty, verb: Verb): { stage: DutyStage } => ({
  stage: stageAfter(verb, DutyStage.parse(duty.stage)),
});

/** To whoever gave it, who decides what becomes of it. */
async function giveBack(work: OnDuty, { reason, words }: Of<'return'>): Promise<void> {
  const { duty } = work;
  const fields = { ...after(work, 'return'), stage_before: duty.stage, because: reason, because_words: words };
  await changeDuty(work, 'return', fields, words);
  await tellOfDuty(work, 'dutyReturned', await decidersOf(work), { reason: words });
}

/** It is no more, and neither is what of it was still open below. */
async function endDuty(work: OnDuty, verb: Verb, because: string, words: string | null): Promise<void> {
  const { trx, duty } = work;
  await changeDuty(
    work,
    verb,
    { ...after(work, verb), stage_before: duty.stage, because, because_words: words },
    words,
  );
  await dropBelow(trx, duty.id);
}

/** It goes on as it was; of an agency that is no more its heir goes on, unless that has the same already. */
async function pickUp(work: OnDuty, { words }: Of<'pickUp'>): Promise<void> {
  const { trx, duty, at } = work;
  const fields = { ...after(work, 'pickUp'), stage_before: null, because: null, because_words: null };
  await changeDuty(work, 'pickUp', fields, words ?? null);
  await resumeBelow(trx, duty.id);
  const agencyId = await handOnEnded(trx, { id: duty.id, agencyId: duty.agency_id }, at);
  if (agencyId !== duty.agency_id && (await hasSameDuty(trx, duty.id, agencyId))) throw new Refusal('dutyThereAlready');
  await handOnBelow(trx, { id: duty.id, agencyId }, at);
  await tellOfDuty(work, 'assigned', [peopleOf(agencyId)]);
}

/** What one agency had ends as it stands, and another one has the same from now on as a duty of its own. */
async function reassign(work: OnDuty, { agencyId, words: said }: Of<'reassign'>): Promise<void> {
  const { trx, duty, day, at } = work;
  const words = said ?? null;
  const [agency] = await agenciesByIds(trx, [agencyId]);
  if (!agency) throw new Refusal('notFound');
  if (!inForce(agency, day.today)) throw new Refusal('agencyEnded');
  if (agencyId === duty.agency_id || (await hasSameDuty(trx, duty.id, agencyId))) throw new Refusal('dutyThereAlready');
  if (duty.kind === 'part' && duty.parent_id) await checkAgencyBelow(work, duty.parent_id, agencyId);
  await endDuty(work, 'reassign', 'moved', words);
  const { kind, content, product, authority, period, starts_on, first_due, due, waits_for, waits_for_duty } = duty;
  const given = await insertDuty(trx, {
    ...{ kind, content, product, authority, period, starts_on, first_due, due, waits_for, waits_for_duty },
    ...(duty.parent_id !== null && { parent_id: duty.parent_id, root_id: duty.root_id }),
    agency_id: agencyId,
    given_at: at,
  });
  await passDecision(trx, { from: duty.id, to: given.id });
  for (const waiting of await passWaiting(trx, { from: duty.id, to: given.id })) {
    const [before, after] = [{ waitsForDuty: duty.id }, { waitsForDuty: given.id }];
    await recordOnDuty(work, waiting, { verb: 'waitFor', before, after, reason: words });
  }
  if (kind === 'assigned') await reassignWork(trx, { dutyId: duty.id, newDutyId: given.id, agencyId }, day.today);
  const after = { agencyId, from: duty.agency_id, fromDutyId: duty.id, due, period };
  await recordOnDuty(work, given, { verb: 'give', before: null, after, reason: words });
  await tellOfDuty(work, 'dutyReassigned', [peopleOf(duty.agency_id)], { ...(words && { reason: words }) });
  await tellOfDuty(work, 'assigned', [peopleOf(agencyId)], { dutyId: given.id, ...(due && { due }) });
}

async function nameOfficer(work: OnDuty, { officerId }: Of<'nameOfficer'>): Promise<void> {
  const { trx, duty, day } = work;
  if (officerId !== null) {
    const people = await peopleOfAgency(trx, duty.agency_id, day.today);
    if (!people.some(({ id }) => id === officerId)) throw new Refusal('officerNotThere');
  }
  await changeDuty(work, 'nameOfficer', { officer_id: officerId });
  if (officerId !== null)
    await tellOfDuty(work, 'named', [{ userId: officerId }], { ...(duty.due && { due: duty.due }) });
}

/** The clock starts: the document's own words say when it is due, or whoever says that it happened. */
async function begin(work: OnDuty, { happenedOn, due: set }: Of<'begin'>): Promise<void> {
  const { duty, day } = work;
  if (happenedOn > day.today) throw new Refusal('invalidInput', { field: 'happenedOn' });
  const due =
    set === undefined
      ? dueAfterEvent(duty.waits_for ?? '', happenedOn, day.calendar)
      : nextWorkingDay(day.calendar, set);
  if (due === null) throw new Refusal('dutyDueNeeded');
  const fields = { waits_for: null, waits_for_duty: null, starts_on: happenedOn, first_due: due, due };
  await changeDuty(work, 'begin', fields);
  await tellOfDuty(work, 'conditionMet', [peopleOf(duty.agency_id)], { due });
}
