import { randomUUID } from 'node:crypto';
import type { ActionRecord } from '../registry/action.ts';
import { type DutyHats, hatsOf } from '../registry/duty-work.ts';
import type { Person } from '../registry/may.ts';
import { readStory, recordActions } from '../store/actions.ts';
import type { Db } from '../store/database.ts';
import { dutyAgencies } from '../store/duty-agencies.ts';
import { findReportedDuty, type ReportedDuty } from '../store/reported-duties.ts';
import { dayOfMoment } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';

/** One person at work on one duty, within one transaction. */
export type DutyWork = {
  trx: Db;
  person: Person;
  at: Date;
  operation: string;
  duty: ReportedDuty;
  hats: DutyHats;
};

type Options = {
  /** Nobody else changes the duty until this has ended. */
  hold?: boolean;
};

export function onDuty<T>(
  { db, clock }: Pick<App, 'db' | 'clock'>,
  person: Person,
  dutyId: string,
  act: (work: DutyWork) => Promise<T>,
  { hold = true }: Options = {},
): Promise<T> {
  return db.transaction().execute(async (trx) => {
    const duty = await findReportedDuty(trx, dutyId, { hold });
    if (!duty) throw new Refusal('notFound');
    const at = clock.now();
    const hats = hatsOf(person, await dutyAgencies(trx, dutyId, dayOfMoment(at)));
    return act({ trx, person, at, operation: randomUUID(), duty, hats });
  });
}

type Fields = Record<string, unknown> | null;
type Recorded = {
  verb: string;
  kind: 'duty' | 'progress' | 'evidence' | 'obstacle' | 'dueChange' | 'question';
  id: string;
  before?: Fields;
  after?: Fields;
  reason?: string | null | undefined;
};

/** Every step becomes a part of the duty's story. */
export async function recordWork(
  { trx, person, at, operation, duty }: DutyWork,
  { verb, kind, id, before = null, after = null, reason = null }: Recorded,
): Promise<void> {
  await recordActions(trx, [
    {
      ...{ operation, at, userId: person.user.id, verb, documentId: null, duty },
      ...{ subjectKind: kind, subjectId: id, before, after, reason },
    },
  ]);
}

/** Of two people on the same record the second is told who was first. */
export async function refuseStale(
  { version }: { version: number },
  seen: number,
  last: () => Promise<{ at: string; by: { name: string } } | undefined>,
): Promise<void> {
  if (version === seen) return;
  const changed = await last();
  throw new Refusal('changedMeanwhile', { version, ...(changed && { name: changed.by.name, at: changed.at }) });
}

/** Who changed a record last, and how. */
export async function lastDoneTo(
  { trx }: DutyWork,
  kind: Recorded['kind'],
  id: string,
): Promise<ActionRecord | undefined> {
  return (await readStory(trx, { subject: { kind, id } }, { limit: 1 }))[0];
}
