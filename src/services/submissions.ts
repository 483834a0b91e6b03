import type { Person } from '../registry/may.ts';
import { type NumberedSection, numbered, type OutlineSection } from '../registry/outline.ts';
import type { SubmissionPage, SubmissionRecord } from '../registry/submission.ts';
import type { SubmissionDuties } from '../registry/submission-duty.ts';
import { submissionVerbsNow } from '../registry/submission-stage.ts';
import { hasHead } from '../store/posts.ts';
import { findRoundOf } from '../store/rounds.ts';
import { dutiesInWindow } from '../store/submission-duties.ts';
import { findSubmission } from '../store/submissions.ts';
import { Refusal } from '../values/refusal.ts';
import { type App, inOneTransaction } from './app.ts';
import { submissionHats } from './submission-work.ts';
import { workDay } from './work-day.ts';

export const getSubmission = (app: App, person: Person, id: string): Promise<SubmissionPage> =>
  inOneTransaction(app, async (one) => {
    const day = await workDay(one);
    const submission = await findSubmission(one.db, id, day);
    const found = submission && (await findRoundOf(one.db, id));
    if (!submission || !found) throw new Refusal('notFound');
    const { round, asks, guide, outline } = found;
    const facts = {
      stage: submission.stage,
      hasHead: await hasHead(one.db, submission.agency.id, day.today),
      closed: round.closedAt !== null,
    };
    const hats = await submissionHats(one.db, person, submission.dutyId, day.today);
    const { regime, title, period, calendar, from, to, content, closedAt } = round;
    return {
      submission: hats.has('own') ? submission : withoutInside(submission),
      round: { id: round.id, title, regime, period, calendar, from, to, content, asks, guide, closedAt },
      outline: owedOf(outline, submission.sections),
      may: submissionVerbsNow(facts, hats),
    };
  });

type Part = { offset: number; limit: number };

/** The agency's duties, with what was sent on them between the period's first day and the day by which the report is due. */
export const dutiesOfSubmission = (app: App, id: string, part: Part): Promise<SubmissionDuties> =>
  inOneTransaction(app, async (one) => {
    const day = await workDay(one);
    const submission = await findSubmission(one.db, id, day);
    const found = submission && (await findRoundOf(one.db, id));
    if (!submission || !found) throw new Refusal('notFound');
    const { from, to: closing } = found.round;
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
