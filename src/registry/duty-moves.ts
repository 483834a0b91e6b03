/** What becomes of open duties when a reorganisation has moved the work that they follow. */

export type MovedOrigin = {
  /** Of its finding. */
  key: string;
  assignmentId: number | null;
  period: string;
  fromDuty: string | null;
};

export type OpenDuty = {
  id: string;
  agencyId: string;
  stage: string;
  givenAt: string;
  origins: readonly MovedOrigin[];
};

/** A row of work that the event made, and those that it carries on. */
export type HeirRow = { id: number; agencyId: string; origins: readonly number[] };

export type DutyMove =
  /** It goes on with the heir: each origin follows the row named. */
  | { kind: 'move'; dutyId: string; agencyId: string; origins: { key: string; assignmentId: number }[] }
  /** Others have the same work. */
  | { kind: 'end'; dutyId: string }
  /** Work that falls to several heirs: each has a duty of its own. */
  | { kind: 'copy'; dutyId: string; agencyId: string; origins: { key: string; assignmentId: number }[] }
  /** One of several that were joined goes elsewhere, and is a duty of its own again. */
  | {
      kind: 'part';
      dutyId: string;
      agencyId: string;
      fromDuty: string;
      origins: { key: string; assignmentId: number }[];
    }
  /** Two agencies' duties of one finding come together in one heir. */
  | { kind: 'join'; dutyId: string; into: string };

type Heirs = ReadonlyMap<number, readonly HeirRow[]>;

/** @param ended the rows of work that the event has ended; `rows` carry them on */
export function movesOf(duties: readonly OpenDuty[], ended: ReadonlySet<number>, rows: readonly HeirRow[]): DutyMove[] {
  const heirs = new Map<number, HeirRow[]>();
  for (const row of rows) for (const origin of row.origins) heirs.set(origin, [...(heirs.get(origin) ?? []), row]);
  const ground: Ground = { ended, heirs, own: ownPlaces(duties, heirs), taken: new Map() };
  const moves = duties.toSorted((a, b) => rank(a) - rank(b)).flatMap((duty) => movesOfOne(duty, ground));
  return [...moves, ...duties.flatMap((duty) => copiesOf(duty, ground))];
}

type Ground = {
  ended: ReadonlySet<number>;
  heirs: Heirs;
  /** Rows whose agency has a duty of its own for that time. */
  own: ReadonlySet<string>;
  /** Which duty follows a row's time now. */
  taken: Map<string, string>;
};

/** Those furthest on first: the others are joined to them. */
const furthest = ['reported', 'accepted', 'returned', 'assigned'];
const rank = ({ stage }: OpenDuty): number => furthest.indexOf(stage);

const heirsOf = ({ assignmentId }: MovedOrigin, heirs: Heirs): readonly HeirRow[] =>
  assignmentId === null ? [] : (heirs.get(assignmentId) ?? []);

const placeOf = (row: HeirRow, { period }: MovedOrigin): string => `${row.id} ${period}`;

const ownPlaces = (duties: readonly OpenDuty[], heirs: Heirs): Set<string> =>
  new Set(
    duties.flatMap(({ agencyId, origins }) =>
      origins.flatMap((origin) =>
        heirsOf(origin, heirs)
          .filter((row) => row.agencyId === agencyId)
          .map((row) => placeOf(row, origin)),
      ),
    ),
  );

/** The sentence that it came from before others were joined to it. */
const mainOf = ({ origins }: OpenDuty): MovedOrigin | undefined =>
  origins.find(({ fromDuty }) => fromDuty === null) ?? origins[0];

function movesOfOne(duty: OpenDuty, ground: Ground): DutyMove[] {
  const main = mainOf(duty);
  if (!main) return [];
  const { ended, heirs, own, taken } = ground;
  const goes = main.assignmentId !== null && ended.has(main.assignmentId);
  const all = heirsOf(main, heirs);
  const first =
    all.find((row) => row.agencyId === duty.agencyId) ?? all.find((row) => !own.has(placeOf(row, main))) ?? all[0];
  if (goes && !first) return [{ kind: 'end', dutyId: duty.id }];
  const there = first && taken.get(placeOf(first, main));
  if (there) return [{ kind: 'join', dutyId: duty.id, into: there }];
  const agencyId = first?.agencyId ?? duty.agencyId;
  const follow = (row: HeirRow | undefined, origin: MovedOrigin, id: string) => {
    if (!row || taken.has(placeOf(row, origin))) return [];
    taken.set(placeOf(row, origin), id);
    return [{ key: origin.key, assignmentId: row.id }];
  };
  const others = duty.origins.filter((origin) => origin !== main);
  const along = (origin: MovedOrigin) => heirsOf(origin, heirs).find((row) => row.agencyId === agencyId);
  const origins = [
    ...follow(first, main, duty.id),
    ...others.flatMap((origin) => follow(along(origin), origin, duty.id)),
  ];
  const parted = others.flatMap((origin): DutyMove[] => {
    const row = along(origin) ? undefined : heirsOf(origin, heirs)[0];
    const { fromDuty } = origin;
    if (!row || fromDuty === null) return [];
    const followed = follow(row, origin, fromDuty);
    return followed.length === 0
      ? []
      : [{ kind: 'part', dutyId: duty.id, agencyId: row.agencyId, fromDuty, origins: followed }];
  });
  return [{ kind: 'move', dutyId: duty.id, agencyId, origins }, ...parted];
}

/** Of work that fell to several, those heirs get one that have none yet. */
function copiesOf(duty: OpenDuty, { heirs, taken }: Ground): DutyMove[] {
  const main = mainOf(duty);
  if (!main) return [];
  return heirsOf(main, heirs).flatMap((row): DutyMove[] => {
    if (taken.has(placeOf(row, main))) return [];
    taken.set(placeOf(row, main), duty.id);
    const origins = [{ key: main.key, assignmentId: row.id }];
    return [{ kind: 'copy', dutyId: duty.id, agencyId: row.agencyId, origins }];
  });
}
