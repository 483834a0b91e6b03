import type { Span } from '../../values/span.ts';
import { isSyllable } from '../../values/syllable.ts';
import { placeTone } from '../../values/tone.ts';
import { fold } from '../../values/vietnamese.ts';
import { commonWords, otherWords } from './common-words.ts';

/** Slips of typing and recognition in words. Rare by design: an officer stops reading notes that cry wolf. */

export type Slip = { span: Span; written: string; suggestion: string | null };

/** A word in lower case with one place for its tone mark, without accents, and whether it may be Vietnamese. */
type Form = { plain: string; folded: string; sound: boolean };
type Word = Form & { written: string; from: number; to: number };

const commonByFold = new Map([...commonWords].map((word) => [fold(word), word]));

/** Words that stand beside any other: a pair with one of them is no word of two syllables. */
const joining = new Set(
  'có các và của số từ về đó để là cho trong với tại do đến vào qua hay thì mà bị được đã sẽ không này theo như'.split(
    ' ',
  ),
);

export function wordSlips(text: string): Slip[] {
  const words = wordsOf(text);
  const likely = likelyWords();
  let counted: Map<string, number> | undefined;
  const count = (pair: string): number => {
    counted ??= countPairs(words);
    return counted.get(pair) ?? 0;
  };
  return words.flatMap((word, i) => {
    const around = { text, word, before: words[i - 1], next: words[i + 1], behind: words[i + 2], count, likely };
    return pairSlip(around) ?? brokenSlip(around) ?? [];
  });
}

/** A word with its neighbours, and how often a pair of words stands in the whole text. */
type Around = {
  text: string;
  word: Word;
  before: Word | undefined;
  next: Word | undefined;
  behind: Word | undefined;
  count: (pair: string) => number;
  /** The syllables that a broken word may have been. */
  likely: (word: string) => string[];
};

/** "nghiêng": words much longer are no slips of one. */
const longestSyllable = 7;

/** Foreign words have no accents; "ôtô" is several syllables. */
const isSound = (plain: string): boolean =>
  plain.length > longestSyllable * 2 || /^\p{ASCII}+$/u.test(plain) || isSyllable(plain) || isLoan(plain);

function wordsOf(text: string): Word[] {
  const forms = new Map<string, Form>();
  return [...text.matchAll(/(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}]{2,}(?![\p{L}\p{M}\p{N}])/gu)].map(
    ({ 0: written, index }) => {
      let form = forms.get(written);
      if (!form) {
        const plain = placeTone(written.toLowerCase());
        form = { plain, folded: fold(plain), sound: isSound(plain) };
        forms.set(written, form);
      }
      return { written, ...form, from: index, to: index + written.length };
    },
  );
}

const beside = (a: Word | undefined, b: Word | undefined): boolean => !!a && !!b && b.from - a.to <= 2;
const pairOf = (a: Word | undefined, b: Word | undefined): string =>
  a && b && beside(a, b) ? `${a.plain} ${b.plain}` : '';
const foldedPair = (a: Word | undefined, b: Word | undefined): string =>
  a && b && beside(a, b) ? `${a.folded} ${b.folded}` : '';

function countPairs(words: Word[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [i, word] of words.entries()) {
    const pair = pairOf(word, words[i + 1]);
    if (pair) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/** What stands oftener than this in a document is its own way of writing. */
const often = 3;

/** "chì tiêu": a common word but for accents, where neither syllable makes a word with its other neighbour. */
function pairSlip({ text, word: a, next: b, before, behind, count }: Around): Slip | undefined {
  const meant = commonByFold.get(foldedPair(a, b));
  if (meant === undefined || !b || meant === pairOf(a, b) || !/^\s+$/u.test(text.slice(a.to, b.from))) return undefined;
  if (joining.has(a.plain) || joining.has(b.plain) || isName(b)) return undefined;
  const known = (pair: string): boolean => commonWords.has(pair) || otherWords.has(pair) || count(pair) > often;
  if (known(pairOf(a, b)) || known(pairOf(before, a)) || known(pairOf(b, behind))) return undefined;
  const written = text.slice(a.from, b.to);
  return { span: { start: a.from, end: b.to }, written, suggestion: likeWritten(meant, written) };
}

const isName = ({ written }: Word): boolean => /^\p{Lu}\p{Ll}/u.test(written);

const likeWord = (word: string, written: string): string => {
  if (!/\p{Ll}/u.test(written)) return word.toUpperCase();
  return /^\p{Lu}/u.test(written) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
};

/** Capitals where the written words have them. */
function likeWritten(meant: string, written: string): string {
  const models = written.split(/\s+/u);
  return meant
    .split(' ')
    .map((word, i) => likeWord(word, models[i] ?? word))
    .join(' ');
}

/** With accents like Vietnamese, but no Vietnamese syllable and neither a loan of several syllables ("ôtô") nor a name. */
function isBroken({ text, word, before, next }: Around): boolean {
  const { written } = word;
  if (!/\p{Ll}/u.test(written)) return false;
  if (!isName(word)) return true;
  const opens = /(?:^|[.:;!?\n]\s*|[-–+•]\s*)$/u.test(text.slice(Math.max(0, word.from - 3), word.from));
  return opens && !(next && isName(next)) && !(before && isName(before));
}

const bare = (syllable: string): string =>
  syllable
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0309\u0303\u0323]/gu, '')
    .normalize('NFC');

