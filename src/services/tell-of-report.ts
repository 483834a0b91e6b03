import type { NoticeKind } from '../registry/notice.ts';
import type { ReportVerb } from '../registry/report-stage.ts';
import { submissionsOfRound } from '../store/filled-submissions.ts';
import type { Recipient } from '../store/recipients.ts';
import { dayOfMoment } from '../values/plain-date.ts';
import { notify } from './notify.ts';
import type { ReportWork } from './report-work.ts';
import { peopleOf } from './tell-of-work.ts';

/** Who hears of what happened with a consolidated report. */

type Step = { verb: ReportVerb; reason?: string; number?: string };

const news: Partial<Record<ReportVerb, NoticeKind>> = {
  submit: 'summarySubmitted',
  return: 'summaryReturned',
  sign: 'summarySigned',
  publish: 'summaryPublished',
};

export async function tellOfReport(work: ReportWork, { verb, reason, number }: Step): Promise<void> {
  const kind = news[verb];
  if (kind === undefined) return;
  const { trx, person, at, report } = work;
  await notify(trx, { by: person.user, at }, [
    {
      ...{ kind, roundId: report.roundId, urgent: verb === 'return', to: await hearers(work, verb) },
      details: {
        what: report.title,
        by: person.user.name,
        ...(reason && { reason }),
        ...(number && { words: number }),
      },
    },
  ]);
}

/** Who signs, who writes; what was issued concerns everybody who had a part in it. */
async function hearers({ trx, at, report, round }: ReportWork, verb: ReportVerb): Promise<Recipient[]> {
  const writers: Recipient = { reaching: round.receiverId, roles: ['coordinator'] };
  const signers: Recipient = { reaching: round.receiverId, roles: ['leader'] };
  if (verb === 'submit') return [signers];
  if (verb !== 'publish') return [writers];
  const asked = await submissionsOfRound(trx, report.roundId, dayOfMoment(at));
  return [writers, signers, ...asked.map(({ agency }) => peopleOf(agency.id))];
}
