import { z } from 'zod';
import { PeriodCode, ReportingCalendar } from '../values/period.ts';
import { refusalCodes } from '../values/refusal.ts';
import { FigureValue } from './figure.ts';
import { FigureBasis, FigureSpan } from './figure-basis.ts';
import { Named } from './named.ts';

/** A file of many figures on its way in: which of its columns is what, and what becomes of it. */

/** A column by what stands at its head; `at`, counted from 0, tells columns of one name apart. */
export const ListColumn = z.object({ header: z.string().max(300), at: z.int().min(0).max(499) });
export type ListColumn = z.infer<typeof ListColumn>;

export const columnRoles = [
  'agency',
  'indicator',
  'line',
  'period',
  'span',
  'basis',
  'value',
  'unit',
  'reason',
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** A column for each role that has one; what has none is the same in all rows: `fixed`. */
export const FigureMapping = z.object({
  /** Null: the first sheet that is shown, or a file without sheets. */
  sheet: z.string().max(100).nullable(),
  /** The row of the heads, counted from 0. */
  headerRow: z.int().min(0).max(100),
  columns: z.partialRecord(z.enum(columnRoles), ListColumn),
  /** The wide form: a column of values for each period. */
  periodColumns: z.array(z.object({ column: ListColumn, period: PeriodCode })).max(60),
  fixed: z.object({
    agencyId: z.string().max(200).nullable(),
    indicatorId: z.string().max(200).nullable(),
    period: PeriodCode.nullable(),
    /** Of periods that name none. */
    year: z.int().min(1990).max(2100).nullable(),
    calendar: ReportingCalendar,
    span: FigureSpan,
    basis: FigureBasis,
  }),
});
export type FigureMapping = z.infer<typeof FigureMapping>;

export const ImportChoices = z.object({
  /** The good rows are kept where others are refused; otherwise all or nothing. */
  keepGood: z.boolean(),
  /** Figures that are there already with another value are replaced, and kept in their history; otherwise the row is refused. */
  replace: z.boolean(),
  /** Unusual numbers stand, for the reason that is given; otherwise each needs one of its own. */
  keepUnusual: z.boolean().default(false),
  /** Why figures are replaced, or unusual ones stand. */
  reason: z.string().trim().max(1000),
});
export type ImportChoices = z.infer<typeof ImportChoices>;

const rowFaultCodes = [
  'agencyMissing',
  'agencyUnknown',
  'agencyUnsure',
  'indicatorMissing',
  'indicatorUnknown',
  'indicatorAmbiguous',
  'indicatorComputed',
  'indicatorWithoutNumber',
  'periodMissing',
  'periodUnreadable',
  'periodNotOver',
  'spanUnknown',
  'basisUnknown',
  'notANumber',
  'unitUnknown',
  'twice',
  'thereAlready',
  'unusual',
] as const;
const RowFaultCode = z.enum(rowFaultCodes);
export type RowFaultCode = z.infer<typeof RowFaultCode>;

/** Why a row is not taken. `row` and `column` are as Excel names them: 2, "C". */
export const RowFault = z.object({
  row: z.int(),
  column: z.string(),
  value: z.string(),
  code: RowFaultCode,
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type RowFault = z.infer<typeof RowFault>;

/** With what the row says, so that it can be set right and come again. */
export const RefusedRow = RowFault.extend({ cells: z.array(z.string()) });
export type RefusedRow = z.infer<typeof RefusedRow>;

export const FigureImportStage = z.enum(['reading', 'storing', 'done', 'failed', 'cancelled']);
export type FigureImportStage = z.infer<typeof FigureImportStage>;

export const FigureImport = z.object({
  id: z.uuid(),
  fileName: z.string(),
  choices: ImportChoices,
  stage: FigureImportStage,
  rowsRead: z.int(),
  rowsRefused: z.int(),
  figuresStored: z.int(),
  figuresReplaced: z.int(),
  figuresSame: z.int(),
  /** The first of them. */
  faults: z.array(RowFault),
  refusal: z
    .object({ code: z.enum(refusalCodes), detail: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
  startedBy: Named,
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});
export type FigureImport = z.infer<typeof FigureImport>;

export const isOver = ({ stage }: Pick<FigureImport, 'stage'>): boolean => stage !== 'reading' && stage !== 'storing';

/** A mapping that somebody has given a name. */
export const SavedMapping = z.object({
  name: z.string().trim().min(1).max(100),
  mapping: FigureMapping,
  changedBy: Named,
  changedAt: z.iso.datetime(),
  version: z.int(),
});
export type SavedMapping = z.infer<typeof SavedMapping>;

/** 0 -> "A", 27 -> "AB". */
export function columnLetters(at: number): string {
  let letters = '';
  for (let rest = at + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** What a row of a file would become. */
const ListedFigureShown = FigureValue.extend({
  agency: Named,
  indicator: Named,
  unit: z.string().nullable(),
  line: z.string(),
  period: PeriodCode,
  span: FigureSpan,
  basis: FigureBasis,
  reason: z.string(),
});

export const ListedRow = z.object({
  row: z.int(),
  cells: z.array(z.string()),
  figures: z.array(ListedFigureShown),
  faults: z.array(RowFault),
});
export type ListedRow = z.infer<typeof ListedRow>;

/** What a file needs before it can be read with a mapping. */
const MappingGap = z.enum(['agency', 'indicator', 'period', 'value']);
export type MappingGap = z.infer<typeof MappingGap>;

/** The first rows of a file, and what each becomes. */
export const ListPreview = z.object({
  sheets: z.array(z.string()),
  mapping: FigureMapping,
  gaps: z.array(MappingGap),
  /** Heads of the mapping that this file has not. */
  missing: z.array(z.string()),
  head: z.array(z.string()),
  rows: z.array(ListedRow),
});
export type ListPreview = z.infer<typeof ListPreview>;
