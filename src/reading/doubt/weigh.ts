import type { TextSource } from '../../values/block.ts';
import type { DocumentHeader, OwnHeader, Reading } from '../../values/finding.ts';
import { type DoubtReason, type Note, noteSeverity } from '../../values/note.ts';
import type { Span } from '../../values/span.ts';
import type { Passage } from '../text/outline.ts';
import { notesAcross } from './across.ts';
import { headerNotes, pageNotes, unreadTableNotes } from './document-notes.ts';
import type { FoundDocument, FoundTarget, FoundTask } from './found.ts';
import { note } from './note.ts';
import { type Places, placesOf, quoteOf } from './place.ts';
import { slipNotes, stretchesOf } from './slip-notes.ts';
import { tableNotes } from './table-notes.ts';
import { targetNotes } from './target-notes.ts';
import { targetSigns } from './target-signs.ts';
import { taskNotes } from './task-notes.ts';
import { taskSigns } from './task-signs.ts';
import {
  doubtWeight,
  noteWeight,
  signWeight,
  type TargetKind,
  type TaskKind,
  targetBase,
  taskBase,
  threshold,
} from './weights.ts';

/** Gives every finding its confidence, and says what an officer should look at: at least every finding it is not sure of. */
export function weigh(documents: FoundDocument[], source: TextSource): Reading {
  const placed = documents.map((document) => ({ ...document, place: placesOf(document.passages) }));
  const notes = [
    ...documents.flatMap(headerNotes),
    ...pageNotes(source),
    ...placed.flatMap((document) => findingNotes(document, source.text)),
    ...slipNotes(
      source,
      placed.flatMap((document) => stretchesOf(document, (offset) => document.place(offset)?.span)),
    ),
  ];
  const notesOf = Map.groupBy(notes, ({ findingId }) => findingId);
  const about = (id: string): Note[] => notesOf.get(id) ?? [];
  const doubtful = doubtfulIn(source);
  const weighed = placed.flatMap((document) =>
    weighDocument(document, { text: source.text, notesOf: about, doubtful }),
  );
  const confidences = new Map(weighed.map(({ id, odds }) => [id, confidenceOf(odds)]));
  const confident = <T extends { id: string }>(found: T): T & { confidence: number } => ({
    ...found,
    confidence: confidences.get(found.id) ?? 0,
  });
  return {
    document: headerOf(documents),
    targets: documents.flatMap(({ targets }) => targets.map(confident)),
    figures: documents.flatMap(({ figures }) => figures),
    tasks: documents.flatMap(({ tasks }) => tasks.map(confident)),
    notes: [...notes, ...weighed.flatMap(uncertainty)],
  };
}

function headerOf([first, ...further]: FoundDocument[]): DocumentHeader {
  if (!first) throw new Error('A file holds at least one document.');
  return { ...first.header, further: further.map(({ header, span }) => ({ ...header, span })) };
}

type Placed = FoundDocument & { place: Places };

const findingNotes = ({ header, targets, tasks, passages, place }: Placed, text: string): Note[] => [
  ...passages.flatMap((passage) => unreadTableNotes(passage, text)),
  ...tableNotes(targets, tasks, place, text),
  ...targets.flatMap((target) => targetNotes(target, header, text)),
  ...tasks.flatMap((task) => taskNotes(task, header)),
  ...notesAcross(targets, tasks, text),
];

function weighDocument({ header, targets, tasks, place }: Placed, given: Given): Weighed[] {
  const weighing: Weighing = {
    ...given,
    document: header,
    listed: targets.filter((target) => target.listed).length,
    oddTables: oddTablesOf(targets, place, given.text),
    place,
  };
  return [
    ...withNeighbours(targets.map((target) => weighTarget(target, weighing))),
    ...withNeighbours(tasks.map((task) => weighTask(task, weighing))),
  ];
}

type Weighed = { id: string; span: Span; odds: number; reasons: DoubtReason[] };

/** What is the same for all documents of a file. */
type Given = {
  text: string;
  notesOf: (id: string) => Note[];
  /** How many words of a stretch the recognition of a scan is not sure of. */
  doubtful: (span: Span) => number;
};

type Weighing = Given & {
  document: OwnHeader;
  /** How many targets stand in lists and tables of targets. */
  listed: number;
  oddTables: Set<Passage>;
  place: Places;
};

/** Two decimals: more would only seem exact. */
const confidenceOf = (odds: number): number => Math.round(100 / (1 + Math.exp(-odds))) / 100;

