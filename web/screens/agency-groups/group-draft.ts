import type { GroupPart } from '../../../src/registry/agency-group.ts';
import { type GroupFields, spellingOf, spellingWords } from '../../../src/registry/group-edit.ts';

export const emptyPart: GroupPart = { scope: 'province', kinds: [], profiles: [], placeKinds: [] };
export const emptyGroup: GroupFields = { name: '', keys: [], rule: [emptyPart], chosenByOfficer: false };

/** Spellings as they stand in the field, and what was typed there as spellings. */
export const shownSpellings = (keys: readonly string[]): string[] => keys.map(spellingWords);
export const typedSpellings = (typed: readonly string[]): string[] => [
  ...new Set(typed.map((one) => spellingOf(one) || one.trim())),
];

const fieldNames = ['name', 'keys', 'rule', 'chosenByOfficer'] as const;
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Somebody else was quicker: what was not touched here takes their state, what was stays. */
export function mergedGroup(begun: GroupFields, mine: GroupFields, theirs: GroupFields): GroupFields {
  const taken = Object.fromEntries(
    fieldNames.map((name) => [name, same(mine[name], begun[name]) ? theirs[name] : mine[name]]),
  );
  return { ...mine, ...taken };
}
