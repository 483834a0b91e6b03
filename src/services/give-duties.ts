import { type DutyTerm, termOfTarget, termOfTask, termsUntil } from '../registry/due-rules.ts';
import type { FindingKind } from '../registry/review.ts';
import type { WorkingCalendar } from '../registry/working-days.ts';
import { recordActions } from '../store/actions.ts';
import { announce } from '../store/announcements.ts';
import { loadCalendar } from '../store/calendar.ts';
import type { Db } from '../store/database.ts';
import {
  type Answering,
  answeringAgencies,
  countReported,
  deleteDuties,
  documentsMissingDuties,
  dropEnded,
  dutiesOfDocument,
  dutiesWithoutWork,
  holdGiving,
  insertDuties,
  type MadeDuty,
  type NewDuty,
  partJoined,
  resumeEnded,
  type StageChange,
  type TimedDuty,
  timedDuties,
} from '../store/given-duties.ts';
import { updateDuty } from '../store/held-duties.ts';
import { dayOfMoment, endOfMonth, type PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';
import type { Changing } from './change-findings.ts';
import { today } from './clock.ts';
import { peopleOf } from './duty-changes.ts';
import { type News, notify } from './notify.ts';

type By = Pick<Changing, 'trx' | 'user' | 'at' | 'operation'>;

/** One duty for each agency that answers for a finding of the document, where it has none yet. */
export async function giveDuties({ trx, user, at, operation }: By, documentId: string): Promise<void> {
  const made = await makeMissing(trx, documentId, at);
  await tellAgencies({ trx, user, at }, made);
  await recordActions(
    trx,
    made.map(({ id, province, work, term }) => ({
      ...{ operation, at, userId: user.id, verb: 'give', documentId: null, reason: null, before: null },
      ...{ subjectKind: 'duty', subjectId: id, duty: { id, province } },
      after: {
        agencyId: work.agencyId,
        documentId,
        findingId: work.findingId,
        due: term.due,
        period: term.period || null,
      },
    })),
  );
}

/** Each agency once: of the one duty that it got, or of the document that gave it several. */
async function tellAgencies(
  { trx, user, at }: Pick<By, 'trx' | 'user' | 'at'>,
  made: readonly MadeDuty[],
): Promise<void> {
  const news = [...Map.groupBy(made, ({ work }) => work.agencyId)].flatMap(([agencyId, duties]): News[] => {
    const [first, ...others] = duties;
    if (!first) return [];
    const { documentId, documentName, quote } = first.work;
    const one = { dutyId: first.id, details: { what: quote, ...(first.term.due && { due: first.term.due }) } };
    const many = { documentId, details: { what: documentName } };
    return [{ kind: 'assigned', to: [peopleOf(agencyId)], ...(others.length === 0 ? one : many) }];
  });
  await notify(trx, { by: user, at }, news);
}

/**
 * Makes what is missing on this day: the next time of what comes again, and everything in installations that were there
 * before duties were. Run twice it makes nothing twice.
 */
export async function makeDueDuties({ db, clock }: Pick<App, 'db' | 'clock'>, signal?: AbortSignal): Promise<number> {
  let count = 0;
  for (const documentId of await documentsMissingDuties(db, today(clock))) {
    if (signal?.aborted) break;
    count += await db.transaction().execute(async (trx) => (await makeMissing(trx, documentId, clock.now())).length);
  }
  await db.transaction().execute((trx) => dropEnded(trx, { today: today(clock) }));
  return count;
}

async function makeMissing(trx: Db, documentId: string, at: Date): Promise<MadeDuty[]> {
  await holdGiving(trx);
  const today = dayOfMoment(at);
  const works = await answeringAgencies(trx, { documentId, today });
  const calendar = await loadCalendar(trx);
  const missing = works.flatMap((work) =>
    termsOf(work, today, calendar)
      .filter(({ period }) => !work.periods.includes(period))
      .map((term): NewDuty => ({ work, term })),
  );
  const made = await insertDuties(trx, missing, at);
  if (missing.length > 0) await announce(trx, { kind: 'work', documentId });
  return made;
}

/** What comes again comes from the day on that it was given, and as long as the plan goes; of a plan that is over its last time. */
function termsOf(work: Answering, today: PlainDate, calendar: WorkingCalendar): DutyTerm[] {
  const { words, year, validFrom, periodTo, givenOn } = work;
  if (!words) return [termOfTarget(year, calendar)];
  const until = periodTo === null ? null : endOfMonth(periodTo, 12);
  if (words.time.kind === 'recurring' && givenOn !== null)
    return termsUntil(words, { from: givenOn, until }, today, calendar);
  const begun = [today, validFrom].toSorted().slice(-1);
  const [day = today] = [...begun, ...(until === null ? [] : [until])].toSorted();
  return [termOfTask(words, day, calendar)];
}

/** As if the document had given none: refused as soon as somebody has said something about one of them. */
export async function takeBackDuties(trx: Db, documentId: string): Promise<void> {
  const ids = await dutiesOfDocument(trx, documentId);
  const reported = await countReported(trx, ids);
  if (reported > 0) throw new Refusal('dutiesReported', { count: reported });
  await partJoined(trx, documentId);
  await deleteDuties(trx, await dutiesOfDocument(trx, documentId));
}

/**
 * After a correction: duties whose work is gone go, too, and new work gets its own; of the others the deadline follows where the
 * corrected sentence says another, and one that was granted since stays.
 */
export async function giveDutiesAnew(by: By, documentId: string, corrected: readonly Finding[]): Promise<void> {
  const gone = await dutiesWithoutWork(by.trx, documentId);
  const reported = await countReported(by.trx, gone);
  if (reported > 0) throw new Refusal('dutiesReported', { count: reported });
  await deleteDuties(by.trx, gone);
  await followTimes(by, await timedDuties(by.trx, documentId, corrected));
  await giveDuties(by, documentId);
}

type Finding = { kind: FindingKind; id: string };

async function followTimes({ trx, user, at, operation }: By, duties: readonly TimedDuty[]): Promise<void> {
  const calendar = await loadCalendar(trx);
  for (const { id, province, firstDue, due, waitsFor, words, year } of duties) {
    if (words?.time.kind === 'recurring') continue;
    const term = words ? termOfTask(words, dayOfMoment(at), calendar) : termOfTarget(year, calendar);
    const hasBegun = term.waitsFor !== null && waitsFor === null && due !== null;
    if (hasBegun || (term.due === firstDue && term.waitsFor === waitsFor)) continue;
    const now = due === firstDue ? term.due : due;
    await updateDuty(trx, id, { first_due: term.due, due: now, starts_on: term.startsOn, waits_for: term.waitsFor });
    await recordActions(trx, [
      {
        ...{ operation, at, userId: user.id, verb: 'rectify', documentId: null, reason: null },
        ...{ subjectKind: 'duty', subjectId: id, duty: { id, province } },
        before: { firstDue, due, waitsFor },
        after: { firstDue: term.due, due: now, waitsFor: term.waitsFor },
      },
    ]);
  }
}

/** Duties end, and go on again, with the findings of a document that set them. */
export async function followEnding(by: By, documentId: string): Promise<void> {
  const ended = await dropEnded(by.trx, { documentId, today: dayOfMoment(by.at) });
  const resumed = await resumeEnded(by.trx, { documentId, today: dayOfMoment(by.at) });
  await recordStages(by, ended, 'end');
  await recordStages(by, resumed, 'resume');
}

async function recordStages(
  { trx, user, at, operation }: By,
  changes: readonly StageChange[],
  verb: string,
): Promise<void> {
  await recordActions(
    trx,
    changes.map(({ id, province, before, after }) => ({
      ...{ operation, at, userId: user.id, verb, documentId: null, reason: null },
      ...{ subjectKind: 'duty', subjectId: id, duty: { id, province } },
      ...{ before: { stage: before }, after: { stage: after } },
    })),
  );
}
