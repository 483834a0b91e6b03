import { randomUUID } from 'node:crypto';
import type { Agency } from '../registry/agency.ts';
import type { MembersContext } from '../registry/group-members.ts';
import { may, type Person, type User } from '../registry/may.ts';
import { owes } from '../registry/outline.ts';
import { placeNames } from '../registry/place-names.ts';
import { daysOfRound, isRegimeInForce } from '../registry/regime.ts';
import type { RoundPage } from '../registry/round.ts';
import { inForce } from '../registry/validity.ts';
import { addWorkingDays, type WorkingCalendar } from '../registry/working-days.ts';
import { type NewAction, recordActions } from '../store/actions.ts';
import { agenciesByIds, findAgency } from '../store/agencies.ts';
import { listAgencyGroups } from '../store/agency-groups.ts';
import { agenciesAbove } from '../store/agency-reach.ts';
import { announce } from '../store/announcements.ts';
import { agenciesWithCells, agenciesWithDuties, type CellsAsked, insertCells } from '../store/asked-cells.ts';
import { loadCalendar } from '../store/calendar.ts';
import type { Db } from '../store/database.ts';
import { listPlaces } from '../store/places.ts';
import { findRegime, type StoredRegime } from '../store/regimes.ts';
import { insertRound } from '../store/rounds.ts';
import { insertSubmissions, type MadeSubmission, type NewSubmission } from '../store/submissions.ts';
import { lastMonthOf, type PeriodCode, parsePeriod } from '../values/period.ts';
import { periodWords } from '../values/period-words.ts';
import { dayOfMoment, type PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';
import { peopleOf } from './duty-changes.ts';
import { membersIn } from './group-members.ts';
import { type News, notify } from './notify.ts';
import { regimeOn } from './regime-today.ts';
import { getRound } from './rounds.ts';

type Opening = { regimeId: string; period: PeriodCode };

/** A round by hand. */
export async function openRound(app: App, person: Person, opening: Opening): Promise<RoundPage> {
  const id = await app.db.transaction().execute(async (trx) => {
    const regime = await findRegime(trx, opening.regimeId, { hold: true });
    if (!regime) throw new Refusal('notFound');
    if (!(await mayOpenFor(trx, person, regime.receiverId))) throw new Refusal('notAllowed');
    const { closing, every, calendar } = regime;
    if (parsePeriod(opening.period)?.kind !== every) throw new Refusal('invalidInput', { field: 'period' });
    const { to } = daysOfRound({ calendar, closing }, opening.period);
    if (!isRegimeInForce(regime, to)) throw new Refusal('regimeNotInForce');
    return makeRound(trx, regime, opening.period, { by: person.user, at: app.clock.now() });
  });
  return getRound(app, person, id);
}

/** Rounds are the business of whoever coordinates for the agency that receives their reports. */
export const mayOpenFor = async (db: Db, person: Person, receiverId: string): Promise<boolean> =>
  may(person, 'openRounds', { agencyAndAbove: await agenciesAbove(db, receiverId) });

/** Its submissions, their duties, and the figures that each is asked for. @param by null: it opens by itself */
export async function makeRound(
  trx: Db,
  stored: StoredRegime,
  period: PeriodCode,
  { by, at }: { by: User | null; at: Date },
): Promise<string> {
  const day = dayOfMoment(at);
  const regime = await regimeOn(trx, stored, day);
  const { from, to } = daysOfRound(regime, period);
  const title = `${regime.name} ${periodWords(period)}`;
  const cells: CellsAsked = {
    lines: regime.lines,
    targets: regime.content === 'text' ? null : regime.asks.targets,
    ...{ year: lastMonthOf(period).year, day },
  };
  const asked = await whoIsAsked(trx, regime, cells, { to, calendar: await loadCalendar(trx) });
  if (asked.length === 0) throw new Refusal('roundAsksNobody');
  const id = await insertRound(trx, regime, { period, from, to, title, openedBy: by?.id ?? null, at });
  if (id === null) throw new Refusal('roundThere');
  const made = await insertSubmissions(trx, { id, title, period, from }, asked, at);
  if (regime.content !== 'text') await insertCells(trx, cells, made);
  await record(trx, { id, period, title, regimeId: regime.id }, made, { by, at });
  await announce(trx, { kind: 'round', by: by?.id ?? null, roundId: id, submissionId: null, what: 'opened' });
  await notify(
    trx,
    { by, at },
    made.map(
      ({ agencyId, dutyId, due }): News => ({
        kind: 'reportAsked',
        to: [peopleOf(agencyId)],
        dutyId,
        details: { what: title, due },
      }),
    ),
  );
  return id;
}

/** Each agency that something is asked of, by when. Agencies that nothing concerns owe nothing. */
async function whoIsAsked(
  trx: Db,
  regime: StoredRegime,
  cells: CellsAsked,
  { to, calendar }: { to: PlainDate; calendar: WorkingCalendar },
): Promise<NewSubmission[]> {
  const members = await membersOn(trx, regime, cells.day);
  const reporters = await reportersOf(trx, regime, members, cells.day);
  const ids = reporters.map((one) => one.id);
  const withCells = regime.content === 'text' ? new Set<string>() : await agenciesWithCells(trx, cells, ids);
  const withDuties = regime.asks.duties ? await agenciesWithDuties(trx, ids) : new Set<string>();
  const outline = regime.content === 'figures' ? [] : regime.outline;
  const due = (tier: Agency['tier']) =>
    addWorkingDays(calendar, to, regime.deadlines[tier] ?? Math.max(1, ...Object.values(regime.deadlines)));
  const memberIds = (group: string) => members.get(group)?.map(({ id }) => id) ?? [];
  return reporters.flatMap((agency): NewSubmission[] => {
    const sections = outline.filter(({ owners }) => owes(owners, agency.id, memberIds)).map(({ key }) => key);
    const concerned = withCells.has(agency.id) || withDuties.has(agency.id) || sections.length > 0;
    return concerned ? [{ agencyId: agency.id, due: due(agency.tier), sections }] : [];
  });
}

type Members = ReadonlyMap<string, readonly Agency[]>;

/** Who belongs to the groups that a regime names, in the place of its receiver. */
async function membersOn(trx: Db, regime: StoredRegime, day: PlainDate): Promise<Members> {
  const named = new Set([
    ...regime.reporters.flatMap((one) => ('groupId' in one ? [one.groupId] : [])),
    ...regime.outline.flatMap(({ owners }) => ('groups' in owners ? owners.groups : [])),
  ]);
  if (named.size === 0) return new Map();
  const places = await listPlaces(trx);
  const placeId = (await findAgency(trx, regime.receiverId))?.placeId ?? null;
  const place = places.find(({ id }) => id === placeId) ?? null;
  const context: MembersContext = { day, names: placeNames(places, day), place };
  const groups = (await listAgencyGroups(trx)).filter(({ id }) => named.has(id));
  const members = new Map<string, readonly Agency[]>();
  for (const group of groups) members.set(group.id, await membersIn(trx, group, context));
  return members;
}

/** Each once, and only those that are there on the day. */
async function reportersOf(trx: Db, { reporters }: StoredRegime, members: Members, day: PlainDate): Promise<Agency[]> {
  const named = await agenciesByIds(
    trx,
    reporters.flatMap((one) => ('agencyId' in one ? [one.agencyId] : [])),
  );
  const all = [...named, ...reporters.flatMap((one) => ('groupId' in one ? (members.get(one.groupId) ?? []) : []))];
  return [...new Map(all.filter((one) => inForce(one, day)).map((one) => [one.id, one])).values()];
}

type Opened = { id: string; regimeId: string; period: PeriodCode; title: string };

/** What opened by itself is nobody's deed. */
async function record(
  trx: Db,
  { id, ...round }: Opened,
  made: readonly MadeSubmission[],
  { by, at }: { by: User | null; at: Date },
): Promise<void> {
  if (by === null) return;
  const deed = { operation: randomUUID(), at, userId: by.id, documentId: null, reason: null, before: null };
  await recordActions(trx, [
    { ...deed, verb: 'openRound', subjectKind: 'round', subjectId: id, after: { ...round, agencies: made.length } },
    ...made.map(
      ({ dutyId, province, agencyId, due }): NewAction => ({
        ...{ ...deed, verb: 'give', subjectKind: 'duty', subjectId: dutyId, duty: { id: dutyId, province } },
        after: { agencyId, roundId: id, due },
      }),
    ),
  ]);
}
