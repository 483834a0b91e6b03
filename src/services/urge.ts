import { randomUUID } from 'node:crypto';
import type { User } from '../registry/may.ts';
import {
  daysFromDue,
  type HeldLadder,
  type Ladder,
  type LadderDocument,
  type LadderStepKind,
  lastDueToLookAt,
  stepsToTake,
  usualLadder,
} from '../registry/urging-ladder.ts';
import { isWorkingDay, type WorkingCalendar } from '../registry/working-days.ts';
import { recordActions } from '../store/actions.ts';
import { loadCalendar } from '../store/calendar.ts';
import type { Db } from '../store/database.ts';
import { peopleOf, type Recipient } from '../store/recipients.ts';
import {
  allLadders,
  documentsWithLadder,
  dropLadder,
  getLadder,
  insertUrgings,
  openDutiesDue,
  putLadder,
  type UrgedDuty,
} from '../store/urgings.ts';
import type { App } from './app.ts';
import { changedMeanwhile } from './changed-meanwhile.ts';
import { today as dayOf } from './clock.ts';
import { type News, notify } from './notify.ts';

const atOnce = 500;

/**
 * Takes every step of the ladders that is due today. Each is taken once for a deadline, whoever runs this and how often;
 * on days off nobody is urged. Gives how many steps were taken.
 */
export async function runUrging({ db, clock }: Pick<App, 'db' | 'clock'>, signal?: AbortSignal): Promise<number> {
  const day = dayOf(clock);
  const calendar = await loadCalendar(db);
  if (!isWorkingDay(calendar, day)) return 0;
  const ladders = await allLadders(db);
  const upTo = lastDueToLookAt([...ladders.values()], day, calendar);
  let taken = 0;
  let after: string | null = null;
  do {
    const duties: UrgedDuty[] = await openDutiesDue(db, { upTo, after, limit: atOnce, today: day });
    const steps = duties.flatMap((duty) =>
      stepsToTake(ladderOf(duty, ladders), { due: duty.due, today: day }, calendar, duty.taken).map((step) => ({
        duty,
        step,
      })),
    );
    if (steps.length > 0)
      taken += await db.transaction().execute((trx) => takeSteps(trx, steps, { day, calendar, at: clock.now() }));
    after = duties.length === atOnce ? (duties.at(-1)?.id ?? null) : null;
  } while (after !== null && !signal?.aborted);
  return taken;
}

/** That of its document; of several documents the first that has one of its own. */
const ladderOf = ({ documentIds }: UrgedDuty, ladders: ReadonlyMap<string | null, Ladder>): Ladder =>
  documentIds.map((id) => ladders.get(id)).find((own) => own !== undefined) ?? ladders.get(null) ?? usualLadder;

type Step = { duty: UrgedDuty; step: LadderStepKind };

async function takeSteps(
  trx: Db,
  steps: readonly Step[],
  { day, calendar, at }: { day: string; calendar: WorkingCalendar; at: Date },
): Promise<number> {
  const people = await whoHears(trx, steps, day);
  const told = steps.map(({ duty, step }, index) => ({ duty, step, userIds: people[index] ?? [] }));
  const taken = await insertUrgings(
    trx,
    told.map(({ duty, step, userIds }) => ({ dutyId: duty.id, due: duty.due, step, userIds })),
    at,
  );
  const mine = new Set(taken.map(({ dutyId, step }) => `${dutyId} ${step}`));
  const news = told
    .filter(({ duty, step }) => mine.has(`${duty.id} ${step}`))
    .map(({ duty, step, userIds }): News => {
      const days = daysFromDue(calendar, duty.due, day);
      const details = { what: duty.what, agency: duty.agencyName, due: duty.due, days };
      return { kind: step, to: userIds.map((userId) => ({ userId })), dutyId: duty.id, details };
    });
  await notify(trx, { by: null, at }, news);
  return taken.length;
}

/** The officer in charge; without one, or where that one has left, the agency's officers, and without those its head. */
async function whoHears(trx: Db, steps: readonly Step[], day: string): Promise<string[][]> {
  const agency = (duty: UrgedDuty, ...roles: string[]): Recipient[] => [{ agencyId: duty.agencyId, roles }];
  const first = await peopleOf(
    trx,
    steps.map(({ duty, step }) => recipientsOf(duty, step)),
    day,
  );
  const officers = await peopleOf(
    trx,
    steps.map(({ duty }) => agency(duty, 'officer')),
    day,
  );
  const heads = await peopleOf(
    trx,
    steps.map(({ duty }) => agency(duty, 'head')),
    day,
  );
  return steps.map(({ duty, step }, index) => {
    if (step === 'toHead' || step === 'toLeader') return first[index] ?? [];
    const own = officers[index] ?? [];
    const all = [...own, ...(heads[index] ?? [])];
    if (duty.officerId !== null && all.includes(duty.officerId)) return [duty.officerId];
    return own.length > 0 ? own : all;
  });
}

function recipientsOf({ agencyId }: UrgedDuty, step: LadderStepKind): Recipient[] {
  if (step === 'toHead') return [{ agencyId, roles: ['head'] }];
  if (step === 'toLeader') return [{ reaching: agencyId, roles: ['leader'] }];
  return [];
}

export const readLadder = ({ db }: App, documentId: string | null): Promise<HeldLadder> => getLadder(db, documentId);

const subjectOf = (documentId: string | null) => ({ kind: 'ladder', id: documentId ?? 'usual' });

export const listLadderDocuments = async ({ db }: App): Promise<{ documents: LadderDocument[] }> => ({
  documents: await documentsWithLadder(db),
});

/** The document follows the usual ladder again. */
export function removeLadder({ db, clock }: App, user: User, documentId: string, version: number): Promise<HeldLadder> {
  return db.transaction().execute(async (trx) => {
    const before = await getLadder(trx, documentId);
    if (!(await dropLadder(trx, documentId, version))) throw await changedMeanwhile(trx, subjectOf(documentId));
    const fields = { operation: randomUUID(), verb: 'removeLadder', subjectKind: 'ladder', documentId, reason: null };
    const whose = { subjectId: documentId, at: clock.now(), userId: user.id };
    await recordActions(trx, [{ ...fields, ...whose, before: { steps: before.steps }, after: null }]);
    return getLadder(trx, documentId);
  });
}

/** From the next run on; a step already taken for a deadline is not taken again. */
export function changeLadder(
  { db, clock }: App,
  user: User,
  documentId: string | null,
  ladder: HeldLadder,
): Promise<HeldLadder> {
  return db.transaction().execute(async (trx) => {
    const before = await getLadder(trx, documentId);
    if (!(await putLadder(trx, documentId, ladder))) throw await changedMeanwhile(trx, subjectOf(documentId));
    const fields = { operation: randomUUID(), verb: 'changeLadder', subjectKind: 'ladder', documentId, reason: null };
    await recordActions(trx, [
      {
        ...fields,
        subjectId: subjectOf(documentId).id,
        at: clock.now(),
        userId: user.id,
        before: { steps: before.steps },
        after: { steps: ladder.steps },
      },
    ]);
    return getLadder(trx, documentId);
  });
}
