import { z } from 'zod';
import { type AgencyGroup, GroupPart } from './agency-group.ts';
import { groupKeyOf, groupKeyText } from './group-key.ts';

const line = z.string().trim().max(300);

/** What an officer may say of a group. */
export const GroupFields = z.object({
  name: line.min(1),
  /** Each in the one spelling of registry/group-key.ts. */
  keys: z.array(line.min(1)).max(300),
  rule: z
    .array(
      GroupPart.extend({
        kinds: GroupPart.shape.kinds.unwrap().max(50),
        profiles: z.array(line.min(1)).max(200).default([]),
        placeKinds: GroupPart.shape.placeKinds.unwrap().max(50),
      }),
    )
    .max(20),
  chosenByOfficer: z.boolean(),
});
export type GroupFields = z.infer<typeof GroupFields>;

export const groupFieldsOf = ({ name, keys, rule, chosenByOfficer }: GroupFields): GroupFields => ({
  name,
  keys,
  rule,
  chosenByOfficer,
});

const relatedMark = ' …';

/** What somebody typed as a document writes it, or a spelling that a group has already, as groups keep it. */
export function spellingOf(typed: string): string {
  const text = typed.trim();
  const marked = text.endsWith(relatedMark);
  const key = groupKeyOf((marked ? text.slice(0, -relatedMark.length) : text).replace(/_/gu, ' '));
  return key.words.length === 0 ? '' : groupKeyText({ words: key.words, related: key.related || marked });
}

/** A spelling as people read it. */
export const spellingWords = (key: string): string => key.replace(/_/gu, ' ');

export const groupFaultCodes = [
  'nameTaken',
  'noSpelling',
  'spellingEmpty',
  'spellingTaken',
  'noPart',
  'partEmpty',
  'profileUnknown',
] as const;

/** What speaks against a group, and where: `part` counts from 0, `text` is the spelling or profile, `other` the group in its way. */
export type GroupFault = { code: (typeof groupFaultCodes)[number]; part?: number; text?: string; other?: string };

type Known = { groups: readonly Pick<AgencyGroup, 'name' | 'keys'>[]; profiles: ReadonlySet<string> };

/** @param known the other groups, and what bodies there are in the provinces */
export function groupFaults(
  { name, keys, rule, chosenByOfficer }: GroupFields,
  { groups, profiles }: Known,
): GroupFault[] {
  const faults: GroupFault[] = [];
  const same = groups.find((one) => one.name.toLowerCase() === name.trim().toLowerCase());
  if (same) faults.push({ code: 'nameTaken', other: same.name });
  if (keys.length === 0) faults.push({ code: 'noSpelling' });
  for (const text of keys) {
    const other = groups.find((one) => one.keys.includes(text));
    if (other) faults.push({ code: 'spellingTaken', text: spellingWords(text), other: other.name });
    else if (text !== spellingOf(text)) faults.push({ code: 'spellingEmpty', text: spellingWords(text) });
  }
  // Whoever is outside the register can only be chosen, never be counted in by a rule.
  if (rule.length === 0 && !chosenByOfficer) faults.push({ code: 'noPart' });
  for (const [part, one] of rule.entries()) {
    if (one.kinds.length + one.profiles.length === 0) faults.push({ code: 'partEmpty', part });
    const unknown = one.profiles.find((profile) => !profiles.has(profile));
    if (unknown !== undefined) faults.push({ code: 'profileUnknown', part, text: unknown });
  }
  return faults;
}
