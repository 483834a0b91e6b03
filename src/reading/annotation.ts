import type { TextSource } from '../values/block.ts';
import type { OwnHeader, PastFigure, Reading, Reference, Target, Task } from '../values/finding.ts';
import type { Note } from '../values/note.ts';
import type { Span } from '../values/span.ts';

/**
 * A reading as the exchange form of annotations has it: quotes are exact stretches of the file's own text (not
 * normalised) and offsets count its Unicode code points. For formats other than text, `text` is what the offsets count.
 */
export type Annotation = {
  source: string;
  text?: string;
  document: AnnotatedHeader;
  /** Where a file holds more than one: the documents behind the first, each with the stretch that it takes. */
  further?: (AnnotatedHeader & { start: number; end: number })[];
  targets: AnnotatedTarget[];
  /** What it states of times gone by. */
  figures: AnnotatedFigure[];
  tasks: AnnotatedTask[];
  notes: (Omit<Note, 'span'> & { start?: number; end?: number })[];
};

type AnnotatedHeader = Omit<OwnHeader, 'legalBases' | 'recipients' | 'references' | 'spans'> & {
  legalBases: string[];
  recipients: string[];
  references: Omit<Reference, 'span'>[];
};

type Quoted = { quote: string; start: number; end: number };

export type AnnotatedTarget = Quoted &
  Omit<Target, 'span' | 'valueSpan' | 'value2' | 'of' | 'yearFrom' | 'parentId' | 'group'> & {
    valueQuote?: string;
    valueStart?: number;
    valueEnd?: number;
    value2?: number;
    of?: number;
    yearFrom?: number;
    parentId?: string;
  };

type AnnotatedFigure = Quoted &
  Omit<PastFigure, 'span' | 'valueSpan' | 'period' | 'group'> & {
    valueQuote?: string;
    valueStart?: number;
    valueEnd?: number;
    from: string | null;
    to: string | null;
  };

export type AnnotatedTask = Quoted & Omit<Task, 'span'>;

/** @param name the file's name */
export function annotationOf(source: TextSource, reading: Reading, name: string): Annotation {
  const raw = source.original?.text ?? source.text;
  const place = (offset: number): number => source.original?.offsetOf(offset) ?? offset;
  const points = codePoints(raw);
  const quote = (span: Span): string => raw.slice(place(span.start), place(span.end));
  const at = (span: Span): Quoted => ({
    quote: quote(span),
    start: points(place(span.start)),
    end: points(place(span.end)),
  });
  const headerOf = ({ spans: _, ...header }: OwnHeader): AnnotatedHeader => ({
    ...header,
    legalBases: header.legalBases.map(quote),
    recipients: header.recipients.map(quote),
    references: header.references.map(({ span: _, ...reference }) => reference),
  });
  const { further, ...document } = reading.document;
  return {
    source: name,
    ...(source.format !== 'txt' && source.format !== 'md' && { text: source.text }),
    document: headerOf(document),
    ...(further.length > 0 && {
      further: further.map(({ span, ...header }) => ({
        ...headerOf(header),
        start: points(place(span.start)),
        end: points(place(span.end)),
      })),
    }),
    targets: reading.targets.map((target) => annotatedTarget(target, at)),
    figures: reading.figures.map((figure) => annotatedFigure(figure, at)),
    tasks: reading.tasks.map(({ id, source: from, span, ...rest }) => ({ id, source: from, ...at(span), ...rest })),
    notes: reading.notes.map(({ span, ...rest }) => ({
      ...rest,
      ...(span && { start: at(span).start, end: at(span).end }),
    })),
  };
}

function annotatedTarget(
  { id, span, valueSpan, value2, of, yearFrom, parentId, group: _, ...rest }: Target,
  at: (span: Span) => Quoted,
): AnnotatedTarget {
  const value = valueSpan && at(valueSpan);
  return {
    id,
    ...at(span),
    ...(value && { valueQuote: value.quote, valueStart: value.start, valueEnd: value.end }),
    ...rest,
    ...(value2 !== null && { value2 }),
    ...(of !== null && { of }),
    ...(yearFrom !== null && { yearFrom }),
    ...(parentId !== null && { parentId }),
  };
}

function annotatedFigure(
  { id, span, valueSpan, period, group: _, ...rest }: PastFigure,
  at: (span: Span) => Quoted,
): AnnotatedFigure {
  const value = valueSpan && at(valueSpan);
  return {
    id,
    ...at(span),
    ...(value && { valueQuote: value.quote, valueStart: value.start, valueEnd: value.end }),
    ...rest,
    from: period?.from ?? null,
    to: period?.to ?? null,
  };
}

/** UTF-16 offset -> code points before it. */
function codePoints(text: string): (offset: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (offset) => offset;
  const pairs: number[] = [];
  for (const match of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(match.index);
  return (offset) => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}
