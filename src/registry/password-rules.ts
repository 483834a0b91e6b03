import { fold } from '../values/vietnamese.ts';
import { isCommonPassword } from './common-passwords.ts';

/** What is wrong with a password that somebody chose. */
export type PasswordFault = 'tooShort' | 'tooLong' | 'fewKinds' | 'namesPerson' | 'common' | 'usedBefore';

/** TCVN 14423:2026, suggested: 8 characters beside a second factor, 14 of four kinds without one. */
const lengthBesideSecondFactor = 8;
const lengthAlone = 14;
const longestPassword = 200;
const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{N}]/u];

/** The same letters typed by another keyboard program are the same password. */
export const normalPassword = (password: string): string => password.normalize('NFC');

export type Whose = { name: string; email: string; secondFactor: boolean };

/** @param listed passwords known from breaches */
export function passwordFault(
  password: string,
  { name, email, secondFactor }: Whose,
  listed: ReadonlySet<string>,
): PasswordFault | undefined {
  const length = [...normalPassword(password)].length;
  if (length > longestPassword) return 'tooLong';
  if (length < (secondFactor ? lengthBesideSecondFactor : lengthAlone)) return 'tooShort';
  if (!secondFactor && !kinds.every((kind) => kind.test(password))) return 'fewKinds';
  if (namesPerson(password, [...name.split(/\s+/), email.split('@')[0] ?? '', name])) return 'namesPerson';
  return isCommonPassword(password, listed) ? 'common' : undefined;
}

/** Syllables of Vietnamese names are short and stand in many words: one alone says nothing, two together do. */
function namesPerson(password: string, parts: string[]): boolean {
  const bare = (text: string) => fold(text.toLowerCase()).replace(/[^a-z0-9]/g, '');
  const inside = bare(password);
  const found = [...new Set(parts.map(bare))].filter((part) => part.length >= 3 && inside.includes(part));
  return found.some((part) => part.length >= 5) || found.length >= 2;
}
