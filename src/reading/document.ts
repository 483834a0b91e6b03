import type { TextSource } from '../values/block.ts';
import type { Reading, Secrecy, Task } from '../values/finding.ts';
import { highestSecrecy } from '../values/secrecy.ts';
import type { Span } from '../values/span.ts';
import type { FoundDocument } from './doubt/found.ts';
import { weigh } from './doubt/weigh.ts';
import { documentStarts } from './header/document-starts.ts';
import { secrecyOfEdges } from './header/secrecy.ts';
import { type OneDocument, readOne } from './one-document.ts';
import { concatenated, numbered } from './targets/target.ts';
import { type Item, itemsOf } from './text/line.ts';
import { wholeSpan } from './text/view.ts';

/**
 * Reads a file's plan documents: header, targets, tasks, references, each with the place in the text that it was read
 * from, and notes on what is doubtful. A decision is one document with all that is issued together with it; what follows
 * with a letterhead and a number of its own is another. Pure; never throws on content.
 */
export function readDocument(source: TextSource): Reading {
  const items = itemsOf(source);
  const starts = documentStarts(items, source.text);
  const documents = starts.map((start, i) => {
    const own = items.slice(start, starts[i + 1]);
    return readOne(own, stretchOf(items, [start, starts[i + 1]], source.text.length), source.text);
  });
  return weigh(numberedThrough(marked(documents, secrecyOfEdges(source.edges ?? []))), source);
}

/** What every page is marked with holds for all documents of the file. */
const marked = (documents: OneDocument[], secrecy: Secrecy | null): OneDocument[] =>
  secrecy === null
    ? documents
    : documents.map((one) => ({
        ...one,
        header: { ...one.header, secrecy: highestSecrecy([one.header.secrecy, secrecy]) },
      }));

/** From its first line to the next document's first; together the stretches are the whole text. */
function stretchOf(items: Item[], [from, to]: [number, number | undefined], length: number): Span {
  const startOf = (at: number): number => {
    const item = items[at];
    if (!item) return length;
    return item.kind === 'table' ? item.table.span.start : wholeSpan(item.full).start;
  };
  return { start: from === 0 ? 0 : startOf(from), end: to === undefined ? length : startOf(to) };
}

/** The findings of all documents of a file are numbered in one row, as they follow one another in the text. */
function numberedThrough(documents: OneDocument[]): FoundDocument[] {
  const { targets, figures } = numbered(concatenated(documents.map((one) => one.found)));
  const tasks = inOrder(documents.flatMap((one) => one.tasks));
  return documents.map(({ header, passages, span }) => {
    const within = (found: { span: Span }): boolean => span.start <= found.span.start && found.span.start < span.end;
    return {
      header,
      passages,
      span,
      targets: targets.filter(within),
      figures: figures.filter(within),
      tasks: tasks.filter(within),
    };
  });
}

const inOrder = (tasks: OneDocument['tasks']): Omit<Task, 'confidence'>[] =>
  tasks.toSorted((a, b) => a.span.start - b.span.start).map((task, i) => ({ ...task, id: `n${i + 1}` }));
