import { z } from 'zod';
import { PlainDate } from '../values/plain-date.ts';
import { dutyStates } from './duty-state.ts';
import { Named } from './named.ts';
import { PathRules } from './standing.ts';
import { ByGroup, ByPillar } from './target-pillar.ts';
import { StandingCounts, TargetStanding } from './target-standing.ts';

/** Where a plan stands on a day, for whoever governs: five numbers, what changed, whose work it is. */

const DutyCounts = z.record(z.enum(dutyStates), z.int());

/** The same day so many years before; of 29 February the day before. */
export const yearsBefore = (day: PlainDate, years: number): PlainDate =>
  `${Number(day.slice(0, 4)) - years}${day.endsWith('-02-29') ? '-02-28' : day.slice(4)}`;

/** So long past its deadline is told apart. */
export const longOverdueDays = 30;

const Numbers = z.object({
  targets: StandingCounts,
  /** Far behind, with time left. */
  atRisk: z.int(),
  duties: DutyCounts,
  /** Overdue by more than `longOverdueDays` days. */
  longOverdue: z.int(),
});
export type OverviewNumbers = z.infer<typeof Numbers>;

const ChangedTarget = z.object({
  target: TargetStanding.omit({ standing: true }),
  before: TargetStanding.shape.standing,
  now: TargetStanding.shape.standing,
});

/** A duty that something happened to between two days. */
export const changeKinds = ['done', 'overdue', 'extended', 'extensionRefused'] as const;
export const ChangedDuty = z.object({
  kind: z.enum(changeKinds),
  dutyId: z.uuid(),
  what: z.string(),
  agency: Named,
  day: PlainDate,
  /** Of an extension: the new deadline. */
  due: PlainDate.nullable(),
});
export type ChangedDuty = z.infer<typeof ChangedDuty>;

export const Overview = z.object({
  day: PlainDate,
  /** What it is compared with. */
  than: PlainDate,
  /** Where one year's plan is compared with another year's: that year. What changed is told of one plan only. */
  thanYear: z.int().nullable(),
  now: Numbers,
  before: Numbers,
  /** The day on which the latest figure of its targets came in, and the end of the latest period there is. */
  figuresFrom: PlainDate.nullable(),
  figuresTo: PlainDate.nullable(),
  newFigures: z.int(),
  changedTargets: z.object({ total: z.int(), rows: z.array(ChangedTarget) }),
  changedDuties: z.array(z.object({ kind: z.enum(changeKinds), total: z.int(), rows: z.array(ChangedDuty) })),
  agencies: z.array(z.object({ agency: Named, duties: DutyCounts, targets: StandingCounts })),
  pillars: ByPillar,
  /** As the documents call the headings above their targets. */
  groups: ByGroup,
  rules: z.object({ documentId: z.uuid().nullable(), rules: PathRules, version: z.int() }),
});
export type Overview = z.infer<typeof Overview>;
