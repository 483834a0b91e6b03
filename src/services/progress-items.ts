import {
  judgementVerbsOf,
  type Progress,
  type ProgressActor,
  type ProgressItem,
  progressGap,
  progressVerbsOf,
} from '../registry/progress.ts';
import type { DutyWork } from './duty-work.ts';

export type Asking = Pick<DutyWork, 'person' | 'duty' | 'hats'>;

export const actorOf = ({ person, duty, hats }: Asking, { author }: Pick<Progress, 'author'>): ProgressActor => ({
  isAuthor: author.id === person.user.id,
  isOwn: hats.isOwn,
  isHead: hats.isOwnHead,
  isInCharge: duty.officerId === person.user.id,
});

/** A duty takes reports once it was accepted, and no result before what it waits for has happened. */
export const takesReport = ({ stage, waits }: Asking['duty'], result: boolean): boolean =>
  stage === 'accepted' && !(result && waits);

/** @param proofs pieces of evidence that came with it */
export function progressItem(asking: Asking, progress: Progress, proofs: number): ProgressItem {
  const { duty, hats } = asking;
  return {
    ...progress,
    may: progressVerbsOf(progress.stage, actorOf(asking, progress), takesReport(duty, progress.result)),
    judge: hats.judges ? judgementVerbsOf(progress, duty.stage) : [],
    gap: progress.stage === 'sent' ? null : (progressGap(progress, { ...duty, proofs }) ?? null),
  };
}
