import type { Person } from '../registry/may.ts';
import { type NumberedSection, numbered, type OutlineSection } from '../registry/outline.ts';
import type { SubmissionPage } from '../registry/submission.ts';
import { type SubmissionHat, submissionVerbsNow } from '../registry/submission-stage.ts';
import type { Db } from '../store/database.ts';
import { dutyAgencies } from '../store/duty-agencies.ts';
import { hasHead } from '../store/posts.ts';
import { findRoundOf } from '../store/rounds.ts';
import { findSubmission } from '../store/submissions.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { type App, inOneTransaction } from './app.ts';
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
      submission,
      round: { id: round.id, title, regime, period, calendar, from, to, content, asks, guide, closedAt },
      outline: owedOf(outline, submission.sections),
      may: submissionVerbsNow(facts, hats),
    };
  });

/** What somebody is to a submission, by whose its duty is today. */
export async function submissionHats(
  db: Db,
  { posts }: Person,
  dutyId: string,
  today: PlainDate,
): Promise<Set<SubmissionHat>> {
  const { owner, coordinating } = await dutyAgencies(db, dutyId, today);
  const holds = (roles: readonly string[], agencies: readonly string[]) =>
    posts.some(({ role, agencyId }) => roles.includes(role) && agencies.includes(agencyId));
  const hats: Record<SubmissionHat, boolean> = {
    own: holds(['officer', 'head'], owner),
    head: holds(['head'], owner),
    coordinator: holds(['coordinator'], coordinating),
  };
  return new Set((Object.keys(hats) as SubmissionHat[]).filter((hat) => hats[hat]));
}

/** What is owed of an outline, and the headings that stand above it. */
function owedOf(outline: readonly OutlineSection[], keys: readonly string[]): NumberedSection<OutlineSection>[] {
  const owed = new Set(keys);
  return numbered(outline).filter((one, at) => {
    if (owed.has(one.key)) return true;
    const end = outline.findIndex(({ level }, later) => later > at && level <= one.level);
    return outline.slice(at + 1, end === -1 ? outline.length : end).some(({ key }) => owed.has(key));
  });
}
