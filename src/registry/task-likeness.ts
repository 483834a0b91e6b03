import { searchText } from '../values/search-text.ts';
import type { Likeness } from './likeness.ts';
import { shortForms, wordsOfEveryTask, wordsOfFields } from './work-fields.ts';

/**
 * How alike two tasks are. A city's task is a paragraph that answers several of the province's, so likeness of the whole
 * says little: the nearest two sentences count beside it, and how much is shared at all, however long the rest. Words
 * that stand in every task count nothing, rare ones more, and a field of work most of all.
 */
const weights = { field: 3, pair: 1.5, syllable: 0.5 };
const parts = { whole: 1, sentence: 0.5, shorter: 0.3, shared: 0.3 };

/**
 * A task's heading and its lead agency name fields that its own words may leave out. Whether the other task says one of
 * them speaks for the two, or against.
 */
const hints = { heading: 0.03, lead: 0.05 };

/** Carrying out, spreading or watching one document is no part of doing so with another. */
const ownDocument = /(?:nghị quyết|kế hoạch(?: hành động)?|chương trình|đề án|quyết định|chỉ thị)\s+này/iu;
const ofAnotherDocument = -0.5;

/** What two tasks that surely belong together share, in weight; measured on the listed pairs. */
const muchShared = 25;

type Terms = ReadonlySet<string>;

/** A task's words and what stands around them. */
type TaskText = { quote: string; task: { group: string | null; lead: readonly string[] } };

const plain = (text: string): string => searchText([text]).words.trim();

const long = new Map(shortForms.map(({ short, long }) => [short, long]));
const shortForm = new RegExp(`(?<= )(?:${[...long.keys()].join('|')})(?= )`, 'gu');
/** The longest first, or a phrase would be found in part. */
const emptyWords = wordsOfEveryTask.map(plain).sort((a, b) => b.length - a.length);
const empty = new RegExp(`(?<= )(?:${emptyWords.join('|')})(?= )`, 'gu');
const fieldWords = wordsOfFields.map(({ words, field }) => ({ words: ` ${plain(words)} `, field }));

/** '#' marks a field; a space stands in pairs of syllables, which most words of Vietnamese are. */
function termsOf(text: string): Terms {
  const words = ` ${plain(text)} `.replace(shortForm, (short) => long.get(short) ?? short);
  const terms = new Set<string>();
  for (const one of fieldWords) if (words.includes(one.words)) terms.add(`#${one.field}`);
  for (const stretch of words.replace(empty, '|').split('|')) {
    const syllables = stretch.split(' ').filter((syllable) => syllable !== '');
    syllables.forEach((syllable, at) => {
      terms.add(syllable);
      const next = syllables[at + 1];
      if (next !== undefined) terms.add(`${syllable} ${next}`);
    });
  }
  return terms;
}

const sentencesOf = (text: string): string[] => text.split(/(?<=[.:])\s+|;\s*/u).filter((one) => one.trim().length > 8);

/** What of a task is compared: made once, however many documents it is set beside. */
export type TaskWords = {
  documentId: string;
  whole: Terms;
  sentences: Terms[];
  heading: Terms;
  lead: Terms;
  ofItsDocument: boolean;
};

const fieldsOf = (text: string): Terms => new Set([...termsOf(text)].filter((term) => term.startsWith('#')));

/** The document is asked for because a task that speaks of "this plan" means the one it stands in. */
export function wordsOfTask({ quote, task }: TaskText, documentId: string): TaskWords {
  const sentences = sentencesOf(quote).map(termsOf);
  return {
    documentId,
    whole: termsOf(quote),
    sentences: sentences.filter(({ size }) => size > 0),
    heading: fieldsOf(task.group ?? ''),
    lead: fieldsOf(task.lead.join('; ')),
    ofItsDocument: ownDocument.test(quote),
  };
}

