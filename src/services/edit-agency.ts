import { randomUUID } from 'node:crypto';
import type { Agency } from '../registry/agency.ts';
import { type AgencyFields, agencyFaulty, agencyFieldsOf, type NewAgencyFields } from '../registry/agency-edit.ts';
import type { User } from '../registry/may.ts';
import { readStory, recordActions } from '../store/actions.ts';
import { findAgency, lockAgency, putAgency } from '../store/agencies.ts';
import type { Db } from '../store/database.ts';
import { listPlaces } from '../store/places.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';
import { matchAgenciesLater } from './match-stored-agencies.ts';

/** Names, days, contact of an agency as an officer says them. */
export function changeAgency(
  { db, clock }: App,
  user: User,
  id: string,
  { fields, version, reason }: { fields: AgencyFields; version: number; reason?: string | undefined },
): Promise<Agency> {
  if (agencyFaulty(fields)) throw new Refusal('agencyNamesFaulty');
  return db.transaction().execute(async (trx) => {
    const before = await lockAgency(trx, id);
    if (!before) throw new Refusal('notFound');
    if (before.version !== version) throw await changedMeanwhile(trx, id);
    const after: Agency = { ...before, ...fields, version: version + 1 };
    await putAgency(trx, after);
    if (foundBy(before) !== foundBy(after)) await matchAgenciesLater(trx);
    await record(trx, user, {
      at: clock.now(),
      verb: 'changeAgency',
      id,
      before: agencyFieldsOf(before),
      after: fields,
      reason: reason ?? null,
    });
    return after;
  });
}

/** By what a document's name is looked for. */
const foundBy = ({ names, validFrom, validUntil }: AgencyFields): string =>
  JSON.stringify({ names, validFrom, validUntil });

async function changedMeanwhile(trx: Db, id: string): Promise<Refusal> {
  const [last] = await readStory(trx, { subject: { kind: 'agency', id } }, { limit: 1 });
  return new Refusal('changedMeanwhile', { ...(last && { name: last.by.name, at: last.at }) });
}

export function addAgency(
  { db, clock }: App,
  user: User,
  { fields, reason }: { fields: NewAgencyFields; reason?: string | undefined },
): Promise<Agency> {
  if (agencyFaulty(fields)) throw new Refusal('agencyNamesFaulty');
  return db.transaction().execute(async (trx) => {
    const place = fields.placeId === null ? null : (await listPlaces(trx)).find(({ id }) => id === fields.placeId);
    if (place === undefined || (place?.tier ?? 'national') !== fields.tier)
      throw new Refusal('invalidInput', { field: 'placeId' });
    if (fields.parentId !== null && !(await findAgency(trx, fields.parentId)))
      throw new Refusal('invalidInput', { field: 'parentId' });
    // Above 1: what an officer says stays when the delivered register changes.
    const agency: Agency = { ...fields, id: randomUUID(), profile: null, source: user.name, version: 2 };
    await putAgency(trx, agency);
    await matchAgenciesLater(trx);
    await record(trx, user, {
      at: clock.now(),
      verb: 'addAgency',
      id: agency.id,
      before: null,
      after: fields,
      reason: reason ?? null,
    });
    return agency;
  });
}

type Recorded = {
  at: Date;
  verb: string;
  id: string;
  before: AgencyFields | null;
  after: AgencyFields;
  reason: string | null;
};

const record = (trx: Db, user: User, { id, ...recorded }: Recorded): Promise<void> =>
  recordActions(trx, [
    {
      operation: randomUUID(),
      userId: user.id,
      documentId: null,
      subjectKind: 'agency',
      subjectId: id,
      ...recorded,
    },
  ]);
