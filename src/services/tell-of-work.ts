import type { NoticeKind } from '../registry/notice.ts';
import type { JudgementVerb, Progress, ProgressVerb } from '../registry/progress.ts';
import { dutyStanding } from '../store/duty-agencies.ts';
import { agencyNamesOn } from '../store/names.ts';
import type { Recipient } from '../store/recipients.ts';
import { dayOfMoment, type PlainDate } from '../values/plain-date.ts';
import type { DutyWork } from './duty-work.ts';
import { notify } from './notify.ts';

/** Who hears of what happened with a duty that was given. */

type Words = { reason?: string | undefined; words?: string | undefined; due?: PlainDate | null };

export async function tellOf(
  { trx, person, at, duty }: DutyWork,
  kind: NoticeKind,
  to: readonly Recipient[],
  { reason, words, due = duty.due }: Words = {},
): Promise<void> {
  const names = await agencyNamesOn(trx, [duty.agencyId], dayOfMoment(at));
  await notify(trx, { by: person.user, at }, [
    {
      kind,
      to,
      dutyId: duty.id,
      urgent: kind === 'progressReturned' || kind === 'resultSentBack' || kind === 'dueRefused',
      details: {
        what: duty.what,
        agency: names.get(duty.agencyId) ?? duty.agencyId,
        by: person.user.name,
        ...(reason && { reason }),
        ...(words && { words }),
        ...(due && { due }),
      },
    },
  ]);
}

export const headsOf = (agencyId: string): Recipient => ({ agencyId, roles: ['head'] });
export const peopleOf = (agencyId: string): Recipient => ({ agencyId, roles: ['head', 'officer'] });
const coordinatorsOf = (agencyId: string): Recipient => ({ reaching: agencyId, roles: ['coordinator'] });
export const decidersOf = (agencyId: string): Recipient => ({ reaching: agencyId, roles: ['coordinator', 'leader'] });

/** The officer in charge, where one is named. */
export const officerOf = ({ officerId }: DutyWork['duty']): Recipient[] =>
  officerId === null ? [] : [{ userId: officerId }];

/** Who says whether it is done. */
async function judgesOf({ trx, duty, at }: DutyWork): Promise<Recipient[]> {
  if (duty.kind === 'step') return [headsOf(duty.agencyId)];
  const { monitoring } = await dutyStanding(trx, duty.id, dayOfMoment(at));
  return monitoring.length === 0 ? [coordinatorsOf(duty.agencyId)] : monitoring.map(peopleOf);
}

export async function tellOfStep(
  work: DutyWork,
  { author, result }: Progress,
  verb: Exclude<ProgressVerb, 'save'>,
  reason: string | undefined,
): Promise<void> {
  if (verb === 'submit') await tellOf(work, 'submitted', [headsOf(work.duty.agencyId)]);
  if (verb === 'return') await tellOf(work, 'progressReturned', [{ userId: author.id }], { reason });
  if ((verb === 'send' || verb === 'approve') && result) await tellOf(work, 'resultReported', await judgesOf(work));
}

const judgementNews: Record<JudgementVerb, NoticeKind> = {
  confirm: 'resultConfirmed',
  sendBack: 'resultSentBack',
  // Whoever confirms it next is to look at it again.
  takeBack: 'resultReported',
};

export async function tellOfJudgement(
  work: DutyWork,
  { author }: Progress,
  verb: JudgementVerb,
  reason: string | undefined,
): Promise<void> {
  const reporters = [{ userId: author.id }, ...officerOf(work.duty), headsOf(work.duty.agencyId)];
  await tellOf(work, judgementNews[verb], verb === 'takeBack' ? await judgesOf(work) : reporters, { reason });
}
