import { z } from 'zod';
import { PlainDate } from '../values/plain-date.ts';
import { returnReasons } from './duty-action.ts';
import { DutyStage, DutyVerb } from './duty-stage.ts';
import { type DutyState, dutyStates } from './duty-state.ts';
import type { Order } from './listing.ts';
import { Named } from './named.ts';
import { FindingKind } from './review.ts';
import { sixClear } from './six-clear.ts';

/** One piece of work that one agency answers for: its state, deadline and progress are counted on it. */

/** Given by a document; a step of the agency itself; a part handed to an agency below; a report owed in a round. */
const dutyKinds = ['assigned', 'step', 'part', 'report'] as const;
export const DutyKind = z.enum(dutyKinds);
export type DutyKind = z.infer<typeof DutyKind>;

/** Why one was returned, or is no more: as decided, with the end of what set it, gone to another agency, a part of another, with the one above it. */
const DutyReason = z.enum([...returnReasons, 'decided', 'ended', 'moved', 'joined', 'above']);
export type DutyReason = z.infer<typeof DutyReason>;

const confidences = ['onTrack', 'atRisk', 'offTrack'] as const;
export const Confidence = z.enum(confidences);
export type Confidence = z.infer<typeof Confidence>;

/** The sentence it comes from. */
export const DutyOrigin = z.object({
  documentId: z.uuid(),
  documentNumber: z.string().nullable(),
  documentTitle: z.string().nullable(),
  findingKind: FindingKind,
  findingId: z.string(),
  quote: z.string(),
  /** What a task's document says of its time and its product, in its own words. */
  timeRaw: z.string().nullable(),
  product: z.string().nullable(),
});
export type DutyOrigin = z.infer<typeof DutyOrigin>;

export const DutyRecord = z.object({
  id: z.uuid(),
  kind: DutyKind,
  parentId: z.uuid().nullable(),
  /** The one given by a document at the top of its chain; itself where it is that. */
  rootId: z.uuid(),
  /** Who answers for it today, under its name of today. */
  agency: Named,
  /** Its own words; without, those of the sentences it comes from. */
  content: z.string().nullable(),
  product: z.string().nullable(),
  authority: z.string().nullable(),
  /** Which time of one that comes again: "2026", "2026-Q1", "2026-M03". */
  period: z.string().nullable(),
  startsOn: PlainDate.nullable(),
  /** As first set, and as it is today. */
  firstDue: PlainDate.nullable(),
  due: PlainDate.nullable(),
  /** The event its time begins with, while that has not happened. */
  waitsFor: z.string().nullable(),
  /** The duty whose being done is that event. */
  waitsForDuty: z.uuid().nullable(),
  stage: DutyStage,
  /** Where it stands today; null: dropped, counted nowhere. */
  state: z.enum(dutyStates).nullable(),
  /** Working days to its deadline, negative past it; null where it has none or is open no more. */
  daysLeft: z.int().nullable(),
  because: DutyReason.nullable(),
  becauseWords: z.string().nullable(),
  joinedInto: z.uuid().nullable(),
  givenAt: z.iso.datetime(),
  officer: Named.nullable(),
  /** In percent, as last reported. */
  share: z.int().nullable(),
  confidence: Confidence.nullable(),
  doneOn: PlainDate.nullable(),
  version: z.int(),
  /** Which of the six that every task must make clear are not. */
  missing: z.array(z.enum(sixClear)),
  /** Of a step or part those of the one at its top. */
  origins: z.array(DutyOrigin),
  /** Of a report: what answers it. */
  submissionId: z.uuid().nullable(),
});
export type DutyRecord = z.infer<typeof DutyRecord>;

/** One of the chain above and below a duty. */
export const DutyLink = DutyRecord.pick({
  id: true,
  kind: true,
  parentId: true,
  agency: true,
  content: true,
  stage: true,
  state: true,
  daysLeft: true,
  due: true,
  officer: true,
  share: true,
  doneOn: true,
});
export type DutyLink = z.infer<typeof DutyLink>;

/** Everything a duty's page shows of it beside what was reported. */
export const DutyPage = z.object({
  duty: DutyRecord,
  /** From the one at the top down to its parent. */
  above: z.array(DutyLink),
  /** Everything below it, each after its parent. */
  below: z.array(DutyLink),
  coordinating: z.array(Named),
  monitoring: z.array(Named),
  /** What whoever asks may do with it now. */
  may: z.array(DutyVerb),
});
export type DutyPage = z.infer<typeof DutyPage>;

export const dutyRoles = ['lead', 'coord', 'monitor'] as const;
export const dutySorts = ['due', 'given'] as const;

/** Which duties, and in what order. */
export type DutyFilter = {
  q?: string | undefined;
  document: string[];
  agency: string[];
  /** Also those of agencies below. */
  below: boolean;
  /** In which role the agencies stand. */
  role: (typeof dutyRoles)[number];
  officer: string[];
  stage: DutyStage[];
  /** Where they stand today. */
  state: DutyState[];
  kind: DutyKind[];
  dueFrom?: PlainDate | undefined;
  dueTo?: PlainDate | undefined;
  tier?: readonly string[] | undefined;
  year?: number | undefined;
  /** A past day: as they stood at its end. */
  asOf?: PlainDate | undefined;
};

export type DutyOrder = {
  sort: (typeof dutySorts)[number];
  order: Order;
  limit: number;
  /** The row that the page before ended with. */
  after?: DutyCursor | undefined;
};

/** Where a page of the list ends. The key is a day or a moment, "infinity" where there is no deadline. */
export const DutyCursor = z
  .string()
  .regex(/^(infinity|\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?)_[0-9a-f-]{36}$/)
  .brand<'DutyCursor'>();
export type DutyCursor = z.infer<typeof DutyCursor>;

export const DutyCounts = z.object({
  total: z.int(),
  stages: z.partialRecord(DutyStage, z.int()),
  /** What was dropped is in none. */
  states: z.partialRecord(z.enum(dutyStates), z.int()),
});
export type DutyCounts = z.infer<typeof DutyCounts>;

/** Another duty of the same agency that may be the same work. */
export const JoinableDuty = DutyRecord.extend({
  /** Why it is offered: an officer set their sentences beside one another, or they say much the same; null: only the agency. */
  like: z.enum(['counterpart', 'words']).nullable(),
});
export type JoinableDuty = z.infer<typeof JoinableDuty>;
