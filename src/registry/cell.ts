import { z } from 'zod';
import { PeriodCode, ReportingCalendar } from '../values/period.ts';
import { FigureKey, FigureValue } from './figure.ts';
import { Indicator } from './indicator.ts';
import { Named } from './named.ts';
import { SubmissionStage } from './submission-stage.ts';

/** Ô số liệu: one figure that is asked of an agency in a round, as it types it, and what stands beside it. */

const reason = z.string().trim().max(2000);

export const Cell = FigureKey.extend(FigureValue.shape).extend({
  /** Why an unusual number stands. */
  reason,
  changedAt: z.iso.datetime().nullable(),
  changedBy: Named.nullable(),
  version: z.int(),
});
export type Cell = z.infer<typeof Cell>;

/** What somebody makes of a cell; `version`: as it was seen. */
export const CellChange = FigureKey.extend({
  value: z.number().min(-1e15).max(1e15).nullable(),
  missing: FigureValue.shape.missing,
  reason,
  version: z.int().min(1),
}).refine(({ value, missing }) => value === null || missing === null);
export type CellChange = z.infer<typeof CellChange>;

/** So many at once: a whole grid pasted. */
export const mostChanges = 30_000;

export const RemarkKind = z.enum(['comment', 'returned']);
export type RemarkKind = z.infer<typeof RemarkKind>;

/** What is said about a cell: a comment, or why the coordinator gave it back. */
export const CellRemark = z.object({
  id: z.uuid(),
  kind: RemarkKind,
  author: Named,
  at: z.iso.datetime(),
  words: z.string(),
  settledAt: z.iso.datetime().nullable(),
});
export type CellRemark = z.infer<typeof CellRemark>;

/** A figure of another period beside the cell; computed where only its other span was reported. */
const FigureBeside = FigureValue.extend({ period: PeriodCode, computed: z.boolean() });

export const CellBeside = z.object({
  previous: FigureBeside.nullable(),
  sameBefore: FigureBeside.nullable(),
  /** What it is in the other span, or to be, by figures of before; the page adds what is typed. */
  history: z.array(z.object({ period: PeriodCode, value: z.number() })),
  /** Of what is summed: how far last year was by then, and what it came to. */
  lastYear: z.object({ toDate: z.number(), whole: z.number() }).nullable(),
  /** Of what is summed: how far this year was when the period began, which the other span follows from. */
  toDateBefore: z.number().nullable(),
});
export type CellBeside = z.infer<typeof CellBeside>;

export const GridCell = Cell.extend({ beside: CellBeside, remarks: z.array(CellRemark) });
export type GridCell = z.infer<typeof GridCell>;

/** What a document asks this agency for in the year of the period. */
const Plan = z.object({
  value: z.number(),
  documentId: z.uuid(),
  documentNumber: z.string().nullable(),
  targetId: z.string(),
});
export type Plan = z.infer<typeof Plan>;

/** One row of the grid: a line with its cells of this period. */
export const GridLine = Indicator.pick({
  name: true,
  unit: true,
  unitFactors: true,
  measure: true,
  direction: true,
  cumulative: true,
  decimals: true,
  breakdowns: true,
  formula: true,
  pillar: true,
}).extend({ indicatorId: z.string(), line: z.string(), plan: Plan.nullable(), cells: z.array(GridCell) });
export type GridLine = z.infer<typeof GridLine>;

/** All figures of one submission, in the order they were asked for. */
export const FigureSheet = z.object({
  submissionId: z.uuid(),
  agency: Named,
  period: PeriodCode,
  calendar: ReportingCalendar,
  stage: SubmissionStage,
  mayFill: z.boolean(),
  mayRemark: z.boolean(),
  /** Formulas of the derived indicators among them, and of those that they follow from. */
  formulas: z.record(z.string(), z.string()),
  /** Approved figures of the period that a formula here names and nobody types here. */
  elsewhere: z.array(FigureKey.extend(FigureValue.shape)),
  lines: z.array(GridLine),
});
export type FigureSheet = z.infer<typeof FigureSheet>;
