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

/** What two tasks that surely belong together share, in weight; measured on the listed pairs. */
const muchShared = 25;

type Terms = ReadonlySet<string>;

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

type Prepared = { whole: Terms; sentences: Terms[] };

const prepare = (text: string): Prepared => {
  const sentences = sentencesOf(text).map(termsOf);
  return { whole: termsOf(text), sentences: sentences.filter(({ size }) => size > 0) };
};

const kindWeight = (term: string): number => {
  if (term.startsWith('#')) return weights.field;
  return term.includes(' ') ? weights.pair : weights.syllable;
};

/** Squares of weights: what two sets share is then a sum over the terms they have in common. */
function squares(tasks: readonly Prepared[]): (term: string) => number {
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

/** By the tasks' places in the two lists of texts. */
export function taskLikenessOf(highers: readonly string[], lowers: readonly string[]): Likeness {
  const [above, below] = [highers.map(prepare), lowers.map(prepare)];
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
  const nearestSentences = (task: Prepared): Float64Array => {
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
  const rowOf = (task: Prepared): Float64Array => {
    const [size, nearest] = [sizeOf(task.whole, square), nearestSentences(task)];
    return wholes.sharedWith(task.whole).map((shared, at) => {
      const other = wholes.sizes[at] ?? 1;
      return (
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
