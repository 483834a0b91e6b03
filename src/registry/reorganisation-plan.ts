import type { PlainDate } from '../values/plain-date.ts';
import { type Assignment, itemKey } from './assignment.ts';
import {
  type Decision,
  existsOn,
  type Fault,
  type HeirChoice,
  type Move,
  type ReorganisationEvent,
  type Standing,
} from './reorganisation.ts';
import { ceasing, eventFaults } from './reorganisation-faults.ts';
import type { MentionRole } from './review.ts';

/** Row of work to be ended, with the fields that undoing gives back. */
export type EndedRow = {
  id: number;
  validUntil: PlainDate;
  before: { validUntil: PlainDate | null; endedBy: string | null };
};

export type MadeRow = Omit<Assignment, 'id' | 'madeBy' | 'endedBy'>;

/**
 * Work that falls to several, or to nobody known: an officer says to whom. Heirs are null while nobody has said, and
 * then the event waits for it, unless the work may stay where it is.
 */
export type ChoiceRow = { row: Assignment; options: HeirChoice[]; mayStay: boolean; heirs: HeirChoice[] | null };

/** Where a row goes. No heir: it stays where it is. */
export type RowCourse = { row: Assignment; heirs: HeirChoice[] };

/** Everything an event does to the register, computed before anything is done. */
export type ReorganisationPlan = {
  faults: Fault[];
  choices: ChoiceRow[];
  waiting: number;
  courses: RowCourse[];
  ended: EndedRow[];
  made: MadeRow[];
  /** Bodies that are no more, with the end that they had before. */
  ceasing: { id: string; before: PlainDate | null }[];
};

type Course = { choice?: ChoiceRow; course?: RowCourse; fault?: Fault };

/** What the event does with open work: everything it ends, everything it makes, what waits for a decision, what speaks against it. */
export function planReorganisation(
  event: ReorganisationEvent,
  standing: Standing,
  decisions: readonly Decision[],
): ReorganisationPlan {
  const gone = ceasing(event, standing);
  const nothing = {
    choices: [],
    waiting: 0,
    courses: [],
    ended: [],
    made: [],
    ceasing: standing.agencies.flatMap(({ id, validUntil }) => (gone.has(id) ? { id, before: validUntil } : [])),
  };
  const faults = eventFaults(event, standing);
  if (faults.length > 0) return { ...nothing, faults };
  const all = coursesOf(event, standing, gone, decisions);
  const courses = all.flatMap(({ course }) => course ?? []);
  const moved = courses.filter(({ row, heirs }) => heirs.length > 0 || gone.has(row.agencyId));
  const { ended, made } = carry(moved, standing.rows, event.effectiveOn);
  return {
    ...nothing,
    faults: [
      ...all.flatMap(({ fault }) => fault ?? []),
      ...movedLater(ended, standing.rows),
      ...workLeft(moved, standing.rows, new Set(ended.map(({ id }) => id)), made),
    ],
    choices: all.flatMap(({ choice }) => choice ?? []),
    waiting: all.filter(({ course, fault }) => !course && !fault).length,
    courses,
    ended,
    made,
  };
}

/** Each open row of a body that the event moves, and where it goes. */
function coursesOf(
  event: ReorganisationEvent,
  standing: Standing,
  gone: ReadonlySet<string>,
  decisions: readonly Decision[],
): Course[] {
  const moves = Map.groupBy(event.moves, ({ from }) => from);
  const decided = new Map(decisions.map(({ assignmentId, heirs }) => [assignmentId, heirs]));
  const alive = new Set([
    ...standing.agencies
      .filter((agency) => existsOn(agency, event.effectiveOn) && !gone.has(agency.id))
      .map(({ id }) => id),
    ...event.newAgencies.map(({ id }) => id),
  ]);
  return standing.rows.flatMap((row): Course[] => {
    const from = moves.get(row.agencyId);
    if (!from || !isOpen(row, event.effectiveOn)) return [];
    return [courseOf(row, from, { mayStay: !gone.has(row.agencyId), chosen: decided.get(row.id), alive })];
  });
}

/** In force on the day or some day after it. A row whose end is its beginning never was: it has been moved. */
const isOpen = ({ validFrom, validUntil }: Assignment, day: PlainDate): boolean =>
  validUntil === null || (validUntil > day && validUntil > validFrom);

type Ground = { mayStay: boolean; chosen: HeirChoice[] | undefined; alive: ReadonlySet<string> };

function courseOf(row: Assignment, moves: Move[], { mayStay, chosen, alive }: Ground): Course {
  const options = moves.flatMap(({ to, field }) => (to === null ? [] : [{ agencyId: to, field }]));
  const parted = options.some(({ field }) => field !== null);
  const certain = mayStay ? !parted : options.length > 0 && (options.length === 1 || !parted);
  if (certain) return { course: { row, heirs: options } };
  const choice: ChoiceRow = { row, options, mayStay, heirs: chosen ?? null };
  if (!chosen) return mayStay ? { choice, course: { row, heirs: [] } } : { choice };
  const fault = choiceFault(row, options, chosen, alive);
  return fault ? { choice, fault } : { choice, course: { row, heirs: chosen } };
}

