import { z } from 'zod';
import { type Assignment, itemKey } from './assignment.ts';
import { suggestHeir } from './field-suggestion.ts';
import { Fault, HeirChoice, ReorganisationEvent, ReorganisationState } from './reorganisation.ts';
import type { ChoiceRow, MadeRow, ReorganisationPlan } from './reorganisation-plan.ts';
import { FindingKind, MentionRole } from './review.ts';

/** Everything an event moves, in numbers and lists, as an officer sees it before and after confirming. */

/** A piece of work as its document says it. */
const RehearsedWork = z.object({
  documentId: z.uuid(),
  documentNumber: z.string().nullable(),
  findingKind: FindingKind,
  findingId: z.string(),
  quote: z.string(),
  section: z.array(z.string()),
  group: z.string().nullable(),
});
export type RehearsedWork = z.infer<typeof RehearsedWork>;

/** From one body to another: pieces of work, and rows in each role. */
export const Flow = z.object({
  from: z.string(),
  /** Null: others have the same work. */
  to: z.string().nullable(),
  field: z.string().nullable(),
  tasks: z.int(),
  targets: z.int(),
  lead: z.int(),
});
export type Flow = z.infer<typeof Flow>;

export const RehearsedChoice = z.object({
  assignmentId: z.int(),
  /** Key of `works`. */
  work: z.string(),
  role: MentionRole,
  from: z.string(),
  /** Without a decision it stays where it is; otherwise the event waits for one. */
  mayStay: z.boolean(),
  heirs: z.array(HeirChoice).nullable(),
  /**
   * By what it says, or the headings or the document it stands under; by the indicator's owner; because the heir has the
   * same work; or with the land of its place.
   */
  suggestion: z
    .object({
      heirs: z.array(HeirChoice),
      because: z.array(z.string()),
      how: z.enum(['words', 'headings', 'indicator', 'already', 'land']),
    })
    .nullable(),
});
export type RehearsedChoice = z.infer<typeof RehearsedChoice>;

const MovedWork = z.object({
  work: z.string(),
  role: MentionRole,
  /** Several where rows were joined. */
  from: z.array(z.string()),
  to: z.string(),
  field: z.string().nullable(),
  /** To be moved, not moved yet. */
  pending: z.boolean(),
});
type MovedWork = z.infer<typeof MovedWork>;

const Counts = z.object({
  /** Rows ended and made when it is confirmed now. */
  ended: z.int(),
  made: z.int(),
  /** Rows that are made of several. */
  joined: z.int(),
  waiting: z.int(),
  tasks: z.int(),
  targets: z.int(),
  documents: z.int(),
  /** Bodies with open work that the event moves. */
  agencies: z.int(),
});

export const Rehearsal = z.object({
  id: z.string(),
  state: ReorganisationState,
  version: z.int(),
  /** Written by an officer, not a fact that the register came with. */
  own: z.boolean(),
  /** Its moves only where an officer wrote them: those of a whole country are not listed. */
  event: ReorganisationEvent,
  /** Of the bodies spoken of here: those that end as they were called on the eve, the others on the day. */
  names: z.record(z.string(), z.string()),
  ceasing: z.array(z.string()),
  faults: z.array(Fault),
  counts: Counts,
  /** What goes along when it is confirmed now: open duties, parts that agencies which end have of others', reports not sent, people. */
  along: z.object({ duties: z.int(), parts: z.int(), reports: z.int(), people: z.int() }),
  flows: z.array(Flow),
  /** To whom a body's work can go. */
  options: z.record(z.string(), z.array(HeirChoice)),
  choices: z.array(RehearsedChoice),
  moved: z.array(MovedWork),
  /** Those of `moved` that are left out, in a very large event. */
  movedLeftOut: z.int(),
  works: z.record(z.string(), RehearsedWork),
});
export type Rehearsal = z.infer<typeof Rehearsal>;

type Carried = { made: MadeRow; pending: boolean };

