import type { User } from '../registry/may.ts';
import type { Rehearsal } from '../registry/rehearsal.ts';
import type { ReorganisationEvent } from '../registry/reorganisation.ts';
import type { Db } from '../store/database.ts';
import { type StoredReorganisation, updateReorganisation } from '../store/reorganisations.ts';
import {
  type AgenciesBefore,
  appliedActions,
  changeAgencies,
  giveBackAgencies,
  laterEvents,
  usersOf,
} from '../store/reorganised-agencies.ts';
import { dutiesGoneOn, giveBackDuties, giveBackPosts, peopleMovedOn } from '../store/reorganised-duties.ts';
import { earlierWaiting, endWork, giveBackWork, holdWork, makeWork, restingOn } from '../store/reorganised-work.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';
import { moveDuties } from './move-duties.ts';
import { getHeld, planOf, record, rehearse } from './reorganisations.ts';

/** What the officer saw in the rehearsal. */
type Seen = { version: number; ended: number; made: number };

/**
 * Carries an event out: bodies, names and open work change in one transaction, or nothing does. Carried out once more it
 * moves the work that came to the old bodies since.
 */
export async function confirmReorganisation(app: App, user: User, id: string, seen: Seen): Promise<Rehearsal> {
  await app.db.transaction().execute(async (trx) => {
    const stored = await getHeld(trx, id, seen.version);
    await holdWork(trx);
    const { standing, plan } = await planOf(trx, stored);
    if (plan.faults.length > 0) throw new Refusal('reorganisationFaulty', { count: plan.faults.length });
    if (plan.waiting > 0) throw new Refusal('reorganisationUndecided', { count: plan.waiting });
    if (plan.ended.length !== seen.ended || plan.made.length !== seen.made)
      throw new Refusal('reorganisationGrown', { seen: seen.ended, now: plan.ended.length });
    await refuseBeforeEarlier(trx, stored.event);
    const before = standing.known
      ? null
      : await changeAgencies(trx, { id, event: stored.event, ceasing: plan.ceasing });
    await endWork(trx, id, plan.ended);
    await makeWork(trx, id, plan.made);
    await moveDuties(trx, { id, event: stored.event, plan, at: app.clock.now() });
    await updateReorganisation(trx, stored, { state: 'applied' });
    const after = { ended: plan.ended.length, made: plan.made.length };
    await record(trx, user, id, { at: app.clock.now(), verb: 'apply', before: before && { agencies: before }, after });
  });
  return rehearse(app, id);
}

/** Work goes from hand to hand in the order of the days: what an earlier event still has to bring must come first. */
async function refuseBeforeEarlier(trx: Db, { moves, effectiveOn }: ReorganisationEvent): Promise<void> {
  const from = [...new Set(moves.map((move) => move.from))];
  const [first] = await earlierWaiting(trx, from, effectiveOn);
  if (first) throw new Refusal('reorganisationOutOfOrder', { name: first.title });
}

/** Gives back exactly what was before; refused, with what stands in the way, as soon as anything rests on the event. */
export async function undoReorganisation(
  app: App,
  user: User,
  id: string,
  { version, reason }: { version: number; reason?: string | undefined },
): Promise<Rehearsal> {
  await app.db.transaction().execute(async (trx) => {
    const stored = await getHeld(trx, id, version);
    const applied = await appliedActions(trx, id);
    if (stored.state !== 'applied') throw new Refusal('notPossibleNow');
    await holdWork(trx);
    const standing = await whatRestsOn(trx, stored);
    if (standing.length > 0) throw new Refusal('reorganisationRestedOn', { name: standing.slice(0, 5).join('; ') });
    await giveBackDuties(trx, id);
    await giveBackPosts(trx, id);
    const given = await giveBackWork(trx, id);
    const before = applied.find((action) => action.before !== null)?.before;
    if (before) await giveBackAgencies(trx, { id, event: stored.event }, before satisfies AgenciesBefore);
    await updateReorganisation(trx, stored, { state: 'planned' });
    const at = app.clock.now();
    for (const action of applied)
      await record(trx, user, id, { at, verb: 'undo', before: null, after: given, reason, undoes: action.id });
  });
  return rehearse(app, id);
}

/** Rows of work and, of an officer's own event, the bodies it made and named. Facts of the register stay in any case. */
async function whatRestsOn(trx: Db, { id, event, written }: StoredReorganisation): Promise<string[]> {
  const made = written ? event.newAgencies.map((agency) => agency.id) : [];
  const renamed = written ? event.moves.filter(({ kind, to }) => kind === 'rename' && to === null) : [];
  const found = [
    ...(await restingOn(trx, id)),
    ...(await dutiesGoneOn(trx, id)),
    ...(await peopleMovedOn(trx, id)),
    ...(await laterEvents(trx, id, [...made, ...renamed.map(({ from }) => from)])),
    ...(await usersOf(trx, made, id)),
  ];
  return [...new Set(found)];
}