/** An heir is one of those the event names; where it names none, any body there is on the day. */
function choiceFault(
  row: Assignment,
  options: HeirChoice[],
  chosen: HeirChoice[],
  alive: ReadonlySet<string>,
): Fault | undefined {
  const named = ({ agencyId, field }: HeirChoice): boolean =>
    options.length === 0
      ? alive.has(agencyId)
      : options.some((option) => option.agencyId === agencyId && option.field === field);
  const at = { agencyId: row.agencyId, assignmentId: row.id };
  if (!chosen.every(named)) return { code: 'decisionInvalid', ...at };
  // Heirs by field share nothing, so one of them leads; heirs by area each lead in their own.
  const leads = new Set(chosen.filter(({ field }) => field !== null).map(({ agencyId }) => agencyId));
  return row.role === 'lead' && leads.size > 1 ? { code: 'twoLeads', ...at } : undefined;
}

/** A row that a later event has moved on cannot be moved before it: that event rests on it. */
function movedLater(ended: EndedRow[], rows: Assignment[]): Fault[] {
  const agencies = new Map(rows.map(({ id, agencyId }) => [id, agencyId]));
  return ended.flatMap(({ id, before }): Fault[] => {
    if (before.endedBy === null) return [];
    const agencyId = agencies.get(id);
    return [{ code: 'movedLater', ...(agencyId && { agencyId }), assignmentId: id, reorganisationId: before.endedBy }];
  });
}

/** The key under which a task's rows with one body meet: who leads a task does not also coordinate it. */
const meeting = (row: Assignment, agencyId: string): string =>
  `${itemKey(row)} ${row.role === 'coord' ? 'lead' : row.role} ${agencyId}`;

/**
 * Ends the moved rows and makes those of the heirs. Rows of one task in one role that fall to one heir become one, also
 * with a row that the heir has already: it shows all it came from. Lead and coordinator in one hand become the lead.
 */
function carry(moved: RowCourse[], rows: Assignment[], day: PlainDate): Pick<ReorganisationPlan, 'ended' | 'made'> {
  const leaving = new Set(moved.map(({ row }) => row.id));
  const arriving = new Map<string, { heir: HeirChoice; sources: Assignment[] }>();
  for (const { row, heirs } of moved)
    for (const heir of heirs) {
      const key = meeting(row, heir.agencyId);
      const there = arriving.get(key);
      if (there && !there.sources.includes(row)) there.sources.push(row);
      if (!there) arriving.set(key, { heir, sources: [row] });
    }
  const joined: Assignment[] = [];
  for (const row of rows) {
    const there = leaving.has(row.id) || !isOpen(row, day) ? undefined : arriving.get(meeting(row, row.agencyId));
    if (!there) continue;
    there.sources.push(row);
    joined.push(row);
  }
  return {
    ended: [...moved.map(({ row }) => row), ...joined].map((row) => endedRow(row, day)),
    made: [...arriving.values()].map(({ heir, sources }) => madeRow(heir, sources, day)),
  };
}

const later = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b);

const endedRow = (row: Assignment, day: PlainDate): EndedRow => ({
  id: row.id,
  // Work given to the body only after its day was never in force with it.
  validUntil: later(day, row.validFrom),
  before: { validUntil: row.validUntil, endedBy: row.endedBy },
});

function madeRow(heir: HeirChoice, sources: Assignment[], day: PlainDate): MadeRow {
  const first = sources.toSorted((a, b) => rank(a) - rank(b) || a.namedPosition - b.namedPosition)[0];
  if (!first) throw new Error('a row comes from nowhere');
  const { documentId, findingKind, findingId, role, namedPosition } = first;
  const ends = sources.map(({ validUntil }) => validUntil);
  return {
    ...{ documentId, findingKind, findingId, role, namedPosition },
    agencyId: heir.agencyId,
    field: heir.field ?? first.field,
    validFrom: later(day, sources.map(({ validFrom }) => validFrom).toSorted()[0] ?? day),
    validUntil: ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null),
    origins: sources.map(({ id }) => id).toSorted((a, b) => a - b),
  };
}

const rank = ({ role }: Assignment): number => (role === 'coord' ? 1 : 0);

/** A row may end without an heir only where somebody else has the same work in the same role, or leads what it coordinated. */
function workLeft(moved: RowCourse[], rows: Assignment[], ended: ReadonlySet<number>, made: MadeRow[]): Fault[] {
  const kept = new Set(
    [...made, ...rows.filter((row) => !ended.has(row.id) && row.validUntil === null)].map(
      (row) => `${itemKey(row)} ${row.role}`,
    ),
  );
  return moved
    .filter(
      ({ row, heirs }) => heirs.length === 0 && !rolesFor(row).some((role) => kept.has(`${itemKey(row)} ${role}`)),
    )
    .map(({ row }) => ({ code: 'workLeft', agencyId: row.agencyId, assignmentId: row.id }));
}

const rolesFor = ({ role }: Assignment): MentionRole[] => (role === 'coord' ? ['coord', 'lead'] : [role]);
