import { randomUUID } from 'node:crypto';
import { may, type Person } from '../registry/may.ts';
import type { ReportHat } from '../registry/report-stage.ts';
import { recordActions } from '../store/actions.ts';
import { agenciesAbove } from '../store/agency-reach.ts';
import { announce } from '../store/announcements.ts';
import type { Db } from '../store/database.ts';
import { holdReport, type StoredReport } from '../store/reports.ts';
import { findRound, type WholeRound } from '../store/rounds.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';

/** One person at work on one consolidated report, within one transaction. */
export type ReportWork = {
  trx: Db;
  person: Person;
  at: Date;
  operation: string;
  report: StoredReport;
  round: WholeRound;
  hats: Set<ReportHat>;
};

export function onReport<T>(
  { db, clock }: Pick<App, 'db' | 'clock'>,
  person: Person,
  id: string,
  act: (work: ReportWork) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (trx) => {
    const report = await holdReport(trx, id);
    const round = report && (await findRound(trx, report.roundId));
    if (!report || !round) throw new Refusal('notFound');
    const hats = await reportHats(trx, person, round.receiverId);
    return act({ trx, person, at: clock.now(), operation: randomUUID(), report, round, hats });
  });
}

/** Who writes and who signs for the agency that a round reports to. */
export async function reportHats(db: Db, person: Person, receiverId: string): Promise<Set<ReportHat>> {
  const agencyAndAbove = await agenciesAbove(db, receiverId);
  const hats: ReportHat[] = [];
  if (may(person, 'writeReport', { agencyAndAbove })) hats.push('writer');
  if (may(person, 'signReport', { agencyAndAbove })) hats.push('signer');
  return new Set(hats);
}

type Fields = Record<string, unknown> | null;
type Recorded = { verb: string; section?: string; before?: Fields; after?: Fields; reason?: string | null };

export async function recordReport(
  { trx, person, at, operation, report }: ReportWork,
  { verb, section, before = null, after = null, reason = null }: Recorded,
): Promise<void> {
  await recordActions(trx, [
    {
      ...{ operation, at, userId: person.user.id, verb, documentId: null, subjectKind: 'report' },
      ...{ subjectId: section === undefined ? report.id : `${report.id}/${section}`, before, after, reason },
    },
  ]);
  const { roundId } = report;
  await announce(trx, { kind: 'round', by: person.user.id, roundId, submissionId: null, what: 'report' });
}
