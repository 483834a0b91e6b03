import { z } from 'zod';
import { PeriodCode, ReportingCalendar } from '../values/period.ts';
import { FigureBasis, FigureSpan } from './figure-basis.ts';
import { Measure } from './indicator.ts';

/** What the text of a report may hold: paragraphs, lists, tables, and numbers that are references to the register. */

const reported = {
  agencyId: z.string().min(1).max(200),
  indicatorId: z.string().min(1).max(200),
  line: z.string().max(300),
  period: PeriodCode,
  calendar: ReportingCalendar,
  span: FigureSpan,
  basis: FigureBasis,
};

/** Where a number stands: what an agency reported, what a document asks for, or what follows from what was reported. */
export const FigureSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('figure'), ...reported }),
  /** Since the year began: not reported, but the sum of what was (028). */
  z.object({ kind: z.literal('computed'), ...reported }),
  z.object({ kind: z.literal('target'), documentId: z.uuid(), targetId: z.string().min(1).max(200) }),
  /** Of all that sent a line in a round together, by the rule of its indicator. */
  z.object({
    kind: z.literal('whole'),
    roundId: z.uuid(),
    indicatorId: reported.indicatorId,
    line: reported.line,
    of: z.enum(['value', 'toDate', 'plan', 'before', 'beforeToDate']),
  }),
]);
export type FigureSource = z.infer<typeof FigureSource>;

/** A number of the register, with the value that it had when it was put here. */
export const SourcedNumber = z.object({ source: FigureSource, value: z.number() });
export type SourcedNumber = z.infer<typeof SourcedNumber>;

/**
 * `value`: the number and its unit. `share`: in percent of another. `change`: by how much it rose or fell against another.
 * `gap`: how far above or below another it is, as percentages are set beside what was planned.
 */
export const FigureAs = z.enum(['value', 'share', 'change', 'gap']);
export type FigureAs = z.infer<typeof FigureAs>;

/** What is shown of it follows from the numbers alone, so that nothing in a report can differ from what it refers to. */
export const FigureReference = z.object({
  as: FigureAs,
  of: SourcedNumber,
  /** Null where the number stands for itself. */
  against: SourcedNumber.nullable(),
  measure: Measure,
  unit: z.string().max(60).nullable(),
  decimals: z.int().min(0).max(6).nullable(),
});
export type FigureReference = z.infer<typeof FigureReference>;

/** Whose words these are: a submission, or composed by rule from the figures; without, of whoever edits the report. */
export const Origin = z.union([z.uuid(), z.literal('composed')]);
export type Origin = z.infer<typeof Origin>;

const look = { bold: z.literal(true).optional(), italic: z.literal(true).optional(), from: Origin.optional() };
const TextRun = z.object({ text: z.string().min(1).max(20_000), ...look });
export const FigureRun = z.object({ figure: FigureReference, ...look });
export const Run = z.union([TextRun, FigureRun]);
export type TextRun = z.infer<typeof TextRun>;
export type FigureRun = z.infer<typeof FigureRun>;
export type Run = z.infer<typeof Run>;

const Runs = z.array(Run).max(2000);
const TextTableCell = z.object({
  runs: Runs,
  head: z.literal(true).optional(),
  columns: z.int().min(2).max(30).optional(),
  rows: z.int().min(2).max(200).optional(),
});
export type TextTableCell = z.infer<typeof TextTableCell>;

export const ContentBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), runs: Runs }),
  z.object({ kind: z.literal('list'), ordered: z.boolean(), items: z.array(Runs).min(1).max(500) }),
  z.object({ kind: z.literal('table'), rows: z.array(z.array(TextTableCell).max(30)).min(1).max(500) }),
]);
export type ContentBlock = z.infer<typeof ContentBlock>;

export const SectionContent = z.array(ContentBlock).max(1000);
export type SectionContent = z.infer<typeof SectionContent>;

export const isFigure = (run: Run): run is FigureRun => 'figure' in run;

/** All that is written on one level: of a paragraph one line of runs, of a list one for each item, of a table one for each cell. */
export function linesOf(block: ContentBlock): Run[][] {
  if (block.kind === 'paragraph') return [block.runs];
  return block.kind === 'list' ? block.items : block.rows.flatMap((row) => row.map(({ runs }) => runs));
}

/** The same block with every line of runs changed. */
export function mapLines(block: ContentBlock, change: (runs: Run[]) => Run[]): ContentBlock {
  if (block.kind === 'paragraph') return { ...block, runs: change(block.runs) };
  if (block.kind === 'list') return { ...block, items: block.items.map(change) };
  return { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, runs: change(cell.runs) }))) };
}

const figuresOf = (content: SectionContent): FigureReference[] =>
  content.flatMap((block) => linesOf(block).flatMap((runs) => runs.filter(isFigure).map(({ figure }) => figure)));

/** The numbers of the register that a text rests on. */
export const sourcesOf = (content: SectionContent): SourcedNumber[] =>
  figuresOf(content).flatMap(({ of, against }) => (against ? [of, against] : [of]));

export const sourceKey = (source: FigureSource): string =>
  source.kind === 'target'
    ? ['target', source.documentId, source.targetId].join('\t')
    : source.kind === 'whole'
      ? ['whole', source.roundId, source.indicatorId, source.line, source.of].join('\t')
      : [
          source.kind,
          source.agencyId,
          source.indicatorId,
          source.line,
          source.period,
          source.calendar,
          source.span,
          source.basis,
        ].join('\t');

/** Every run is marked as coming from there, whatever it came from before. */
export const withOrigin = (content: SectionContent, from: Origin): SectionContent =>
  content.map((block) => mapLines(block, (runs) => runs.map((run) => ({ ...run, from }))));

export const originsOf = (content: SectionContent): Set<Origin> =>
  new Set(content.flatMap((block) => linesOf(block).flat()).flatMap(({ from }) => (from === undefined ? [] : [from])));
