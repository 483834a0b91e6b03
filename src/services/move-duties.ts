import { movesOf } from '../registry/duty-moves.ts';
import { heirOfPeople, heirsIn, type ReorganisationEvent } from '../registry/reorganisation.ts';
import type { ReorganisationPlan } from '../registry/reorganisation-plan.ts';
import type { Db } from '../store/database.ts';
import {
  carryMove,
  dutiesOnRows,
  dutiesWithoutRows,
  endLeftPieces,
  followMoved,
  handTo,
  heirsOfRows,
  keepBefore,
  movePosts,
  partsOfAgencies,
  settleMoved,
} from '../store/reorganised-duties.ts';

type Carried = { id: string; event: ReorganisationEvent; plan: ReorganisationPlan; at: Date };

/** After the work itself: open duties, their pieces, and the people of agencies that are no more go where the work went. */
export async function moveDuties(trx: Db, { id, event, plan, at }: Carried): Promise<void> {
  const rowIds = plan.ended.map((row) => row.id);
  const duties = await dutiesOnRows(trx, rowIds);
  const heirs = await heirsOfRows(trx, id, rowIds);
  await keepBefore(
    trx,
    id,
    duties.map((duty) => duty.id),
    at,
  );
  for (const move of movesOf(duties, new Set(rowIds), heirs)) await carryMove(trx, id, move, at);
  const gone = plan.ceasing.map((agency) => agency.id);
  const heirsOf = (agencyId: string) => heirsIn(event, agencyId);
  for (const from of gone) {
    const to = heirOfPeople(event, from);
    if (to) await movePosts(trx, id, { from, to }, event.effectiveOn);
  }
  await moveParts(trx, { id, at }, gone, heirsOf);
  await moveRowless(trx, { id, at }, gone, heirsOf);
  await followMoved(trx, id, at);
  await endLeftPieces(trx, id, { agencyIds: gone, day: event.effectiveOn }, at);
  await settleMoved(trx, id);
}

/** A report that was not sent yet is the heir's to send, of several the first's, and so is what a stocktake gave; what was sent stays under whose it was. */
async function moveRowless(
  trx: Db,
  { id, at }: Pick<Carried, 'id' | 'at'>,
  gone: string[],
  heirsOf: (agencyId: string) => string[],
): Promise<void> {
  for (const duty of await dutiesWithoutRows(trx, gone)) {
    const [heir] = heirsOf(duty.agencyId);
    if (heir === undefined) continue;
    await keepBefore(trx, id, [duty.id], at);
    await handTo(trx, duty.id, heir);
  }
}

/** A part goes to the heir; of several to the one that has the whole now; where there is none, back to whoever handed it down. */
async function moveParts(
  trx: Db,
  { id, at }: Pick<Carried, 'id' | 'at'>,
  gone: string[],
  heirsOf: (agencyId: string) => string[],
): Promise<void> {
  for (const part of await partsOfAgencies(trx, gone)) {
    const heirs = heirsOf(part.agencyId);
    const heir = heirs.includes(part.parentAgencyId) ? part.parentAgencyId : (heirs[0] ?? part.parentAgencyId);
    await keepBefore(trx, id, [part.id], at);
    await handTo(trx, part.id, heir);
  }
}
