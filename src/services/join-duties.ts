import type { DutyAction } from '../registry/duty-action.ts';
import { readStory } from '../store/actions.ts';
import { holdDuty, updateDuty } from '../store/held-duties.ts';
import { giveOriginsBack, originDuty, takeOrigins } from '../store/joined-duties.ts';
import { Refusal } from '../values/refusal.ts';
import { changeDuty, type OnDuty, peopleOf, recordOnDuty, tellOfDuty } from './duty-changes.ts';

/** One piece of work that serves two documents is one duty with two origins, and is reported once. */

type Of<V extends DutyAction['verb']> = Extract<DutyAction, { verb: V }>;

/** The other one's sentences become origins of this one; it stays with its own story, and what it was due by counts here where that is earlier. */
export async function joinDuties(work: OnDuty, { otherId, otherVersion }: Of<'join'>): Promise<void> {
  const { trx, duty } = work;
  const other = otherId === duty.id ? undefined : await holdDuty(trx, otherId);
  if (!other) throw new Refusal('notFound');
  if (other.version !== otherVersion) {
    const [last] = await readStory(trx, { subject: { kind: 'duty', id: otherId } }, { limit: 1 });
    throw new Refusal('changedMeanwhile', { ...(last && { name: last.by.name, at: last.at }) });
  }
  const alike = other.agency_id === duty.agency_id && other.kind === 'assigned';
  if (!alike || !['assigned', 'accepted'].includes(other.stage)) throw new Refusal('dutiesNotJoinable');
  if (!(await takeOrigins(trx, { from: otherId, to: duty.id }))) throw new Refusal('dutiesNotJoinable');
  const ended = { stage: 'dropped', stage_before: other.stage, because: 'joined', joined_into: duty.id };
  await updateDuty(trx, otherId, ended);
  await recordOnDuty(work, other, {
    verb: 'joinedInto',
    before: { stage: other.stage, due: other.due },
    after: { stage: 'dropped', joinedInto: duty.id },
  });
  const due = [duty.due, other.due].filter((one) => one !== null).toSorted()[0] ?? null;
  await changeDuty(work, 'join', { due });
  await tellOfDuty(work, 'taskChanged', [peopleOf(duty.agency_id)]);
}

/** What came from another duty becomes that one again, as it was. */
export async function separateDuty(work: OnDuty, action: Of<'separate'>): Promise<void> {
  const { trx, duty } = work;
  const otherId = await originDuty(trx, duty.id, action);
  const other = otherId === null ? undefined : await holdDuty(trx, otherId);
  if (!other) throw new Refusal('dutiesNotJoinable');
  await giveOriginsBack(trx, { from: duty.id, to: other.id });
  const stage = other.stage_before ?? 'assigned';
  // A reorganisation may have taken the joined one to another agency since.
  const fields = { agency_id: duty.agency_id, stage, stage_before: null, because: null, joined_into: null };
  await updateDuty(trx, other.id, fields);
  const after = { stage, separatedFrom: duty.id };
  await recordOnDuty(work, other, { verb: 'separate', before: { stage: other.stage }, after });
  // The deadline that this one had by itself, unless another has been set since the two were joined.
  const [joined] = (await readStory(trx, { subject: { kind: 'duty', id: duty.id } }, { limit: 200 })).filter(
    ({ verb }) => verb === 'join',
  );
  const due = joined && joined.after?.due === duty.due ? ((joined.before?.due as string | null) ?? null) : duty.due;
  await changeDuty(work, 'separate', { due });
  await tellOfDuty(work, 'taskChanged', [peopleOf(duty.agency_id)]);
}
