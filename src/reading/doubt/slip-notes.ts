import type { TextSource } from '../../values/block.ts';
import type { Note, NoteCode } from '../../values/note.ts';
import type { Span } from '../../values/span.ts';
import { articleSlips } from './article-slips.ts';
import { figureSlips, impossibleDates, lostBlanks } from './figure-slips.ts';
import type { FoundDocument } from './found.ts';
import { note } from './note.ts';
import { type Slip, wordSlips } from './word-slips.ts';

type FoundSlip = Slip & { code: NoteCode };

/** Slips in the text, each as a note about the finding it stands in, and of scans every number that may be misread. */
export function slipNotes(source: TextSource, stretches: Stretch[]): Note[] {
  const { text } = source;
  const as =
    (code: NoteCode) =>
    (slip: Slip): FoundSlip => ({ ...slip, code });
  const figures = [...figureSlips(text), ...articleSlips(text)];
  const found = [
    ...wordSlips(text).map(as('spellingSuspected')),
    ...lostBlanks(text).map(as('spellingSuspected')),
    ...figures.map(as('figureSuspected')),
    ...impossibleDates(text).map(as('dateImpossible')),
    ...doubtfulNumbers(source, figures).map(as('scanDoubtful')),
  ].sort((a, b) => a.span.start - b.span.start);
  const owners = ownersOf(
    found.map(({ span }) => span),
    stretches,
  );
  return found.flatMap(({ code, span, written, suggestion }, i) => {
    const findingId = owners[i] ?? null;
    // Outside findings a doubtful number misleads nobody.
    if (code === 'scanDoubtful' && findingId === null) return [];
    return [note(code, { span, findingId, detail: written, suggestion })];
  });
}

const meets = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Words with a digit, or with a letter that recognition takes for one, of which it was not sure. */
function doubtfulNumbers({ doubts = [], text }: TextSource, figures: Slip[]): Slip[] {
  return doubts.flatMap(({ start, end }) => {
    const written = text.slice(start, end);
    const number = /\d|^[OolI|]+%?$/u.test(written) && !figures.some(({ span }) => meets(span, { start, end }));
    return number ? [{ span: { start, end }, written, suggestion: null }] : [];
  });
}

type Stretch = { id: string; start: number; end: number };

/**
 * The words of each finding, in the order of the text.
 * @param reach the row that a task's cells stand in; a number in its time cell is the task's, too
 */
export const stretchesOf = (
  { targets, tasks }: Pick<FoundDocument, 'targets' | 'tasks'>,
  reach: (offset: number) => Span | undefined,
): Stretch[] =>
  [
    ...targets.flatMap(({ id, span, valueSpan }) => [{ id, ...span }, ...(valueSpan ? [{ id, ...valueSpan }] : [])]),
    ...tasks.map(({ id, span, source }) => {
      const row = source === 'table' ? reach(span.start) : undefined;
      return {
        id,
        start: Math.min(span.start, row?.start ?? span.start),
        end: Math.max(span.end, row?.end ?? span.end),
      };
    }),
  ].sort((a, b) => a.start - b.start);

/** Whose words each span is: the narrowest finding's. One walk through the text. @param spans in the order of the text */
function ownersOf(spans: Span[], stretches: Stretch[]): (string | null)[] {
  let open: Stretch[] = [];
  let next = 0;
  return spans.map((span) => {
    for (let one = stretches[next]; one && one.start < span.end; one = stretches[next]) {
      open.push(one);
      next += 1;
    }
    open = open.filter(({ end }) => end > span.start);
    const [narrowest] = open.toSorted((a, b) => a.end - a.start - (b.end - b.start));
    return narrowest?.id ?? null;
  });
}
