import type { Correction } from '../registry/correction.ts';
import type { FigureValue } from '../registry/figure.ts';
import type { Person } from '../registry/may.ts';
import type { NoticeKind } from '../registry/notice.ts';
import type { Db } from '../store/database.ts';
import { submissionDuty } from '../store/filled-submissions.ts';
import { agencyNamesOn } from '../store/names.ts';
import type { Recipient } from '../store/recipients.ts';
import { formatNumber } from '../values/format.ts';
import { periodWords } from '../values/period-words.ts';
import { dayOfMoment } from '../values/plain-date.ts';
import { notify } from './notify.ts';

type CorrectionNews = Extract<NoticeKind, `correction${string}`>;

/** Whoever decides hears that one is asked for; whoever asked hears what became of it. */
export async function tellOfCorrection(
  trx: Db,
  { person, at }: { person: Person; at: Date },
  { figure, indicatorName, reason, asked, decided, ...now }: Correction,
  kind: CorrectionNews,
): Promise<void> {
  const { agencyId } = asked;
  const dutyId = figure.submissionId === null ? undefined : (await submissionDuty(trx, figure.submissionId))?.dutyId;
  const to: Recipient[] =
    kind === 'correctionAsked'
      ? [{ reaching: agencyId, roles: ['coordinator'] }]
      : [{ userId: asked.by.id }, { agencyId, roles: ['head'] }];
  const names = await agencyNamesOn(trx, [agencyId], dayOfMoment(at));
  const because = kind === 'correctionAsked' ? reason : (decided?.because ?? '');
  await notify(trx, { by: person.user, at }, [
    {
      ...{ kind, to, urgent: kind === 'correctionRefused' },
      ...(dutyId !== undefined && { dutyId }),
      details: {
        what: `${figure.line === '' ? indicatorName : `${indicatorName}, ${figure.line}`}, ${periodWords(figure.period, 'vi')}`,
        agency: names.get(agencyId) ?? agencyId,
        by: person.user.name,
        words: `${amount(figure)} → ${amount(now)}`,
        ...(because !== '' && { reason: because }),
      },
    },
  ]);
}

const amount = ({ value, missing }: FigureValue): string =>
  value === null ? (missing === 'notYet' ? 'CCSL' : missing === 'notApplicable' ? 'KPS' : '…') : formatNumber(value);