/** What takes less than this is no reason to name beside heavier ones. */
const slight = -0.3;

function uncertainty({ id, span, odds, reasons }: Weighed): Note[] {
  if (confidenceOf(odds) >= threshold) return [];
  const heavy = reasons.filter((reason) => signWeight[reason] <= slight);
  return [note('readingUncertain', { span, findingId: id, reasons: heavy.length > 0 ? heavy : reasons })];
}

function weighTarget(target: FoundTarget, weighing: Weighing): Weighed {
  const { place, text, document, listed, oddTables } = weighing;
  const at = place(target.span.start);
  const seen = {
    target,
    quote: quoteOf(text, target.span),
    value: quoteOf(text, target.valueSpan),
    around: quoteOf(text, at && nearby(at.span, target.span)),
    period: document.period,
    listed,
    role: at?.passage.role ?? ('other' as const),
    oddTable: at !== undefined && oddTables.has(at.passage),
    after: text.slice(target.span.end, target.span.end + glimpse),
  };
  const reasons = targetSigns.filter(({ shows }) => shows(seen)).map(({ reason }) => reason);
  return weighed(target, targetBase[kindOfTarget(target)], reasons, weighing);
}

/** Tables of which some name cells hold no word: their columns are not what their headings say. */
function oddTablesOf(targets: FoundTarget[], place: Places, text: string): Set<Passage> {
  const wordless = targets.filter(
    ({ span, valueSpan }) => valueSpan && !/\p{L}{2}/u.test(text.slice(span.start, span.end)),
  );
  return new Set(wordless.flatMap(({ span }) => place(span.start)?.passage ?? []));
}

/** How far around a target its paragraph is looked at. */
const reach = 1500;
const glimpse = 20;

const nearby = (around: Span, { start, end }: Span): Span => ({
  start: Math.max(around.start, start - reach),
  end: Math.min(around.end, end + reach),
});

const kindOfTarget = ({ op, valueSpan, listed }: FoundTarget): TargetKind => {
  if (op === 'text') return 'condition';
  return valueSpan ? 'cell' : listed ? 'list' : 'sentence';
};

function weighTask(task: FoundTask, weighing: Weighing): Weighed {
  const quote = quoteOf(weighing.text, task.span);
  const seen = {
    task,
    quote,
    role: weighing.place(task.span.start)?.passage.role ?? ('other' as const),
    title: weighing.document.title,
    lacking: headerFields.filter((field) => weighing.document[field] === null).length,
  };
  const reasons = taskSigns.filter(({ shows }) => shows(seen)).map(({ reason }) => reason);
  return weighed(task, taskBase[kindOfTask(task, quote)], reasons, weighing);
}

const opening = 25;

function kindOfTask({ source, lead }: FoundTask, quote: string): TaskKind {
  if (source === 'table') return 'row';
  if (lead.length === 0) return 'nobody';
  return lead.some((name) => quote.includes(name.slice(0, opening))) ? 'named' : 'underHeading';
}

const headerFields = ['number', 'issuer', 'issuedOn', 'title', 'period'] as const;

function weighed(
  { id, span }: { id: string; span: Span },
  base: number,
  reasons: DoubtReason[],
  { notesOf, doubtful }: Weighing,
): Weighed {
  const noted = notesOf(id).reduce((sum, { code }) => sum + noteWeight[noteSeverity[code]], 0);
  const odds = reasons.reduce((sum, reason) => sum + signWeight[reason], base + noted) + doubtWeight * doubtful(span);
  return { id, span, odds, reasons };
}

/** Where many findings of a document are doubtful, its form is one the reader does not know, and the others may be wrong, too. */
function withNeighbours(all: Weighed[]): Weighed[] {
  const unsure = all.filter(({ odds }) => confidenceOf(odds) < threshold).length;
  return all.map((one) => {
    const others = unsure - (confidenceOf(one.odds) < threshold ? 1 : 0);
    return others > (all.length - 1) * 0.4
      ? { ...one, odds: one.odds + signWeight.neighboursUnsure, reasons: [...one.reasons, 'neighboursUnsure'] }
      : one;
  });
}

function doubtfulIn({ doubts = [] }: TextSource): (span: Span) => number {
  // Doubts stand in the order of the text and do not overlap.
  const before = (offset: number): number => {
    let low = 0;
    let high = doubts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((doubts[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return ({ start, end }) => before(end) - before(start);
}