/** What goes from where to where: the rows that the event made already, and those it would make now. */
export function movementOf(
  plan: ReorganisationPlan,
  done: readonly MadeRow[],
  rows: ReadonlyMap<number, Assignment>,
): Pick<Rehearsal, 'flows' | 'moved' | 'counts'> {
  const carried: Carried[] = [
    ...done.map((made) => ({ made, pending: false })),
    ...plan.made.map((made) => ({ made, pending: true })),
  ];
  const moved = carried.map(({ made, pending }): MovedWork => {
    const sources = made.origins.flatMap((id) => rows.get(id) ?? []);
    const others = sources.filter(({ agencyId }) => agencyId !== made.agencyId);
    return {
      work: itemKey(made),
      role: made.role,
      from: [...new Set((others.length > 0 ? others : sources).map(({ agencyId }) => agencyId))],
      to: made.agencyId,
      field: made.field,
      pending,
    };
  });
  const dropped = plan.courses.filter(
    ({ row, heirs }) => heirs.length === 0 && plan.ended.some(({ id }) => id === row.id),
  );
  const works = new Set([...moved.map(({ work }) => work), ...dropped.map(({ row }) => itemKey(row))]);
  const kind = (wanted: string): number => [...works].filter((work) => work.includes(` ${wanted} `)).length;
  return {
    moved,
    flows: flowsOf(
      moved,
      dropped.map(({ row }) => row),
    ),
    counts: {
      ended: plan.ended.length,
      made: plan.made.length,
      joined: carried.filter(({ made }) => made.origins.length > 1).length,
      waiting: plan.waiting,
      tasks: kind('task'),
      targets: kind('target'),
      documents: new Set([...works].map((work) => work.split(' ')[0])).size,
      agencies: new Set([
        ...moved.flatMap(({ from }) => from),
        ...plan.choices.filter(({ mayStay }) => !mayStay).map(({ row }) => row.agencyId),
      ]).size,
    },
  };
}

function flowsOf(moved: readonly MovedWork[], dropped: readonly Assignment[]): Flow[] {
  const flows = new Map<string, { flow: Flow; tasks: Set<string>; targets: Set<string> }>();
  const count = (from: string, to: string | null, field: string | null, work: string, role: MovedWork['role']) => {
    const key = JSON.stringify([from, to, field]);
    const there = flows.get(key) ?? {
      flow: { from, to, field, tasks: 0, targets: 0, lead: 0 },
      tasks: new Set<string>(),
      targets: new Set<string>(),
    };
    flows.set(key, there);
    (work.includes(' task ') ? there.tasks : there.targets).add(work);
    if (role === 'lead') there.flow.lead += 1;
  };
  for (const { from, to, field, work, role } of moved) for (const one of from) count(one, to, field, work, role);
  for (const row of dropped) count(row.agencyId, null, null, itemKey(row), row.role);
  return [...flows.values()]
    .map(({ flow, tasks, targets }) => ({ ...flow, tasks: tasks.size, targets: targets.size }))
    .toSorted((a, b) => b.tasks + b.targets - (a.tasks + a.targets) || (a.from < b.from ? -1 : 1));
}

type Ground = {
  work: (RehearsedWork & { documentTitle: string | null; ownerProfile: string | null }) | undefined;
  /** What a body is in every province: "so-y-te". */
  profileOf: (agencyId: string) => string | null;
  /** All rows of the same piece of work. */
  sameWork: readonly Assignment[];
  /** Who takes over the land of its place. */
  landHeirs: readonly HeirChoice[];
};

/** What an officer is asked, with what speaks for an answer. */
export function rehearsedChoice({ row, options, mayStay, heirs }: ChoiceRow, ground: Ground): RehearsedChoice {
  return {
    assignmentId: row.id,
    work: itemKey(row),
    role: row.role,
    from: row.agencyId,
    mayStay,
    heirs,
    suggestion: suggestionFor(row, options, ground),
  };
}

function suggestionFor(
  row: Assignment,
  options: readonly HeirChoice[],
  { work, profileOf, sameWork, landHeirs }: Ground,
): RehearsedChoice['suggestion'] {
  const owner = work?.ownerProfile
    ? options.find(({ agencyId }) => profileOf(agencyId) === work.ownerProfile)
    : undefined;
  if (owner) return { heirs: [owner], because: [], how: 'indicator' };
  const said = work && suggestHeir([work.quote], options);
  if (said) return { heirs: [said.heir], because: said.because, how: 'words' };
  const above =
    work && (suggestHeir([work.group, ...work.section], options) ?? suggestHeir([work.documentTitle], options));
  if (above) return { heirs: [above.heir], because: above.because, how: 'headings' };
  // Of a group's members, the heir has the same work already: the row joins what it has.
  const has = options.find(({ agencyId }) =>
    sameWork.some(
      (other) =>
        other.agencyId === agencyId &&
        other.validUntil === null &&
        (other.role === row.role || (other.role === 'lead' && row.role === 'coord')),
    ),
  );
  if (has) return { heirs: [has], because: [], how: 'already' };
  return options.length === 0 && landHeirs.length > 0 ? { heirs: [...landHeirs], because: [], how: 'land' } : null;
}
