import { fold } from '../values/vietnamese.ts';

/** What is wrong with a password that somebody chose. */
export type PasswordFault = 'tooShort' | 'tooLong' | 'fewKinds' | 'namesPerson' | 'usedBefore';

/** TCVN 14423:2026, suggested: 8 characters beside a second factor, 14 of four kinds without one. */
const lengthBesideSecondFactor = 8;
const lengthAlone = 14;
const longestPassword = 200;
const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{N}]/u];

/** The same letters typed by another keyboard program are the same password. */
export const normalPassword = (password: string): string => password.normalize('NFC');

type Whose = { name: string; email: string; secondFactor: boolean };

export function passwordFault(password: string, { name, email, secondFactor }: Whose): PasswordFault | undefined {
  const length = [...normalPassword(password)].length;
  if (length > longestPassword) return 'tooLong';
  if (length < (secondFactor ? lengthBesideSecondFactor : lengthAlone)) return 'tooShort';
  if (!secondFactor && !kinds.every((kind) => kind.test(password))) return 'fewKinds';
  return namesPerson(password, [...name.split(/\s+/), email.split('@')[0] ?? '', name]) ? 'namesPerson' : undefined;
}

/** Syllables of Vietnamese names are short and stand in many words: one alone says nothing, two together do. */
function namesPerson(password: string, parts: string[]): boolean {
  const bare = (text: string) => fold(text.toLowerCase()).replace(/[^a-z0-9]/g, '');
  const inside = bare(password);
  const found = [...new Set(parts.map(bare))].filter((part) => part.length >= 3 && inside.includes(part));
  return found.some((part) => part.length >= 5) || found.length >= 2;
}
