import { randomUUID } from 'node:crypto';
import { type Assignment, itemKey } from '../registry/assignment.ts';
import type { User } from '../registry/may.ts';
import { type Flow, movementOf, type Rehearsal, type RehearsedChoice, rehearsedChoice } from '../registry/rehearsal.ts';
import {
  completed,
  type Decision,
  type HeirChoice,
  heirOfPeople,
  type ReorganisationEvent,
  type Standing,
  type WrittenEvent,
  withOwnIds,
} from '../registry/reorganisation.ts';
import { planReorganisation, type ReorganisationPlan } from '../registry/reorganisation-plan.ts';
import { recordActions } from '../store/actions.ts';
import type { Db } from '../store/database.ts';
import { agencyNamesOn } from '../store/names.ts';
import {
  deleteReorganisation,
  findReorganisation,
  insertReorganisation,
  listReorganisations as list,
  predecessors,
  type ReorganisationSummary,
  type StoredReorganisation,
  standingAgencies,
  updateReorganisation,
} from '../store/reorganisations.ts';
import { countAlong } from '../store/reorganised-duties.ts';
import {
  countWaiting,
  madeBy,
  type OrphanedWork,
  orphanedWork,
  rowsById,
  textsOf,
  workOf,
} from '../store/reorganised-work.ts';
import { dayBefore } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';

/** An event is written and rehearsed here; nothing of the register changes. Confirming is carry-out-reorganisation.ts. */

type Waiting = { waiting: number };

export async function listReorganisations({
  db,
}: App): Promise<{ reorganisations: (ReorganisationSummary & Waiting)[]; orphans: OrphanedWork[] }> {
  const [events, waiting, orphans] = await Promise.all([list(db), countWaiting(db), orphanedWork(db)]);
  return { reorganisations: events.map((event) => ({ ...event, waiting: waiting.get(event.id) ?? 0 })), orphans };
}

/** An officer's words as the register needs them. */
async function asEvent(db: Db, written: WrittenEvent, id: string): Promise<ReorganisationEvent> {
  const known = await predecessors(
    db,
    written.moves.map(({ from }) => from),
  );
  const event = completed(written, (agencyId) => known.get(agencyId));
  if (!event) throw new Refusal('reorganisationWithoutOrigin');
  return withOwnIds(event, id);
}

export async function planNewReorganisation(app: App, user: User, event: WrittenEvent): Promise<Rehearsal> {
  const id = randomUUID();
  const own = await asEvent(app.db, event, id);
  await app.db.transaction().execute(async (trx) => {
    await insertReorganisation(trx, id, own);
    await record(trx, user, id, { at: app.clock.now(), verb: 'plan', before: null, after: { event: own } });
  });
  return rehearse(app, id);
}

type Change = { version: number; event?: WrittenEvent | undefined; decisions?: Decision[] | undefined };

/** An officer's own event can be rewritten until it is confirmed; decisions replace earlier ones about the same rows. */
export async function changeReorganisation(app: App, user: User, id: string, change: Change): Promise<Rehearsal> {
  await app.db.transaction().execute(async (trx) => {
    const stored = await getHeld(trx, id, change.version);
    const event = change.event && (await asEvent(trx, change.event, id));
    if (event && (!stored.written || stored.state === 'applied')) throw new Refusal('notPossibleNow');
    const decided = new Set(change.decisions?.map(({ assignmentId }) => assignmentId));
    const decisions = [
      ...stored.decisions.filter(({ assignmentId }) => !decided.has(assignmentId)),
      ...(change.decisions ?? []),
    ];
    await updateReorganisation(trx, stored, { ...(event && { event }), decisions });
    const before = { ...(event && { event: stored.event }), ...(change.decisions && { decisions: stored.decisions }) };
    await record(trx, user, id, {
      at: app.clock.now(),
      verb: event ? 'change' : 'decide',
      before,
      after: { ...(event && { event }), ...(change.decisions && { decisions: change.decisions }) },
    });
  });
  return rehearse(app, id);
}

