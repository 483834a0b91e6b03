import type { DutyReport } from '../registry/duty-report.ts';
import type { Person } from '../registry/may.ts';
import type { Progress } from '../registry/progress.ts';
import type { Db } from '../store/database.ts';
import { dueChangesOfDuty } from '../store/due-changes.ts';
import { evidenceOfDuty } from '../store/evidence.ts';
import { agencyNamesOn } from '../store/names.ts';
import { obstaclesOfDuty } from '../store/obstacles.ts';
import { progressOfDuty } from '../store/progress.ts';
import { questionsOfDuty } from '../store/questions.ts';
import { dayOfMoment } from '../values/plain-date.ts';
import type { App } from './app.ts';
import { askFault, dueChangeItem } from './due-changes.ts';
import { isOpenTo } from './evidence.ts';
import { type LookingAt, lookAtDuty } from './look-at-duty.ts';
import { obstacleItems } from './obstacles.ts';
import { progressItem } from './progress-items.ts';
import { questionItem } from './questions.ts';

/** As many as a page shows; the story has all. */
const mostSent = 50;

/** Everything that a duty's page shows of what was reported, asked and decided. */
export const getDutyReport = (app: Pick<App, 'db' | 'clock'>, person: Person, dutyId: string): Promise<DutyReport> =>
  lookAtDuty(app, person, dutyId, reportOf);

export async function reportOf(work: LookingAt): Promise<DutyReport> {
  const { trx, duty, hats, person, at } = work;
  const shown = { inside: hats.isOwn };
  const progress = await progressOfDuty(trx, duty, { ...shown, sentAtMost: mostSent });
  const evidence = await evidenceOfDuty(trx, duty, shown);
  const obstacles = await obstaclesOfDuty(trx, duty);
  const dueChanges = await dueChangesOfDuty(trx, duty);
  const questions = await questionsOfDuty(trx, duty);
  const items = progress.map((one) =>
    progressItem(work, one, evidence.filter(({ progressId }) => progressId === one.id).length),
  );
  const isMine = ({ author }: Progress) => author.id === person.user.id;
  const open = duty.stage !== 'done' && duty.stage !== 'dropped';
  const inside = items.filter(({ stage }) => stage !== 'sent');
  const byId = new Map(progress.map((one) => [one.id, one]));
  return {
    ...{ stage: duty.stage, due: duty.due, wantsProof: duty.wantsProof, openPieces: duty.openPieces },
    inside: [...inside.filter(isMine), ...inside.filter((one) => !isMine(one))],
    sent: items.filter(({ stage }) => stage === 'sent'),
    evidence: evidence.map((one) => {
      const about = byId.get(one.progressId ?? '');
      return { ...one, mayRemove: about !== undefined && isOpenTo(work, about) };
    }),
    obstacles: await obstacleItems(work, obstacles),
    dueChanges: dueChanges.map((one) => dueChangeItem(work, one)),
    questions: questions.map((one) => questionItem(work, one)),
    may: {
      write: hats.isOwn && open && duty.kind !== 'report',
      send: hats.isOwnHead,
      addEvidence: hats.isOwn && duty.stage !== 'dropped',
      raiseObstacle: hats.isOwn && open,
      askDueChange: askFault(work, dueChanges) ?? true,
      ask: hats.asks,
    },
    agencies: await namesOf(
      trx,
      [
        ...[...progress, ...evidence, ...dueChanges].map(({ agencyId }) => agencyId),
        ...obstacles.flatMap(({ agencyId, deciderId }) => [agencyId, deciderId]),
        ...questions.map(({ askedFor }) => askedFor),
      ],
      dayOfMoment(at),
    ),
  };
}

async function namesOf(db: Db, ids: readonly (string | null)[], day: string): Promise<Record<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  return Object.fromEntries(await agencyNamesOn(db, known, day));
}
