import type { Updateable } from 'kysely';
import type { Person } from '../registry/may.ts';
import type { NoticeKind } from '../registry/notice.ts';
import type { SubmissionPage } from '../registry/submission.ts';
import type { SubmissionAction } from '../registry/submission-action.ts';
import type { SubmissionStage } from '../registry/submission-stage.ts';
import { updateSubmission } from '../store/held-submissions.ts';
import { agencyNamesOn } from '../store/names.ts';
import type { Recipient } from '../store/recipients.ts';
import { changeReportedDuty, type DutyChange } from '../store/reported-duties.ts';
import { holdOpen } from '../store/rounds.ts';
import { findSubmission } from '../store/submissions.ts';
import type { Tables } from '../store/tables.ts';
import { dayOfMoment } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';
import { approveFigures } from './approve-figures.ts';
import { remarkOn } from './cell-remarks.ts';
import { countUnexplained } from './figure-sheet.ts';
import { handOnEnded } from './hand-on.ts';
import { notify } from './notify.ts';
import { recordSections } from './sections.ts';
import {
  onSubmission,
  recordOnSubmission,
  refuseStaleSubmission,
  type SubmissionWork,
  stageAfterStep,
} from './submission-work.ts';
import { pageOf } from './submissions.ts';
import { headsOf, peopleOf } from './tell-of-work.ts';
import { workDay } from './work-day.ts';

/** A step of a submission as the one table allows it, with what it does to the duty that it is. */
export async function actOnSubmission(
  app: App,
  person: Person,
  id: string,
  action: SubmissionAction,
): Promise<SubmissionPage> {
  return onSubmission(app, person, id, async (work) => {
    const { trx, facts, hats } = work;
    await refuseStaleSubmission(work, action.version);
    const stage = stageAfterStep(work, action.verb);
    // What was sent ends with no round, so that closing it does not wait for this submission.
    if (action.verb === 'sendBack' && !(await holdOpen(work.trx, work.submission.roundId)))
      throw new Refusal('roundClosed');
    if (action.verb === 'submit' || action.verb === 'send') await refuseUnexplained(work);
    await take(work, action, stage);
    const found = await findSubmission(trx, id, await workDay({ ...app, db: trx }));
    if (!found) throw new Error(`submission ${id} was changed and is not there`);
    return pageOf(trx, found, { ...facts, hats });
  });
}

/** An unusual number goes on with its reason only. */
async function refuseUnexplained({ trx, at, submission }: SubmissionWork): Promise<void> {
  const count = await countUnexplained(trx, submission, dayOfMoment(at));
  if (count > 0) throw new Refusal('cellsUnexplained', { count });
}

type Verb = SubmissionAction['verb'];

/** Under which word each step stands in the story. */
const deeds: Record<Verb, string> = {
  submit: 'submitReport',
  withdraw: 'withdrawReport',
  send: 'sendReport',
  return: 'returnReport',
  approve: 'approveReport',
  sendBack: 'sendBackReport',
};

async function take(work: SubmissionWork, action: SubmissionAction, stage: SubmissionStage): Promise<void> {
  const { trx, person, at, submission } = work;
  const { verb } = action;
  const by = person.user.id;
  const back = 'words' in action ? action : undefined;
  // While the coordinator still sees them.
  if (back && back.cells.length > 0)
    await remarkOn(trx, submission, back.cells.map(returnedCell), { at, authorId: by });
  await updateSubmission(trx, submission, { stage, ...fieldsOf(work, action) });
  if (verb === 'approve') await approveFigures(trx, submission, { at, userId: by });
  const duty = dutyAfter(work, verb);
  if (duty) await changeReportedDuty(trx, { ...submission, id: submission.dutyId }, duty);
  const agencyId =
    verb === 'sendBack' ? await handOnEnded(trx, { ...submission, id: submission.dutyId }, at) : submission.agencyId;
  await recordOnSubmission(work, {
    verb: deeds[verb],
    before: { stage: submission.stage },
    after: {
      stage,
      ...(back && back.cells.length > 0 && { cells: back.cells.length }),
      ...(agencyId !== submission.agencyId && { agencyId }),
    },
    reason: back?.words ?? null,
  });
  if (verb === 'submit' || verb === 'send') await recordSections(work);
  await tell(work, verb, agencyId, back?.words);
}

type Back = Extract<SubmissionAction, { cells: unknown }>;

const returnedCell = ({ words, ...key }: Back['cells'][number]) => ({ key, kind: 'returned' as const, words });

function fieldsOf(
  { person, at, submission }: SubmissionWork,
  action: SubmissionAction,
): Updateable<Tables['submission']> {
  const by = person.user.id;
  if ('words' in action)
    return {
      ...{ returned_at: at, returned_by: by, returned_because: action.words },
      returned_inside: action.verb === 'return',
    };
  const begun = submission.stage === 'asked' ? { begun_at: at } : {};
  if (action.verb === 'submit') return { ...begun, submitted_at: at, submitted_by: by };
  if (action.verb === 'withdraw') return { submitted_at: null, submitted_by: null };
  if (action.verb === 'approve') return { approved_at: at, approved_by: by };
  return { ...begun, sent_at: at, sent_by: by, first_sent_at: submission.firstSentAt ?? at };
}

/** Done is what was approved, on the day that it was first sent; what is given back is to be done again. */
function dutyAfter({ submission, at }: SubmissionWork, verb: Verb): DutyChange | undefined {
  if (verb === 'send') return { stage: 'reported' };
  if (verb === 'sendBack') return { stage: 'accepted' };
  if (verb === 'approve') return { stage: 'done', share: 100, doneOn: dayOfMoment(submission.firstSentAt ?? at) };
  return undefined;
}

const news: Record<Verb, NoticeKind | null> = {
  submit: 'reportSubmitted',
  withdraw: null,
  send: 'reportSent',
  return: 'reportReturned',
  approve: 'reportApproved',
  sendBack: 'reportSentBack',
};

async function tell(
  { trx, person, at, submission }: SubmissionWork,
  verb: Verb,
  agencyId: string,
  reason?: string,
): Promise<void> {
  const { officerId, submittedBy, dutyId, title: what } = submission;
  const officers = [officerId, submittedBy].flatMap((userId) => (userId === null ? [] : [{ userId }]));
  const to: Record<Verb, readonly Recipient[]> = {
    submit: [headsOf(agencyId)],
    withdraw: [],
    send: [{ reaching: agencyId, roles: ['coordinator'] }],
    return: officers.length > 0 ? officers : [peopleOf(agencyId)],
    approve: [peopleOf(agencyId)],
    sendBack: [peopleOf(agencyId)],
  };
  const kind = news[verb];
  if (kind === null) return;
  const names = await agencyNamesOn(trx, [agencyId], dayOfMoment(at));
  const agency = names.get(agencyId) ?? agencyId;
  await notify(trx, { by: person.user, at }, [
    {
      ...{ kind, to: to[verb], dutyId, urgent: verb === 'sendBack' || verb === 'return' },
      details: { what, agency, by: person.user.name, ...(reason && { reason }) },
    },
  ]);
}
