import type { Person } from '../registry/may.ts';
import { type NumberedSection, numbered, type OutlineSection } from '../registry/outline.ts';
import type { SubmissionPage, SubmissionRecord } from '../registry/submission.ts';
import type { SubmissionDuties } from '../registry/submission-duty.ts';
import { type SubmissionFacts, type SubmissionHat, submissionVerbsNow } from '../registry/submission-stage.ts';
import type { Db } from '../store/database.ts';
import { hasHead } from '../store/posts.ts';
import { getAskingRound } from '../store/rounds.ts';
import { dutiesInWindow } from '../store/submission-duties.ts';
import { type FoundSubmission, findSubmission } from '../store/submissions.ts';
import { Refusal } from '../values/refusal.ts';
import { type App, inOneTransaction } from './app.ts';
import { submissionHats } from './submission-work.ts';
import { workDay } from './work-day.ts';

/** A submission's page, and where what hangs on it lies. */
export type SeenSubmission = Omit<FoundSubmission, 'submission'> & { page: SubmissionPage };

export const seeSubmission = (app: App, person: Person, id: string): Promise<SeenSubmission> =>
  inOneTransaction(app, async (one) => {
    const day = await workDay(one);
    const found = await findSubmission(one.db, id, day);
    if (!found) throw new Refusal('notFound');
    const { agency } = found.submission;
    const standing = {
      hasHead: await hasHead(one.db, agency.id, day.today),
      hats: await submissionHats(one.db, person, agency.id, day.today),
    };
    return { ...found, page: await pageOf(one.db, found, standing) };
  });

export const getSubmission = async (app: App, person: Person, id: string): Promise<SubmissionPage> =>
  (await seeSubmission(app, person, id)).page;

/** What whoever looks at it is to it, and whether its agency has a head. */
type Standing = Pick<SubmissionFacts, 'hasHead'> & { hats: ReadonlySet<SubmissionHat> };

export async function pageOf(
  db: Db,
  { submission }: Pick<FoundSubmission, 'submission'>,
  { hasHead, hats }: Standing,
): Promise<SubmissionPage> {
  const { round, asks, guide, outline } = await getAskingRound(db, submission.roundId);
  return {
    submission: hats.has('own') ? submission : withoutInside(submission),
    round: { ...round, asks, guide },
    outline: owedOf(outline, submission.sections),
    may: submissionVerbsNow({ stage: submission.stage, hasHead, closed: round.closedAt !== null }, hats),
  };
}

type Part = { offset: number; limit: number };

/** The agency's duties, with what was sent on them between the period's first day and the day by which the report is due. */
export const dutiesOfSubmission = (app: App, id: string, part: Part): Promise<SubmissionDuties> =>
  inOneTransaction(app, async (one) => {
    const day = await workDay(one);
    const found = await findSubmission(one.db, id, day);
    if (!found) throw new Refusal('notFound');
    const { submission } = found;
    const { from, to: closing } = (await getAskingRound(one.db, submission.roundId)).round;
    const to = submission.due ?? closing;
    const duties = await dutiesInWindow(one.db, { agencyId: submission.agency.id, from, to }, part, day);
    return { ...duties, from, to };
  });

/** What a head said to the officers is nobody else's. */
export const withoutInside = (submission: SubmissionRecord): SubmissionRecord =>
  submission.returned?.inside ? { ...submission, returned: { ...submission.returned, because: '' } } : submission;

/** What is owed of an outline, and the headings that stand above it. */
function owedOf(outline: readonly OutlineSection[], keys: readonly string[]): NumberedSection<OutlineSection>[] {
  const owed = new Set(keys);
  return numbered(outline).filter((one, at) => {
    if (owed.has(one.key)) return true;
    const end = outline.findIndex(({ level }, later) => later > at && level <= one.level);
    return outline.slice(at + 1, end === -1 ? outline.length : end).some(({ key }) => owed.has(key));
  });
}
