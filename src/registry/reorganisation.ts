import { z } from 'zod';
import { PlainDate } from '../values/plain-date.ts';
import type { Assignment } from './assignment.ts';

/** One event that changes who there is: mergers, splits, new names, duties handed over, ends. */

export const moveKinds = ['merge', 'split', 'rename', 'transfer', 'abolish'] as const;

const name = z.string().trim().min(1).max(300);
const AgencyId = z.string().min(1).max(120);

export const Move = z.object({
  kind: z.enum(moveKinds),
  from: AgencyId,
  /** Null: nobody carries on (abolish), or the body stays the same (rename). */
  to: AgencyId.nullable(),
  /** Where it goes to several: what goes there. */
  field: name.nullable(),
  /** The new official name, of a rename. */
  name: name.nullable(),
});
export type Move = z.infer<typeof Move>;

/** A body that the event brings into being; begins with "moi-" until it is stored. */
export const NewAgency = z.object({
  id: AgencyId,
  name,
  kind: name,
  tier: name,
  profile: name.nullable(),
  placeId: AgencyId.nullable(),
  parentId: AgencyId.nullable(),
  symbol: name.nullable(),
});
export type NewAgency = z.infer<typeof NewAgency>;

export const ReorganisationEvent = z.object({
  title: name,
  legalBasis: name,
  effectiveOn: PlainDate,
  newAgencies: z.array(NewAgency).max(500),
  moves: z.array(Move).max(5000),
});
export type ReorganisationEvent = z.infer<typeof ReorganisationEvent>;

/** As an officer writes it: what else a new body is, it has from the first body whose work it takes over. */
export const WrittenEvent = ReorganisationEvent.extend({
  newAgencies: z.array(NewAgency.pick({ id: true, name: true, symbol: true })).max(500),
});
export type WrittenEvent = z.infer<typeof WrittenEvent>;

export const HeirChoice = z.object({ agencyId: AgencyId, field: name.nullable() });
export type HeirChoice = z.infer<typeof HeirChoice>;

/** Where the officer sends one row of work. No heir: it stays, or, where its body ends, nobody carries on this row. */
export const Decision = z.object({ assignmentId: z.int(), heirs: z.array(HeirChoice).max(50) });
export type Decision = z.infer<typeof Decision>;

/** Whether its open work has been moved. */
export const ReorganisationState = z.enum(['planned', 'applied']);
export type ReorganisationState = z.infer<typeof ReorganisationState>;

/** What a new body takes from the one before it. */
export type Predecessor = Pick<NewAgency, 'kind' | 'tier' | 'placeId' | 'parentId'>;

/** @returns undefined where a new body takes over from nobody: then nothing says where it belongs */
export function completed(
  event: WrittenEvent,
  predecessorOf: (agencyId: string) => Predecessor | undefined,
): ReorganisationEvent | undefined {
  const newAgencies = event.newAgencies.flatMap((agency): NewAgency[] => {
    const first = event.moves.find(({ to }) => to === agency.id);
    const before = first && predecessorOf(first.from);
    return before ? [{ ...agency, ...before, profile: null }] : [];
  });
  return newAgencies.length === event.newAgencies.length ? { ...event, newAgencies } : undefined;
}

/** What an event needs to know of a body. */
export type StandingAgency = {
  id: string;
  placeId: string | null;
  profile: string | null;
  /** Only the official ones count here. */
  names: {
    kind: 'official' | 'alias' | 'abbreviation';
    name: string;
    validFrom: PlainDate | null;
    validUntil: PlainDate | null;
  }[];
  validFrom: PlainDate | null;
  validUntil: PlainDate | null;
};

/** The register as the event finds it. */
export type Standing = {
  /** Those the event or a decision names, and those whose official name a new body would bear. */
  agencies: StandingAgency[];
  /** All rows of all work of which some row is open with a body that the event moves. */
  rows: Assignment[];
  /** The bodies, names and successions are in the register already; only open work is still to be moved. */
  known: boolean;
};

const faultCodes = [
  'nothing',
  'agencyUnknown',
  'agencyNotThen',
  'heirNotThen',
  'heirMissing',
  'nameMissing',
  'toItself',
  'chain',
  'cycle',
  'contradiction',
  'sameMoveTwice',
  'nameTaken',
  'decisionInvalid',
  'twoLeads',
  'workLeft',
  'movedLater',
] as const;

/** Why an event cannot be carried out, and where. */
export const Fault = z.object({
  code: z.enum(faultCodes),
  agencyId: z.string().optional(),
  /** Which move, from 0. */
  move: z.int().optional(),
  assignmentId: z.int().optional(),
  /** The other event that stands in the way. */
  reorganisationId: z.string().optional(),
});
export type Fault = z.infer<typeof Fault>;

/** Exists on the day: from its first to the day before its end. */
export const existsOn = (
  { validFrom, validUntil }: { validFrom: PlainDate | null; validUntil: PlainDate | null },
  day: PlainDate,
): boolean => (validFrom === null || validFrom <= day) && (validUntil === null || validUntil > day);

/** Bodies of its own get names nobody else can bear. */
export function withOwnIds(event: ReorganisationEvent, reorganisationId: string): ReorganisationEvent {
  const own = (id: string): string => (id.startsWith('moi-') ? `${reorganisationId}.${id}` : id);
  return {
    ...event,
    newAgencies: event.newAgencies.map((agency) => ({
      ...agency,
      id: own(agency.id),
      parentId: agency.parentId === null ? null : own(agency.parentId),
    })),
    moves: event.moves.map((move) => ({ ...move, from: own(move.from), to: move.to === null ? null : own(move.to) })),
  };
}

/** Who takes over from an agency in an event, each once. */
export const heirsIn = ({ moves }: Pick<ReorganisationEvent, 'moves'>, agencyId: string): string[] => [
  ...new Set(moves.flatMap(({ from, to }) => (from === agencyId && to !== null ? [to] : []))),
];

/** People go along where there is one heir; where there are several, the administrator says where. */
export function heirOfPeople(event: Pick<ReorganisationEvent, 'moves'>, agencyId: string): string | undefined {
  const [heir, ...others] = heirsIn(event, agencyId);
  return others.length === 0 ? heir : undefined;
}