export async function removeReorganisation(app: App, user: User, id: string, version: number): Promise<void> {
  await app.db.transaction().execute(async (trx) => {
    const stored = await getHeld(trx, id, version);
    if (!stored.written || stored.state === 'applied') throw new Refusal('notPossibleNow');
    await deleteReorganisation(trx, id);
    await record(trx, user, id, { at: app.clock.now(), verb: 'remove', before: { event: stored.event }, after: null });
  });
}

/** Shows everything the event would move now, and what it has moved; stores nothing. */
export async function rehearse({ db }: App, id: string): Promise<Rehearsal> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const stored = await findReorganisation(trx, id);
      if (!stored) throw new Refusal('notFound');
      return rehearsalOf(trx, stored);
    });
}

/** @returns the event, held by this transaction, as the officer saw it */
export async function getHeld(trx: Db, id: string, version: number): Promise<StoredReorganisation> {
  const stored = await findReorganisation(trx, id, { hold: true });
  if (!stored) throw new Refusal('notFound');
  if (stored.version !== version) throw new Refusal('changedMeanwhile');
  return stored;
}

export async function record(
  trx: Db,
  user: User,
  id: string,
  { at, verb, before, after, reason, undoes }: Recorded,
): Promise<void> {
  await recordActions(trx, [
    {
      at,
      userId: user.id,
      operation: randomUUID(),
      verb,
      documentId: null,
      subjectKind: 'reorganisation',
      subjectId: id,
      reason: reason ?? null,
      before,
      after,
      ...(undoes !== undefined && { undoes }),
    },
  ]);
}

type Fields = Record<string, unknown> | null;
type Recorded = {
  at: Date;
  verb: string;
  before: Fields;
  after: Fields;
  reason?: string | undefined;
  undoes?: number;
};

/** What the register looks like to the event, and what the event does to it. */
export async function planOf(
  db: Db,
  { event, state, written, decisions }: StoredReorganisation,
): Promise<{ standing: Standing; plan: ReorganisationPlan }> {
  const decided = decisions.flatMap(({ heirs }) => heirs.map(({ agencyId }) => agencyId));
  const from = [...new Set(event.moves.map((move) => move.from))];
  const ids = [...from, ...event.moves.flatMap(({ to }) => to ?? []), ...decided];
  const standing = {
    agencies: await standingAgencies(
      db,
      [...new Set(ids)],
      event.newAgencies.map(({ name }) => name),
    ),
    rows: await workOf(db, from, event.effectiveOn),
    known: written === null || state === 'applied',
  };
  return { standing, plan: planReorganisation(event, standing, decisions) };
}

/** More rows than anybody reads on a page; the numbers count all. */
const mostMoved = 3000;

