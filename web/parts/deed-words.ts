import type { Words } from '../words/vi.ts';

/** A verb without words of its own stands as the program writes it: better than nothing in a log or a story. */
export const wordIn = (table: Record<string, string>, key: string): string =>
  Object.hasOwn(table, key) ? (table[key] ?? key) : key;

export const deedWord = (verb: string, words: Words): string => wordIn(words.deeds.verbs, verb);
export const subjectWord = (kind: string, words: Words): string => wordIn(words.deeds.subjects, kind);
