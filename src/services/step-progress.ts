import type { Person } from '../registry/may.ts';
import {
  mayStep,
  type Progress,
  type ProgressFields,
  type ProgressItem,
  type ProgressVerb,
  progressGap,
  progressVerbsOf,
  stageAfter,
} from '../registry/progress.ts';
import { countEvidence, evidenceOfDuty } from '../store/evidence.ts';
import {
  deleteProgress,
  findDraft,
  findProgress,
  holdProgress,
  setProgressAuthor,
  setProgressStage,
} from '../store/progress.ts';
import { changeReportedDuty, type DutyChange } from '../store/reported-duties.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';
import { type DutyWork, lastDoneTo, onDuty, recordWork, refuseStale } from './duty-work.ts';
import { describeEvidence } from './evidence.ts';
import { actorOf, progressItem, takesReport } from './progress-items.ts';
import { askToReadEvidence } from './read-evidence.ts';
import { tellOfStep } from './tell-of-work.ts';

export type StepAction = { verb: Exclude<ProgressVerb, 'save'>; version: number; reason?: string | undefined };

/** Gives null where it was dropped. A step that was taken already is answered as it was: an answer may have been lost on its way. */
export async function stepProgress(
  app: Pick<App, 'db' | 'clock'>,
  person: Person,
  id: string,
  action: StepAction,
): Promise<ProgressItem | null> {
  const found = await findProgress(app.db, id);
  if (!found) throw new Refusal('notFound');
  return onDuty(app, person, found.dutyId, async (work) => {
    const stored = await holdProgress(work.trx, id);
    // What is inside another agency is not there for anybody else.
    if (!stored || (stored.stage !== 'sent' && !work.hats.isOwn)) throw new Refusal('notFound');
    const { ofProgress: proofs } = await countEvidence(work.trx, work.duty.id, id);
    if (await wasTaken(work, stored, action)) return progressItem(work, stored, proofs);
    await refuseStale(stored, action.version, async () => (await lastDoneTo(work, 'progress', id)) ?? savedBy(stored));
    refuseImpossible(work, stored, action, proofs);
    await take(work, stored, action);
    if (stageAfter(action.verb) === null) return null;
    const now = await onDutyAgain(work, stored, action);
    const changed = await findProgress(work.trx, id);
    return changed ? progressItem(now, changed, proofs) : null;
  });
}

const savedBy = ({ changedAt, author }: Progress) => ({ at: changedAt, by: author });

async function wasTaken(work: DutyWork, stored: Progress, { verb, version }: StepAction): Promise<boolean> {
  if (stored.stage !== stageAfter(verb) || stored.version !== version + 1) return false;
  const last = await lastDoneTo(work, 'progress', stored.id);
  return last?.verb === recordedVerb(verb) && last.by.id === work.person.user.id;
}

const recordedVerb = (verb: StepAction['verb']): string => `${verb}Progress`;

function refuseImpossible(work: DutyWork, stored: Progress, { verb }: StepAction, proofs: number): void {
  const actor = actorOf(work, stored);
  if (!mayStep(verb, actor)) throw new Refusal('notAllowed');
  if (!progressVerbsOf(stored.stage, actor, takesReport(work.duty, stored.result)).includes(verb))
    throw new Refusal('notPossibleNow');
  const next = stageAfter(verb);
  const gap = progressGap(stored, { ...work.duty, proofs });
  if (gap && (next === 'submitted' || next === 'sent')) throw new Refusal('progressIncomplete', { reason: gap });
}

/** A person writes one draft about a duty: who has begun one ends that first. */
async function takeOver(work: DutyWork, stored: Progress): Promise<void> {
  const { trx, at, person } = work;
  const other = await findDraft(trx, stored.dutyId, person.user.id);
  if (other) throw new Refusal('draftElsewhere', { id: other.id, at: other.changedAt, version: other.version });
  await setProgressAuthor(trx, stored.id, { at, userId: person.user.id });
  const { id, name } = person.user;
  const after = { author: { id, name } };
  await recordWork(work, {
    ...{ verb: 'takeOverProgress', kind: 'progress', id: stored.id },
    ...{ before: { author: stored.author }, after },
  });
}

async function take(work: DutyWork, stored: Progress, { verb, reason }: StepAction): Promise<void> {
  if (verb === 'takeOver') return takeOver(work, stored);
  const { trx, at, person, duty } = work;
  const stage = stageAfter(verb);
  const effect = stage === 'sent' ? effectOf(stored) : undefined;
  if (stage === null) await deleteProgress(trx, stored.id);
  else
    await setProgressStage(trx, stored.id, { stage, at, userId: person.user.id, ...(reason && { because: reason }) });
  if (stage === 'sent') await askToReadEvidence(trx);
  if (effect) await changeReportedDuty(trx, duty, effect);
  await recordWork(work, {
    verb: recordedVerb(verb),
    kind: 'progress',
    id: stored.id,
    before: { stage: stored.stage, ...(effect && { duty: sameFields(duty, effect) }) },
    after: stage && { ...told(stored), stage, evidence: await proofs(work, stored), ...(effect && { duty: effect }) },
    reason,
  });
  await tellOfStep(work, stored, verb, reason);
}

/** What a duty shows of the latest that was sent about it. */
function effectOf({ result, share, confidence }: ProgressFields): DutyChange {
  if (result) return { stage: 'reported', share: share ?? 100, ...(confidence && { confidence }) };
  return { ...(share !== null && { share }), ...(confidence && { confidence }) };
}

const sameFields = (duty: DutyWork['duty'], change: DutyChange): DutyChange =>
  Object.fromEntries(Object.keys(change).map((key) => [key, duty[key as keyof DutyChange]]));

/** What it says, as its story keeps it. */
const told = ({ share, result, doneText, proposal, confidence, withoutEvidence, agencyId, author }: Progress) => ({
  ...{ share, result, doneText, proposal, confidence, withoutEvidence },
  ...{ agencyId, authorId: author.id, author: author.name },
});

async function proofs({ trx, duty }: DutyWork, { id }: Progress): Promise<ReturnType<typeof describeEvidence>[]> {
  const evidence = await evidenceOfDuty(trx, duty, { inside: true });
  return evidence.filter(({ progressId }) => progressId === id).map(describeEvidence);
}

/** The duty as this step has left it, so that the answer says what may be done next. */
async function onDutyAgain(work: DutyWork, stored: Progress, { verb }: StepAction): Promise<DutyWork> {
  return stageAfter(verb) === 'sent' && stored.result ? { ...work, duty: { ...work.duty, stage: 'reported' } } : work;
}
