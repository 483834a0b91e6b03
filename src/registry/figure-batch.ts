import { z } from 'zod';
import { ReportingCalendar } from '../values/period.ts';
import type { RawCell } from '../values/raw-cell.ts';
import { Missing } from './figure.ts';
import { FigureBasis, FigureSpan } from './figure-basis.ts';
import { type ColumnRole, columnLetters, type FigureMapping, ImportChoices, RowFault } from './figure-import.ts';

/** Many figures that a program sends at once: stored whole or not at all, by the same checks as a file of them. */

const mostBatchFigures = 10_000;

const BatchFigure = z
  .object({
    /** Its id, its identifier on the document axis ("000.00.04.H61"), or its name in that period. */
    agency: z.string().trim().min(1).max(300),
    /** Its id, its statistical code or its name. */
    indicator: z.string().trim().min(1).max(300),
    /** Which part of it; empty is the whole. */
    line: z.string().trim().max(300).default(''),
    /** "2026-M03", "2026-Q1", "2026", or as people write it: "tháng 3/2026". */
    period: z.string().trim().min(1).max(100),
    span: FigureSpan.default('period'),
    basis: FigureBasis.default('final'),
    value: z.number().nullable().default(null),
    /** In the place of a value. */
    missing: Missing.nullable().default(null),
    /** Empty: the indicator's own. */
    unit: z.string().trim().max(100).default(''),
    /** Why an unusual number stands. */
    reason: z.string().trim().max(1000).default(''),
  })
  .refine(({ value, missing }) => (value === null) !== (missing === null), { path: ['value'] });
type BatchFigure = z.infer<typeof BatchFigure>;

export const FigureBatch = z.object({
  figures: z.array(BatchFigure).min(1).max(mostBatchFigures),
  calendar: ReportingCalendar.default('statistical'),
  choices: ImportChoices.omit({ keepGood: true }).prefault({ replace: false, keepUnusual: false, reason: '' }),
});
export type FigureBatch = z.infer<typeof FigureBatch>;

/** What became of a batch that was stored. */
export const StoredBatch = z.object({
  importId: z.uuid(),
  stored: z.int(),
  /** Of those stored: in the place of another value. */
  replaced: z.int(),
  /** Were there already with this value. */
  same: z.int(),
});
export type StoredBatch = z.infer<typeof StoredBatch>;

/** Why one figure of a batch is not taken. */
export const BatchFault = z.object({
  /** Its place in `figures`, from 0. */
  at: z.int(),
  field: z.string(),
  value: z.string(),
  code: RowFault.shape.code,
  detail: RowFault.shape.detail,
});
export type BatchFault = z.infer<typeof BatchFault>;

/** A batch as the list that a file of it would be: a column for each field, its name at the head. */
const columns = ['agency', 'indicator', 'line', 'period', 'span', 'basis', 'value', 'unit', 'reason'] as const;
columns satisfies readonly ColumnRole[];

export const batchMapping = (calendar: FigureBatch['calendar']): FigureMapping => ({
  sheet: null,
  headerRow: 0,
  columns: Object.fromEntries(columns.map((header, at) => [header, { header, at }])),
  periodColumns: [],
  fixed: { agencyId: null, indicatorId: null, period: null, year: null, calendar, span: 'period', basis: 'final' },
});

/** As people write them in lists. */
const missingSigns: Record<Missing, string> = { notApplicable: '-', notYet: '…' };

export const batchRows = ({ figures }: FigureBatch): RawCell[][] => [
  [...columns],
  ...figures.map((figure) => columns.map((column) => (column === 'value' ? amountOf(figure) : figure[column]))),
];

const amountOf = ({ value, missing }: BatchFigure): RawCell => value ?? (missing === null ? '' : missingSigns[missing]);

const fieldOfColumn = new Map<string, string>(columns.map((field, at) => [columnLetters(at), field]));

/** Rows are counted from 1, and the first holds the heads. */
export const batchFault = ({ row, column, value, code, detail }: RowFault): BatchFault => ({
  at: row - 2,
  field: fieldOfColumn.get(column) ?? column,
  value,
  code,
  detail: code === 'twice' ? { at: Number(detail.row) - 2 } : detail,
});
