import { randomUUID } from 'node:crypto';
import { may, type Person } from '../registry/may.ts';
import type { RegimeFields, RegimeLine, RegimeRecord, RegimeSummary } from '../registry/regime.ts';
import { faultsOfLines } from '../registry/regime-lines.ts';
import { readStory, recordActions } from '../store/actions.ts';
import { agenciesAbove } from '../store/agency-reach.ts';
import type { Db } from '../store/database.ts';
import { indicatorsByIds } from '../store/indicators.ts';
import { agencyNamesOn, groupNames, indicatorNames, unknownIds } from '../store/names.ts';
import { findRegime, insertRegime, listRegimes as list, type StoredRegime, updateRegime } from '../store/regimes.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { type App, inOneTransaction } from './app.ts';
import { today } from './clock.ts';

export const listRegimes = async ({ db, clock }: App): Promise<{ regimes: RegimeSummary[] }> => ({
  regimes: await list(db, today(clock)),
});

export const getRegime = (app: App, id: string): Promise<RegimeRecord> =>
  inOneTransaction(app, async ({ db, clock }) => {
    const regime = await findRegime(db, id);
    if (!regime) throw new Refusal('notFound');
    return { ...regime, names: await namesIn(db, regime, today(clock)) };
  });

export async function addRegime(app: App, person: Person, fields: RegimeFields): Promise<RegimeRecord> {
  const id = await app.db.transaction().execute(async (trx) => {
    await refuseFaulty(trx, person, fields);
    const made = await insertRegime(trx, fields);
    await record(trx, person, made, { at: app.clock.now(), verb: 'addRegime', before: null, after: fields });
    return made;
  });
  return getRegime(app, id);
}

type Change = { version: number; fields: RegimeFields };

/** Rounds that are open ask on for what they asked when they opened. */
export async function changeRegime(app: App, person: Person, id: string, change: Change): Promise<RegimeRecord> {
  await app.db.transaction().execute(async (trx) => {
    const stored = await findRegime(trx, id, { hold: true });
    if (!stored) throw new Refusal('notFound');
    await refuseOthers(trx, person, stored.receiverId);
    if (stored.version !== change.version) {
      const [last] = await readStory(trx, { subject: { kind: 'regime', id } }, { limit: 1 });
      throw new Refusal('changedMeanwhile', { ...(last && { name: last.by.name, at: last.at }) });
    }
    await refuseFaulty(trx, person, change.fields);
    await updateRegime(trx, id, change.fields);
    const { before, after } = changesIn(stored, change.fields);
    await record(trx, person, id, { at: app.clock.now(), verb: 'changeRegime', before, after });
  });
  return getRegime(app, id);
}

type Fields = Record<string, unknown>;

/** Of both only the fields that differ. */
function changesIn(stored: StoredRegime, fields: RegimeFields): { before: Fields; after: Fields } {
  const held: Fields = { ...stored };
  const changed = Object.entries(fields).filter(
    ([name, value]) => JSON.stringify(held[name]) !== JSON.stringify(value),
  );
  return {
    before: Object.fromEntries(changed.map(([name]) => [name, held[name]])),
    after: Object.fromEntries(changed),
  };
}

export async function refuseOthers(trx: Db, person: Person, receiverId: string): Promise<void> {
  if (!may(person, 'changeRegimes', { agencyAndAbove: await agenciesAbove(trx, receiverId) }))
    throw new Refusal('notAllowed');
}

async function refuseFaulty(trx: Db, person: Person, fields: RegimeFields): Promise<void> {
  const { agencies, groups } = mentionedIn(fields);
  const unknown = [...(await unknownIds(trx, 'agency', agencies)), ...(await unknownIds(trx, 'agency_group', groups))];
  if (unknown.length > 0) throw new Refusal('regimeFaulty', { fault: 'unknown', name: unknown[0] ?? '' });
  await refuseFaultyLines(trx, fields.lines);
  const known = await groupNames(trx);
  const chosen = groups.map((id) => known.get(id)).find((group) => group?.chosenByOfficer);
  if (chosen) throw new Refusal('regimeFaulty', { fault: 'groupChosen', name: chosen.name });
  await refuseOthers(trx, person, fields.receiverId);
}

/** The first that cannot stand, by its number. */
async function refuseFaultyLines(trx: Db, lines: readonly RegimeLine[]): Promise<void> {
  const ids = lines.map(({ indicatorId }) => indicatorId);
  const indicators = new Map((await indicatorsByIds(trx, ids)).map((one) => [one.id, one]));
  const faults = faultsOfLines(lines, (id) => indicators.get(id));
  const at = faults.findIndex((fault) => fault !== null);
  const [fault, id = ''] = [faults[at], ids[at]];
  if (fault) throw new Refusal('regimeFaulty', { ...fault, line: at + 1, name: indicators.get(id)?.name ?? id });
}

function mentionedIn({ receiverId, reporters, outline, lines }: RegimeFields) {
  const owners = outline.flatMap((section) => ('all' in section.owners ? [] : [section.owners]));
  const agencies = [
    receiverId,
    ...reporters.flatMap((one) => ('agencyId' in one ? [one.agencyId] : [])),
    ...owners.flatMap((one) => one.agencies),
    ...lines.flatMap(({ agencyId }) => agencyId ?? []),
  ];
  const groups = [
    ...reporters.flatMap((one) => ('groupId' in one ? [one.groupId] : [])),
    ...owners.flatMap((one) => one.groups),
  ];
  return {
    agencies: [...new Set(agencies)],
    groups: [...new Set(groups)],
    indicators: [...new Set(lines.map(({ indicatorId }) => indicatorId))],
  };
}

async function namesIn(db: Db, regime: RegimeFields, day: PlainDate): Promise<Record<string, string>> {
  const { agencies, groups, indicators } = mentionedIn(regime);
  const known = await groupNames(db);
  return Object.fromEntries([
    ...(await agencyNamesOn(db, agencies, day)),
    ...(await indicatorNames(db, indicators)),
    ...groups.map((id) => [id, known.get(id)?.name ?? id]),
  ]);
}

type Recorded = { at: Date; verb: string; before: Fields | null; after: Fields };

async function record(trx: Db, { user }: Person, id: string, { at, ...deed }: Recorded): Promise<void> {
  await recordActions(trx, [
    {
      ...{ operation: randomUUID(), at, userId: user.id, documentId: null, reason: null },
      ...{ subjectKind: 'regime', subjectId: id, ...deed },
    },
  ]);
}
