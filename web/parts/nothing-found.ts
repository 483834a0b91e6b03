import type { Language } from '../../src/values/format.ts';
import type { Words } from '../words/vi.ts';
import { useWording } from '../words/words.ts';
import { sentenceOf } from './sentence.ts';

type Asked = { isFetching: boolean; error: unknown };

/** Why there is nothing to choose from: it is still on its way, it could not come, or there is none. */
export function nothingFound({ isFetching, error }: Asked, none: string, words: Words, language: Language): string {
  if (isFetching) return words.list.loading;
  return error ? sentenceOf(error, words, language) : none;
}

/** The same in the person's own language, for the foot of a list of choices. */
export function useNothingFound(): (asked: Asked, none: string) => string {
  const { words, language } = useWording();
  return (asked, none) => nothingFound(asked, none, words, language);
}
