import { randomUUID } from 'node:crypto';
import type { Person } from '../registry/may.ts';
import {
  isSubmissionVerbFor,
  type SubmissionFacts,
  type SubmissionHat,
  type SubmissionStage,
  type SubmissionVerb,
  stageAfterVerb,
} from '../registry/submission-stage.ts';
import { type NewAction, readStory, recordActions } from '../store/actions.ts';
import { announce } from '../store/announcements.ts';
import type { Db } from '../store/database.ts';
import { agenciesAround } from '../store/duty-agencies.ts';
import {
  findLaidSubmission,
  type HeldSubmission,
  holdSubmission,
  updateSubmission,
} from '../store/held-submissions.ts';
import { hasHead } from '../store/posts.ts';
import { dayOfMoment, type PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';

/** One person at work on one submission, within one transaction: nobody else changes it until that ends. */
export type SubmissionWork = {
  trx: Db;
  person: Person;
  at: Date;
  operation: string;
  submission: HeldSubmission;
  facts: SubmissionFacts;
  hats: ReadonlySet<SubmissionHat>;
};

export function onSubmission<T>(
  { db, clock }: Pick<App, 'db' | 'clock'>,
  person: Person,
  id: string,
  act: (work: SubmissionWork) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (trx) => {
    const laid = await findLaidSubmission(trx, id);
    const submission = laid && (await holdSubmission(trx, laid));
    if (!submission) throw new Refusal('notFound');
    const { stage, closed, agencyId } = submission;
    const at = clock.now();
    return act({
      ...{ trx, person, at, operation: randomUUID(), submission },
      facts: { stage, closed, hasHead: await hasHead(trx, agencyId, dayOfMoment(at)) },
      hats: await submissionHats(trx, person, agencyId, dayOfMoment(at)),
    });
  });
}

/** What somebody is to a submission, by whose its duty is today: no document gave it, so nobody else has to do with it. */
export async function submissionHats(
  db: Db,
  { posts }: Person,
  agencyId: string,
  today: PlainDate,
): Promise<Set<SubmissionHat>> {
  const standing = { kind: 'report' as const, agencyId, giverId: null, coordinating: [], monitoring: [] };
  const { owner, coordinating } = await agenciesAround(db, standing, today);
  const holds = (roles: readonly string[], agencies: readonly string[]) =>
    posts.some(({ role, agencyId }) => roles.includes(role) && agencies.includes(agencyId));
  const hats: Record<SubmissionHat, boolean> = {
    own: holds(['officer', 'head'], owner),
    head: holds(['head'], owner),
    coordinator: holds(['coordinator'], coordinating),
  };
  return new Set((Object.keys(hats) as SubmissionHat[]).filter((hat) => hats[hat]));
}

/** The stage after a step; refused where it is not for this person, or not to be taken now. */
export function stageAfterStep({ facts, hats }: SubmissionWork, verb: SubmissionVerb): SubmissionStage {
  if (!isSubmissionVerbFor(verb, hats)) throw new Refusal('notAllowed');
  const stage = stageAfterVerb(verb, facts, hats);
  if (stage === undefined) throw new Refusal(facts.closed ? 'roundClosed' : 'notPossibleNow');
  return stage;
}

/**
 * Before figures or sections are stored: refused where this person cannot type now. The first of them begins the submission. Its
 * version stays, for each figure and section has its own, and typing makes nobody's button stale.
 */
export async function beginFilling(work: SubmissionWork): Promise<void> {
  const stage = stageAfterStep(work, 'fill');
  const { trx, at, submission } = work;
  if (stage === submission.stage) return;
  await updateSubmission(trx, submission, { stage, begun_at: at }, { counts: false });
  await recordOnSubmission(work, { verb: 'beginReport', before: { stage: submission.stage }, after: { stage } });
}

export async function recordOnSubmission(
  { trx, person, at, operation, submission }: SubmissionWork,
  { reason = null, ...deed }: Pick<NewAction, 'verb' | 'before' | 'after'> & { reason?: string | null },
): Promise<void> {
  await recordActions(trx, [
    {
      ...{ operation, at, userId: person.user.id, documentId: null },
      duty: { id: submission.dutyId, province: submission.province },
      ...{ subjectKind: 'submission', subjectId: submission.id, reason, ...deed },
    },
  ]);
  const { id: submissionId, roundId } = submission;
  await announce(trx, { kind: 'round', by: person.user.id, roundId, submissionId, what: 'step' });
}

/** Of two people at the same submission the second is told who was first. */
export async function refuseStaleSubmission({ trx, submission }: SubmissionWork, seen: number): Promise<void> {
  const { id, version } = submission;
  if (version === seen) return;
  const [last] = await readStory(trx, { subject: { kind: 'submission', id } }, { limit: 1 });
  throw new Refusal('changedMeanwhile', { version, ...(last && { name: last.by.name, at: last.at }) });
}