async function rehearsalOf(db: Db, stored: StoredReorganisation): Promise<Rehearsal> {
  const { id, state, version, event, written } = stored;
  const { standing, plan } = await planOf(db, stored);
  const done = await madeBy(db, id);
  const origins = await rowsById(
    db,
    done.flatMap((row) => row.origins),
  );
  const rows = new Map([...origins, ...standing.rows].map((row) => [row.id, row]));
  const { moved, flows, counts } = movementOf(plan, done, rows);
  const shown = moved.slice(0, mostMoved);
  const wanted = new Set([...shown.map(({ work }) => work), ...plan.choices.map(({ row }) => itemKey(row))]);
  const texts = await textsOf(
    db,
    [...rows.values()].filter((row) => wanted.has(itemKey(row))),
  );
  const works = new Map(texts.map((text) => [itemKey(text), text]));
  const sameWork = Map.groupBy(standing.rows, itemKey);
  const landHeirs = heirsOfPlaces(event, standing);
  const profiles = new Map(standing.agencies.map((agency) => [agency.id, agency.profile]));
  const choices = inOrder(plan, [...works.keys()]).map((choice) => {
    const key = itemKey(choice.row);
    return rehearsedChoice(choice, {
      work: works.get(key),
      profileOf: (agencyId) => profiles.get(agencyId) ?? null,
      sameWork: sameWork.get(key) ?? [],
      landHeirs: landHeirs(choice.row.agencyId),
    });
  });
  return {
    ...{ id, state, version, own: written !== null },
    event: written ?? { ...event, moves: [] },
    names: await namesFor(db, event, [...(written ? allIn(event) : []), ...spokenOf(plan, flows, choices)]),
    ceasing: plan.ceasing.map((agency) => agency.id),
    faults: plan.faults,
    ...{ counts, flows },
    along: await countAlong(db, {
      rowIds: plan.ended.map((row) => row.id),
      ceasing: plan.ceasing.map((agency) => agency.id),
      moving: plan.ceasing.flatMap(({ id: from }) => (heirOfPeople(event, from) ? [from] : [])),
      day: event.effectiveOn,
    }),
    options: Object.fromEntries(plan.choices.map(({ row, options }) => [row.agencyId, options])),
    choices,
    moved: shown,
    movedLeftOut: moved.length - shown.length,
    works: Object.fromEntries(works),
  };
}

/** As the documents go. */
function inOrder({ choices }: ReorganisationPlan, keys: string[]): ReorganisationPlan['choices'] {
  const place = new Map(keys.map((key, at) => [key, at]));
  const placeOf = (row: Assignment): number => place.get(itemKey(row)) ?? keys.length;
  return choices.toSorted((a, b) => placeOf(a.row) - placeOf(b.row) || a.row.id - b.row.id);
}

const allIn = ({ moves }: ReorganisationEvent): string[] => moves.flatMap(({ from, to }) => [from, to ?? []].flat());

const spokenOf = ({ choices, faults }: ReorganisationPlan, flows: Flow[], asked: RehearsedChoice[]): string[] => [
  ...flows.flatMap(({ from, to }) => [from, to ?? []].flat()),
  ...faults.flatMap(({ agencyId }) => agencyId ?? []),
  ...choices.flatMap(({ row, options }) => [row.agencyId, ...options.map((heir) => heir.agencyId)]),
  ...asked.flatMap(({ heirs, suggestion }) =>
    [...(heirs ?? []), ...(suggestion?.heirs ?? [])].map((heir) => heir.agencyId),
  ),
];

/** Who takes over a body's land: a body that ends with nobody named leaves its work to them. */
function heirsOfPlaces({ moves }: ReorganisationEvent, { agencies }: Standing): (agencyId: string) => HeirChoice[] {
  const byId = new Map(agencies.map((agency) => [agency.id, agency]));
  const placeOf = (agencyId: string): string | null => byId.get(agencyId)?.placeId ?? null;
  const byPlace = Map.groupBy(
    moves.filter(({ from, to }) => to !== null && placeOf(from) !== placeOf(to)),
    ({ from }) => placeOf(from),
  );
  return (agencyId) => {
    const place = placeOf(agencyId);
    const heirs = place === null ? [] : (byPlace.get(place) ?? []).flatMap(({ to }) => to ?? []);
    return [...new Set(heirs)].map((heir) => ({ agencyId: heir, field: null }));
  };
}

async function namesFor(
  db: Db,
  { newAgencies, moves, effectiveOn }: ReorganisationEvent,
  ids: string[],
): Promise<Record<string, string>> {
  const heirs = new Set(moves.flatMap(({ to }) => to ?? []));
  const [before, after] = await Promise.all([
    agencyNamesOn(db, ids, dayBefore(effectiveOn)),
    agencyNamesOn(
      db,
      ids.filter((id) => heirs.has(id)),
      effectiveOn,
    ),
  ]);
  return Object.fromEntries([...newAgencies.map(({ id, name }) => [id, name] as const), ...before, ...after]);
}
