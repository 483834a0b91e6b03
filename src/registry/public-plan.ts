import type { DocumentKind, Target } from '../values/finding.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { DocumentState } from './document-state.ts';
import { type DutyState, noCounts, type StateCounts } from './duty-state.ts';
import type { FigureBasis, FigureSpan } from './figure-basis.ts';
import type { Standing } from './standing.ts';
import { noStandings, type StandingCounts } from './target-standing.ts';

/** What the public sees of plans: documents, targets and tasks that were approved for it, and what became of them. */

export type PublicDocument = {
  id: string;
  number: string | null;
  kind: DocumentKind;
  title: string | null;
  issuer: string | null;
  issuedOn: PlainDate | null;
  period: { from: number; to: number } | null;
  state: DocumentState;
  validFrom: PlainDate;
  validUntil: PlainDate | null;
  publishedFrom: PlainDate;
  /** When its publication was last decided on. */
  decidedAt: string;
};

/** Where a finding stands in its document, and from when to when it is in force. */
export type PublicFinding = {
  documentId: string;
  id: string;
  quote: string;
  section: readonly string[];
  group: string | null;
  ordinal: string | null;
  validFrom: PlainDate;
  validUntil: PlainDate | null;
};

export type PublicTarget = PublicFinding &
  Pick<
    Target,
    'name' | 'variant' | 'op' | 'value' | 'value2' | 'of' | 'unit' | 'change' | 'year' | 'yearFrom' | 'tier'
  > & {
    indicatorId: string | null;
    indicatorUnit: string | null;
    line: string;
    agencyIds: readonly string[];
    /** As of the day, or of its last one where it has ended; null where it is stated for comparison only. */
    standing: Standing | null;
    /** The day on which the latest of its figures was approved. */
    reportedOn: PlainDate | null;
  };

export type PublicDuty = {
  documentId: string;
  findingId: string;
  id: string;
  agencyId: string;
  /** Which time of work that comes again. */
  period: string | null;
  firstDue: PlainDate | null;
  due: PlainDate | null;
  doneOn: PlainDate | null;
  state: DutyState | null;
  lastReportOn: PlainDate | null;
  /** What resulted, where it is a document and was confirmed. */
  results: readonly { number: string; date: PlainDate | null }[];
  extensions: readonly { before: PlainDate | null; granted: PlainDate | null; on: PlainDate }[];
};

export type PublicTask = PublicFinding & {
  timeRaw: string | null;
  product: string | null;
  leadIds: readonly string[];
  coordIds: readonly string[];
  monitorIds: readonly string[];
  duties: readonly PublicDuty[];
  /** The worst of its duties; null where none was given. */
  state: DutyState | null;
};

/** A figure as it was approved, and until when it counted. */
export type PublicFigure = {
  id: number;
  indicatorId: string;
  line: string;
  agencyId: string;
  period: string;
  periodTo: PlainDate;
  span: FigureSpan;
  basis: FigureBasis;
  value: number | null;
  missing: string | null;
  approvedOn: PlainDate;
  /** The day on which another took its place. */
  replacedOn: PlainDate | null;
};

export type PublicIndicator = {
  id: string;
  name: string;
  unit: string | null;
  direction: string;
  measure: string;
  cumulative: boolean;
  statisticalCode: string | null;
};

/** All of one document. */
export type PublicRecord = {
  document: PublicDocument;
  targets: readonly PublicTarget[];
  tasks: readonly PublicTask[];
  /** Names of all agencies that are meant. */
  agencies: ReadonlyMap<string, string>;
};

/** Targets stated for comparison are in no count. */
export type PublicCounts = { targets: StandingCounts; tasks: StateCounts; ungiven: number };

export const countsOf = ({ targets, tasks }: Pick<PublicRecord, 'targets' | 'tasks'>): PublicCounts => {
  const counts = { targets: { ...noStandings }, tasks: { ...noCounts }, ungiven: 0 };
  for (const { standing } of targets) if (standing) counts.targets[standing.state] += 1;
  for (const { state } of tasks) {
    if (state) counts.tasks[state] += 1;
    else counts.ungiven += 1;
  }
  return counts;
};

export const addCounts = (one: PublicCounts, other: PublicCounts): PublicCounts => ({
  targets: sumOf(one.targets, other.targets),
  tasks: sumOf(one.tasks, other.tasks),
  ungiven: one.ungiven + other.ungiven,
});

const sumOf = <T extends Record<string, number>>(one: T, other: T): T => {
  const sum = { ...one };
  for (const key of Object.keys(other) as (keyof T)[]) sum[key] = ((one[key] ?? 0) + (other[key] ?? 0)) as T[keyof T];
  return sum;
};

const worstFirst: readonly DutyState[] = ['openOverdue', 'dueSoon', 'openInTime', 'noDue', 'doneLate', 'doneOnTime'];

/** A task that several agencies have is as far as the last of them. */
export const worstState = (states: readonly (DutyState | null)[]): DutyState | null =>
  worstFirst.find((state) => states.includes(state)) ?? null;

/** What somebody would like to hear of. */
export type PublicNews = {
  kind: 'published' | 'figure' | 'done';
  day: PlainDate;
  documentId: string;
  /** Of a target or a task. */
  findingId: string | null;
  words: string;
};