const stopTone = (syllable: string): string =>
  syllable.replace(/([aeiouyăâêôơư])(?=(?:c|ch|p|t)$)/u, '$1\u0301').normalize('NFC');

/** Two or more syllables written as one, where stops need no tone: "ôtô", "vectơ". */
function isLoan(word: string): boolean {
  const sound = (part: string): boolean => isSyllable(part) || isSyllable(stopTone(bare(part)));
  for (let at = 1; at < word.length; at++) {
    const rest = word.slice(at);
    if (sound(word.slice(0, at)) && (sound(rest) || (rest.length > 2 && isLoan(rest)))) return true;
  }
  return false;
}

const commonGlued = new Map([...commonWords].map((word) => [word.replace(' ', ''), word]));

/** "tăngtrưởng": a common word whose blank was lost. */
function gluedSlip({ written, plain, from, to }: Word): Slip | undefined {
  const meant = commonGlued.get(plain);
  if (meant === undefined) return undefined;
  const at = meant.indexOf(' ');
  const suggestion = likeWritten(meant, `${written.slice(0, at)} ${written.slice(at)}`);
  return { span: { start: from, end: to }, written, suggestion };
}

function brokenSlip(around: Around): Slip | undefined {
  const { word, before, next, count, likely } = around;
  const glued = gluedSlip(word);
  if (glued || word.sound) return glued;
  const pair = commonByFold.has(foldedPair(before, word)) || commonByFold.has(foldedPair(word, next));
  if (pair || !isBroken(around)) return undefined;
  const usual = (one: string): number => {
    const pairs = [before ? `${before.plain} ${one}` : '', next ? `${one} ${next.plain}` : ''];
    return Math.max(...pairs.map((each) => (commonWords.has(each) ? often : count(each))));
  };
  // Recognition confuses accents oftener than letters.
  const likeness = (one: string): number => usual(one) * (fold(one) === word.folded ? often : 1);
  const [best] = likely(word.plain)
    .map((one) => ({ one, likeness: likeness(one) }))
    .sort((a, b) => b.likeness - a.likeness);
  return {
    span: { start: word.from, end: word.to },
    written: word.written,
    suggestion: best && best.likeness >= often ? likeWord(best.one, word.written) : null,
  };
}

const letters = [...'aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ'];

/** A text with more broken words than this is no Vietnamese, and nothing can be suggested for it. */
const mostBroken = 200;

/** Each broken word's likely syllables, found once. */
function likelyWords(): (word: string) => string[] {
  const known = new Map<string, string[]>();
  return (word) => {
    const found = known.get(word) ?? (known.size < mostBroken ? [...new Set(neighbours(word))].filter(isSyllable) : []);
    if (known.size < mostBroken) known.set(word, found);
    return found;
  };
}

/** All words one letter away: another letter, one more, one less. */
function neighbours(word: string): string[] {
  const found: string[] = [];
  for (let at = 0; at <= word.length; at++) {
    const [before, behind] = [word.slice(0, at), word.slice(at)];
    for (const letter of letters) {
      found.push(before + letter + behind);
      if (behind !== '') found.push(before + letter + behind.slice(1));
    }
    if (behind !== '') found.push(before + behind.slice(1));
  }
  return found;
}