function surroundings(higher: TaskWords, lower: TaskWords): number {
  const apart = higher.documentId !== lower.documentId && (higher.ofItsDocument || lower.ofItsDocument);
  return (
    (apart ? ofAnotherDocument : 0) +
    hints.heading * (saidIn(higher.heading, lower) + saidIn(lower.heading, higher)) +
    hints.lead * (saidIn(higher.lead, lower) + saidIn(lower.lead, higher))
  );
}

function saidIn(fields: Terms, { whole, heading }: TaskWords): number {
  if (fields.size === 0) return 0;
  return [...fields].some((field) => whole.has(field) || heading.has(field)) ? 1 : -1;
}

const kindWeight = (term: string): number => {
  if (term.startsWith('#')) return weights.field;
  return term.includes(' ') ? weights.pair : weights.syllable;
};

/** Squares of weights: what two sets share is then a sum over the terms they have in common. */
function squares(tasks: readonly TaskWords[]): (term: string) => number {
  const seen = new Map<string, number>();
  for (const { whole } of tasks) for (const term of whole) seen.set(term, (seen.get(term) ?? 0) + 1);
  const known = new Map<string, number>();
  for (const [term, count] of seen)
    known.set(term, (Math.max(0, Math.log((tasks.length + 1) / (count + 0.5))) * kindWeight(term)) ** 2);
  return (term) => known.get(term) ?? 0;
}

/** Sets of terms that are asked, one set at a time, how much they share with another: by their terms, not one by one. */
class Shelf {
  readonly sizes: number[];
  private readonly holders = new Map<string, number[]>();
  private readonly square: (term: string) => number;

  constructor(sets: readonly Terms[], square: (term: string) => number) {
    this.square = square;
    this.sizes = sets.map((terms) => sizeOf(terms, square));
    sets.forEach((terms, at) => {
      for (const term of terms) {
        const held = this.holders.get(term);
        if (held) held.push(at);
        else this.holders.set(term, [at]);
      }
    });
  }

  sharedWith(terms: Terms): Float64Array {
    const sums = new Float64Array(this.sizes.length);
    for (const term of terms) {
      const square = this.square(term);
      if (square > 0) for (const at of this.holders.get(term) ?? []) sums[at] = (sums[at] ?? 0) + square;
    }
    return sums;
  }
}

function sizeOf(terms: Terms, square: (term: string) => number): number {
  let sum = 0;
  for (const term of terms) sum += square(term);
  return sum || 1;
}

/** By the tasks' places in the two lists. */
export function taskLikenessOf(above: readonly TaskWords[], below: readonly TaskWords[]): Likeness {
  const square = squares([...above, ...below]);
  const wholes = new Shelf(
    below.map(({ whole }) => whole),
    square,
  );
  const owners = below.flatMap(({ sentences }, owner) => sentences.map(() => owner));
  const sentences = new Shelf(
    below.flatMap((one) => one.sentences),
    square,
  );
  /** Of each lower task the sentence that is nearest to one of the higher task's. */
  const nearestSentences = (task: TaskWords): Float64Array => {
    const best = new Float64Array(below.length);
    for (const sentence of task.sentences) {
      const size = sizeOf(sentence, square);
      sentences.sharedWith(sentence).forEach((shared, at) => {
        const owner = owners[at] ?? 0;
        best[owner] = Math.max(best[owner] ?? 0, shared / Math.sqrt(size * (sentences.sizes[at] ?? 1)));
      });
    }
    return best;
  };
  const rowOf = (task: TaskWords): Float64Array => {
    const [size, nearest] = [sizeOf(task.whole, square), nearestSentences(task)];
    return wholes.sharedWith(task.whole).map((shared, at) => {
      const [lower, other] = [below[at], wholes.sizes[at] ?? 1];
      return (
        (lower ? surroundings(task, lower) : 0) +
        (parts.whole * shared) / Math.sqrt(size * other) +
        parts.sentence * (nearest[at] ?? 0) +
        (parts.shorter * shared) / Math.min(size, other) +
        (parts.shared * Math.sqrt(shared)) / muchShared
      );
    });
  };
  const rows = above.map(rowOf);
  return (higher, lower) => rows[higher]?.[lower] ?? 0;
}
