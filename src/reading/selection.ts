import type { Block, Paragraph, Row, Table, TextSource } from '../values/block.ts';
import type { Target, Task } from '../values/finding.ts';
import { overlaps, type Span } from '../values/span.ts';
import { readDocument } from './document.ts';
import { inlineAtomsOf } from './targets/inline.ts';
import { type FoundTarget, findsOfAtoms } from './targets/target.ts';
import { type Calendar, dueOf } from './tasks/due.ts';
import { attributeWithin } from './tasks/prose-attributes.ts';
import { doersOf } from './tasks/prose-bodies.ts';
import { timePhraseOf, timePhraseOfWork } from './tasks/prose-time.ts';
import { viewOf } from './text/view.ts';

export type Selected = { targets: FoundTarget[]; tasks: Omit<Task, 'id' | 'confidence'>[] };

/**
 * What a stretch of a text holds, where a person says that it holds something: first as the whole reader sees it by
 * itself; what that does not take for a target or a task is read as one. There is always at least one task.
 */
export function readSelection(source: TextSource, span: Span, calendar: Calendar): Selected {
  const blocks = source.blocks.flatMap((block) => clipped(block, span));
  const found = readDocument({ format: source.format, text: source.text, blocks });
  const targets = found.targets.filter((one) => overlaps(one.span, span)).map(unnumbered);
  const tasks = found.tasks.filter((one) => overlaps(one.span, span));
  return {
    targets: targets.length > 0 ? targets : targetsIn(source.text, span, calendar),
    tasks: tasks.length > 0 ? tasks : [taskOf(source.text, span, calendar)],
  };
}

const unnumbered = ({ id: _, parentId: __, confidence: ___, ...rest }: Target): FoundTarget => ({
  ...rest,
  parent: null,
});

/** Every number in it that is to be reached. */
function targetsIn(text: string, span: Span, { issuedOn }: Calendar): FoundTarget[] {
  const view = viewOf(text, span);
  return findsOfAtoms(inlineAtomsOf(view.text), view, {
    section: [],
    group: null,
    ordinal: null,
    listed: true,
    tier: 'province',
    agencies: [],
    deadline: undefined,
    issuedOn,
  }).targets;
}

/** The stretch as one piece of work, with the doers and the time that it names. */
function taskOf(text: string, span: Span, calendar: Calendar): Omit<Task, 'id' | 'confidence'> {
  const { text: words } = viewOf(text, span);
  const timeRaw = timePhraseOfWork(words) ?? timePhraseOf(words) ?? null;
  const time = timeRaw === null ? undefined : dueOf(timeRaw, calendar);
  return {
    source: 'prose',
    span,
    section: [],
    group: null,
    ordinal: null,
    ...doersOf(words, undefined),
    timeRaw,
    time: time ?? { kind: 'none' },
    productRaw: null,
    fundingRaw: null,
    noteRaw: null,
    ...attributeWithin(words, calendar),
  };
}

/** The part of a block inside the span. Of a table its heading rows stay, which say what the columns hold. */
function clipped(block: Block, span: Span): Block[] {
  if (!overlaps(block.span, span)) return [];
  return block.kind === 'paragraph' ? [clippedParagraph(block, span)] : clippedTable(block, span);
}

function clippedParagraph({ marker, gaps, ...paragraph }: Paragraph, span: Span): Paragraph {
  const start = Math.max(paragraph.span.start, span.start);
  const end = Math.min(paragraph.span.end, span.end);
  return {
    ...paragraph,
    span: { start, end },
    ...(marker !== undefined && start === paragraph.span.start && { marker }),
    ...(gaps && { gaps: gaps.filter((gap) => gap.start >= start && gap.end <= end) }),
  };
}

function clippedTable(table: Table, span: Span): Block[] {
  const chosen = table.rows.filter((row) => row.cells.some((cell) => overlaps(cell.span, span)));
  const cells = chosen.flatMap((row) => row.cells.filter((cell) => overlaps(cell.span, span)));
  const [cell] = cells;
  if (cells.length === 1 && cell)
    return cell.paragraphs.filter((one) => overlaps(one.span, span)).map((one) => clippedParagraph(one, span));
  return [{ ...table, rows: table.rows.filter((row, at) => chosen.includes(row) || isHeading(row, at)) }];
}

const isHeading = (row: Row, at: number): boolean => row.header === true || at === 0;
