import { placeTone } from './tone.ts';
import { fold, hasAccent, nfc } from './vietnamese.ts';

/**
 * What is looked for in everything: all terms must be there, each one word or several in a row. A word that bears accents is that
 * word; one without stands for all that are written so. Where `begun`, the last word may be the beginning of one.
 */
export type SearchTerms = { terms: readonly (readonly string[])[]; begun: boolean };

const wordsIn = (text: string): string[] => placeTone(nfc(text).toLowerCase()).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

const most = 12;

/** Undefined where nothing is left to look for. */
export function searchTerms(typed: string): SearchTerms | undefined {
  const parts = nfc(typed).match(/["“][^"“”]+["”]|[^\s"“”]+/gu) ?? [];
  const terms = parts.map(wordsIn).filter((words) => words.length > 0);
  const begun = terms.length <= most && /[\p{L}\p{M}\p{N}]$/u.test(nfc(typed));
  // One letter begins too many words to tell anything: whoever types on is not told that there is nothing.
  if (begun && terms.length > 1 && /^\p{L}$/u.test(terms.at(-1)?.join(' ') ?? ''))
    return { terms: terms.slice(0, -1), begun: false };
  return terms.length === 0 ? undefined : { terms: terms.slice(0, most), begun };
}

const begins = (begun: boolean): string => (begun ? ':*' : '');

const inRow = (words: readonly string[], begun: boolean): string =>
  words.map((word, at) => `'${word}'${begins(begun && at === words.length - 1)}`).join(' <-> ');

/**
 * A question in two: what the index is asked, and what a row must say that it gives. Together they are the second; the first leaves out what
 * an index is slow at: places of words, and all words that begin alike.
 */
export type Asked = { index: string; row: string };

/** The same by the pairs that the index holds; words in a row say more than their pairs only where they are three or more. */
function byPairs(words: readonly string[], begun: boolean): Asked {
  const pairs = words.slice(1).map((word, at) => `'+${words[at]} ${word}'${begins(begun && at === words.length - 2)}`);
  const index = pairs.length === 0 ? inRow(words, begun) : pairs.join(' & ');
  return { index, row: pairs.length < 2 ? index : `${index} & (${inRow(words, begun)})` };
}

/** So short a word stands for itself. */
const mayBegin = ({ terms, begun }: SearchTerms): boolean => begun && (terms.at(-1)?.at(-1) ?? '').length > 1;

/** As PostgreSQL reads what is to be found: `said`, all of it anywhere; `phrase`, in a row, where that is more than one word. */
export type SearchPattern<Question = string> = { said: Question; phrase: Question | null };

/** `byPairs`: the same of texts whose vectors hold the pairs of their words, too. */
export function searchPatterns(search: SearchTerms): SearchPattern & { byPairs: SearchPattern<Asked> } {
  const begun = mayBegin(search);
  const isBegun = (at: number): boolean => begun && at === search.terms.length - 1;
  const all = (rows: readonly string[]): string => rows.map((row) => `(${row})`).join(' & ');
  const inPairs = search.terms.map((words, at) => byPairs(words, isBegun(at)));
  const whole = inPairs.filter((_, at) => !isBegun(at) || inPairs.length === 1);
  const oneByOne = search.terms.length > 1;
  return {
    said: all(search.terms.map((words, at) => inRow(words, isBegun(at)))),
    phrase: oneByOne ? inRow(search.terms.flat(), begun) : null,
    byPairs: {
      said: { index: all(whole.map(({ index }) => index)), row: all(inPairs.map(({ row }) => row)) },
      phrase: oneByOne ? byPairs(search.terms.flat(), begun) : null,
    },
  };
}

/** All that was typed, without accents: what names are compared with. */
export const plainSearch = ({ terms }: SearchTerms): string => fold(terms.flat().join(' '));

type OneWord = (word: string) => boolean;

/** For each term its words in a row: whether a word of a text is one. */
export function soughtRows(search: SearchTerms): OneWord[][] {
  const last = mayBegin(search) ? search.terms.at(-1) : undefined;
  return search.terms.map((words) => {
    const accented = words.some(hasAccent);
    return words.map((wanted, at) => {
      const beginning = words === last && at === words.length - 1;
      return (word: string) => {
        const own = placeTone(nfc(word).toLowerCase());
        const compared = accented ? own : fold(own);
        return beginning ? compared.startsWith(wanted) : compared === wanted;
      };
    });
  });
}
