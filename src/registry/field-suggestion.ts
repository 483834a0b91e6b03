import { searchText } from '../values/search-text.ts';
import type { HeirChoice } from './reorganisation.ts';

/** Where a piece of work of a split body belongs, as its words say; an officer decides. */
export type HeirSuggestion = { heir: HeirChoice; because: string[] };

/** "lao động, tiền lương và việc làm" names three things. */
const phrasesOf = (field: string): string[] =>
  field
    .split(/[,;()]|\svà\s/u)
    .map((phrase) => wordsOf(phrase))
    .filter((phrase) => phrase !== '');

const wordsOf = (text: string): string => searchText([text]).words.trim();

/** Two syllables side by side are what most Vietnamese words are made of. */
function pairsOf(phrase: string): string[] {
  const syllables = phrase.split(' ');
  return syllables.slice(1).map((syllable, at) => `${syllables[at]} ${syllable}`);
}

const phraseWeight = 3;

function weigh(field: string, words: string): { weight: number; because: string[] } {
  const says = (phrase: string): boolean => words.includes(` ${phrase} `);
  const phrases = phrasesOf(field);
  const whole = phrases.filter(says);
  const parts = phrases
    .filter((phrase) => !whole.includes(phrase))
    .flatMap(pairsOf)
    .filter(says);
  return { weight: whole.length * phraseWeight + new Set(parts).size, because: [...new Set([...whole, ...parts])] };
}

/**
 * The heir whose field the texts of a piece of work speak of most. Undefined where none does, or two do alike.
 * @param texts what it says and the headings it stands under
 */
export function suggestHeir(
  texts: readonly (string | null)[],
  options: readonly HeirChoice[],
): HeirSuggestion | undefined {
  const words = `${searchText(texts).words} `;
  const weighed = options
    .flatMap((heir) => (heir.field === null ? [] : [{ heir, ...weigh(heir.field, words) }]))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  const [best, second] = weighed;
  if (!best || best.weight === second?.weight) return undefined;
  return { heir: best.heir, because: best.because };
}
