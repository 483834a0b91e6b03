import { dayOfMoment, type PlainDate } from '../values/plain-date.ts';
import type { DutyReport } from './duty-report.ts';

/** What of a duty had been reported, asked and decided by the end of a past day. Nothing can be done with it any more. */
export function reportThen(report: DutyReport, day: PlainDate): DutyReport {
  const byThen = (at: string): boolean => dayOfMoment(new Date(at)) <= day;
  const ifThen = <T extends { at: string }>(said: T | null): T | null => (said && byThen(said.at) ? said : null);
  return {
    ...report,
    inside: [],
    sent: report.sent.flatMap((one) =>
      ifThen(one.sent) ? [{ ...one, judgement: ifThen(one.judgement), may: [], judge: [] }] : [],
    ),
    evidence: report.evidence.filter(({ added }) => byThen(added.at)).map((one) => ({ ...one, mayRemove: false })),
    obstacles: report.obstacles
      .filter(({ raised }) => byThen(raised.at))
      .map(({ closedAt, ...one }) => ({
        ...one,
        answer: ifThen(one.answer),
        closedAt: closedAt !== null && byThen(closedAt) ? closedAt : null,
        may: [],
      })),
    dueChanges: report.dueChanges
      .filter(({ asked }) => byThen(asked.at))
      .map((one) => ({
        ...one,
        ...(one.decided && !ifThen(one.decided) ? { stage: 'asked' as const, dueGranted: null, decided: null } : {}),
        may: [],
      })),
    questions: report.questions
      .filter(({ asked }) => byThen(asked.at))
      .map((one) => ({ ...one, answer: ifThen(one.answer), draft: null, may: [] })),
    may: {
      ...{ write: false, send: false, addEvidence: false, raiseObstacle: false, ask: false },
      askDueChange: 'closed',
    },
  };
}
