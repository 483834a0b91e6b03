import type { Updateable } from 'kysely';
import type { Person } from '../registry/may.ts';
import type { NoticeDetails, NoticeKind } from '../registry/notice.ts';
import { recordActions } from '../store/actions.ts';
import type { Db } from '../store/database.ts';
import { dutyAgencies } from '../store/duty-agencies.ts';
import { type HeldDuty, holdDuty, updateDuty } from '../store/held-duties.ts';
import { agencyNamesOn } from '../store/names.ts';
import type { Recipient } from '../store/recipients.ts';
import type { LaidDuty } from '../store/reported-duties.ts';
import type { WorkTables } from '../store/work-tables.ts';
import { notify } from './notify.ts';
import type { WorkDay } from './work-day.ts';

/** What every step on a duty does beside its own: it is stored, recorded, and told. */

/** Somebody at work on a duty, within one transaction. */
export type OnDuty = {
  trx: Db;
  person: Person;
  at: Date;
  operation: string;
  day: WorkDay;
  duty: HeldDuty;
  /** What it is called where people are told of it. */
  what: string;
};

type Fields = Updateable<WorkTables['duty']>;
type Snapshot = Record<string, unknown> | null;

/** Names of the columns as the record has them. */
const fieldName = (column: string): string => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const named = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([column, value]) => [fieldName(column), value]));

/** Changes the duty and records the fields before and after. */
export async function changeDuty(
  work: OnDuty,
  verb: string,
  fields: Fields,
  reason: string | null = null,
): Promise<void> {
  const held: Record<string, unknown> = { ...work.duty };
  await updateDuty(work.trx, work.duty.id, fields);
  const before = Object.fromEntries(Object.keys(fields).map((column) => [column, held[column] ?? null]));
  await recordOnDuty(work, work.duty, { verb, before: named(before), after: named(fields), reason });
}

export async function recordOnDuty(
  { trx, person, at, operation }: OnDuty,
  { id, province }: LaidDuty,
  { verb, before, after, reason = null }: { verb: string; before: Snapshot; after: Snapshot; reason?: string | null },
): Promise<void> {
  await recordActions(trx, [
    {
      ...{ operation, at, userId: person.user.id, verb, documentId: null, duty: { id, province } },
      ...{ subjectKind: 'duty', subjectId: id, before, after, reason },
    },
  ]);
}

/** Tells people of the duty, or of another one. */
export async function tellOfDuty(
  { trx, person, at, duty, what, day }: OnDuty,
  kind: NoticeKind,
  to: Recipient[],
  details: NoticeDetails & { dutyId?: string } = {},
): Promise<void> {
  const { dutyId = duty.id, ...more } = details;
  const names = await agencyNamesOn(trx, [duty.agency_id], day.today);
  const agency = names.get(duty.agency_id) ?? duty.agency_id;
  await notify(trx, { by: person.user, at }, [
    { kind, to, dutyId, details: { what, agency, by: person.user.name, ...more } },
  ]);
}

export const peopleOf = (agencyId: string): Recipient => ({ agencyId, roles: ['head', 'officer'] });

/** Whoever decides on a duty: of a part the agency that handed it down, of what a document gave the coordinators. */
export async function decidersOf({ trx, duty, day }: OnDuty): Promise<Recipient[]> {
  const parent = duty.parent_id === null ? undefined : await holdDuty(trx, duty.parent_id);
  if (parent) return [peopleOf(parent.agency_id)];
  const { coordinating } = await dutyAgencies(trx, duty.id, day.today);
  return [...new Set(coordinating)].map((agencyId) => ({ agencyId, roles: ['coordinator'] }));
}
