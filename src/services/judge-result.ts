import { stageAfter } from '../registry/duty-stage.ts';
import type { Person } from '../registry/may.ts';
import { type JudgementVerb, judgementVerbsOf, type Progress, type ProgressItem } from '../registry/progress.ts';
import { countEvidence } from '../store/evidence.ts';
import { findProgress, holdProgress, lastSharedBefore, setJudgement } from '../store/progress.ts';
import { changeReportedDuty, type DutyChange } from '../store/reported-duties.ts';
import { dayOfMoment } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';
import { beginWaiting } from './begin-waiting.ts';
import { type DutyWork, lastDoneTo, onDuty, recordWork, refuseStale } from './duty-work.ts';
import { handOnEnded } from './hand-on.ts';
import { progressItem } from './progress-items.ts';
import { tellOfJudgement } from './tell-of-work.ts';

export type JudgeAction = { verb: JudgementVerb; version: number; reason?: string | undefined };

/** Done is what was confirmed, from the day on which its result was sent; what was sent back is as if it had not been. */
export async function judgeResult(
  app: Pick<App, 'db' | 'clock'>,
  person: Person,
  id: string,
  action: JudgeAction,
): Promise<ProgressItem> {
  const found = await findProgress(app.db, id);
  if (found?.stage !== 'sent') throw new Refusal('notFound');
  return onDuty(app, person, found.dutyId, async (work) => {
    if (!work.hats.judges) throw new Refusal('notAllowed');
    const stored = await holdProgress(work.trx, id);
    if (!stored) throw new Refusal('notFound');
    await refuseStale(stored, action.version, () => lastDoneTo(work, 'progress', id));
    if (!judgementVerbsOf(stored, work.duty.stage).includes(action.verb)) throw new Refusal('notPossibleNow');
    const effect = await judge(work, stored, action);
    const judged = await findProgress(work.trx, id);
    if (!judged) throw new Error(`progress ${id} was judged and is not there`);
    const { ofProgress } = await countEvidence(work.trx, work.duty.id, id);
    return progressItem({ ...work, duty: { ...work.duty, ...effect } }, judged, ofProgress);
  });
}

async function judge(work: DutyWork, stored: Progress, { verb, reason }: JudgeAction): Promise<DutyChange> {
  const { trx, at, person, duty } = work;
  const because = reason ?? null;
  const judged = verb === 'takeBack' ? null : { verdict: verdicts[verb], at, userId: person.user.id, because };
  await setJudgement(trx, stored.id, judged);
  const effect = await effectOf(work, stored, verb);
  await changeReportedDuty(trx, duty, effect);
  if (verb === 'takeBack') await handOnEnded(trx, duty, at);
  if (effect.stage === 'done' && effect.doneOn) await beginWaiting(work, effect.doneOn);
  await recordWork(work, {
    verb: `${verb}Result`,
    kind: 'progress',
    id: stored.id,
    before: {
      judgement: stored.judgement?.verdict ?? null,
      duty: { stage: duty.stage, share: duty.share, doneOn: duty.doneOn },
    },
    after: { judgement: judged?.verdict ?? null, duty: effect },
    reason,
  });
  await tellOfJudgement(work, stored, verb, reason);
  return effect;
}

const verdicts = { confirm: 'confirmed', sendBack: 'sentBack' } as const;

async function effectOf({ trx, duty }: DutyWork, { sent, id }: Progress, verb: JudgementVerb): Promise<DutyChange> {
  const stage = stageAfter(verb, duty.stage);
  if (verb === 'takeBack') return { stage, doneOn: null };
  if (verb === 'sendBack') return { stage, share: await lastSharedBefore(trx, duty.id, id) };
  return { stage, share: 100, doneOn: sent && dayOfMoment(new Date(sent.at)) };
}
