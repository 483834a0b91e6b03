import { dayBefore } from '../values/plain-date.ts';
import { agencyKey } from './agency.ts';
import {
  existsOn,
  type Fault,
  type Move,
  type ReorganisationEvent,
  type Standing,
  type StandingAgency,
} from './reorganisation.ts';

/** What speaks against an event before any work is looked at. */
export function eventFaults(event: ReorganisationEvent, standing: Standing): Fault[] {
  if (!standing.known && event.moves.length === 0 && event.newAgencies.length === 0) return [{ code: 'nothing' }];
  const bodies: Bodies = new Map(standing.agencies.map((agency) => [agency.id, agency]));
  const moveFaults = event.moves.flatMap((move, at) =>
    faultsOf(move, event, bodies, standing.known).map((fault): Fault => ({ ...fault, move: at })),
  );
  // What the register knows already was written with its sources; only what an officer writes is compared with itself.
  if (standing.known) return moveFaults;
  const chained = chains(event, ceasing(event, standing));
  return [...moveFaults, ...chained, ...repeated(event.moves), ...twoEnds(event.moves), ...takenNames(event, standing)];
}

type Bodies = Map<string, StandingAgency>;

function faultsOf(move: Move, event: ReorganisationEvent, bodies: Bodies, known: boolean): Fault[] {
  const { from, to, kind } = move;
  const faults: Fault[] = [];
  const eve = dayBefore(event.effectiveOn);
  const body = bodies.get(from);
  // It must be there on the eve: what begins on the day itself has nothing yet that could move.
  if (!body) faults.push({ code: 'agencyUnknown', agencyId: from });
  else if (!existsOn(body, eve)) faults.push({ code: 'agencyNotThen', agencyId: from });
  if (to === from) faults.push({ code: 'toItself', agencyId: from });
  if (to !== null && !event.newAgencies.some(({ id }) => id === to)) {
    const heir = bodies.get(to);
    if (!heir) faults.push({ code: 'agencyUnknown', agencyId: to });
    // On one day offices were merged, and their province with others: the work takes both steps.
    else if (!existsOn(heir, event.effectiveOn) && !(known && existsOn(heir, eve)))
      faults.push({ code: 'heirNotThen', agencyId: to });
  }
  if (known || to !== null) return faults;
  if (kind !== 'abolish' && kind !== 'rename') faults.push({ code: 'heirMissing', agencyId: from });
  if (kind === 'rename' && move.name === null) faults.push({ code: 'nameMissing', agencyId: from });
  return faults;
}

function repeated(moves: Move[]): Fault[] {
  const seen = new Set<string>();
  return moves.flatMap(({ from, to, field }, at): Fault[] => {
    const key = JSON.stringify([from, to, field]);
    if (seen.has(key)) return [{ code: 'sameMoveTwice', agencyId: from, move: at }];
    seen.add(key);
    return [];
  });
}

/** Whether the move ends the body it starts from. A body that was renamed in place, or only hands a field over, goes on. */
const ends = ({ kind, to }: Move): boolean =>
  kind === 'merge' || kind === 'split' || kind === 'abolish' || (kind === 'rename' && to !== null);

/** The bodies that are no more from the event's day. */
export function ceasing({ moves, effectiveOn }: ReorganisationEvent, { agencies, known }: Standing): Set<string> {
  const gone = new Set(
    agencies.filter(({ validUntil }) => validUntil !== null && validUntil <= effectiveOn).map(({ id }) => id),
  );
  return new Set(moves.filter((move) => (known ? gone.has(move.from) : ends(move))).map(({ from }) => from));
}

/** Work goes one step in one event: who receives it must not end in it. */
function chains({ moves }: ReorganisationEvent, gone: Set<string>): Fault[] {
  const heirs = new Map<string, string[]>();
  for (const { from, to } of moves) if (to !== null) heirs.set(from, [...(heirs.get(from) ?? []), to]);
  return moves.flatMap(({ from, to }, at): Fault[] => {
    if (to === null || to === from || !gone.has(to)) return [];
    return [{ code: reaches(to, to, heirs) ? 'cycle' : 'chain', agencyId: to, move: at }];
  });
}

/** Whether somebody's work, handed on and on, comes back to a body. */
function reaches(start: string, goal: string, heirs: Map<string, string[]>): boolean {
  const seen = new Set<string>();
  const left = [...(heirs.get(start) ?? [])];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (next === goal) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    left.push(...(heirs.get(next) ?? []));
  }
  return false;
}

/** One body cannot both end without heirs and have some, go on under a new name and end, or fall whole to two mergers. */
function twoEnds(moves: Move[]): Fault[] {
  const byBody = Map.groupBy(moves, ({ from }) => from);
  return moves.flatMap((move, at): Fault[] => {
    const others = (byBody.get(move.from) ?? []).filter((other) => other !== move && ends(other));
    const clash =
      (move.kind === 'abolish' && move.to === null && others.length > 0) ||
      (move.kind === 'rename' && others.length > 0) ||
      (move.kind === 'merge' && others.some(({ kind }) => kind === 'merge'));
    return clash ? [{ code: 'contradiction', agencyId: move.from, move: at }] : [];
  });
}

/** Two bodies of one place under one official name could not be told apart in a document. */
function takenNames(event: ReorganisationEvent, standing: Standing): Fault[] {
  const gone = ceasing(event, standing);
  const bear = (placeId: string | null, wanted: string, self: string): boolean =>
    standing.agencies.some(
      (agency) =>
        agency.id !== self &&
        agency.placeId === placeId &&
        !gone.has(agency.id) &&
        existsOn(agency, event.effectiveOn) &&
        agency.names.some(
          (one) =>
            one.kind === 'official' && existsOn(one, event.effectiveOn) && agencyKey(one.name) === agencyKey(wanted),
        ),
    );
  return event.newAgencies
    .filter(
      ({ id, name, placeId }, at) =>
        bear(placeId, name, id) ||
        event.newAgencies.some(
          (other, place) => place < at && other.placeId === placeId && agencyKey(other.name) === agencyKey(name),
        ),
    )
    .map(({ id }) => ({ code: 'nameTaken', agencyId: id }));
}
