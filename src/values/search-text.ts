import { placeTone } from './tone.ts';
import { fold, hasAccent, nfc } from './vietnamese.ts';

/** Text in the two forms that a search compares: words parted and led by single spaces, with accents and without. */
export type SearchText = { words: string; plainWords: string };

const wordsOf = (text: string): string =>
  placeTone(nfc(text).toLowerCase())
    .replace(/[^\p{L}\p{M}\p{N}%‰]+/gu, ' ')
    .trim();

export function searchText(parts: readonly (string | null)[]): SearchText {
  const words = ` ${wordsOf(parts.filter((part) => part !== null).join(' '))}`;
  return { words, plainWords: fold(words) };
}

/** What a person typed: every term must begin a word; a term in quotation marks is several words in a row. */
export type SearchQuery = { form: keyof SearchText; terms: string[] };

/** Accents count as soon as the query has one. Undefined where nothing is left to look for. */
export function searchQuery(typed: string): SearchQuery | undefined {
  const accented = hasAccent(typed);
  const terms = (nfc(typed).match(/["“][^"“”]+["”]|[^\s"“”]+/gu) ?? [])
    .map((term) => wordsOf(term))
    .map((term) => (accented ? term : fold(term)))
    .filter((term) => term !== '');
  return terms.length === 0 ? undefined : { form: accented ? 'words' : 'plainWords', terms: [...new Set(terms)] };
}
