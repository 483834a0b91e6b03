import { RegimeFields, type RegimeRecord } from '../../../src/registry/regime.ts';
import type { PlainDate } from '../../../src/values/plain-date.ts';

/** A regime as it is while it is written: the receiver may be missing still. */
export type RegimeDraft = Omit<RegimeFields, 'receiverId'> & { receiverId: string | null };

export const emptyRegime = (today: PlainDate): RegimeDraft => ({
  name: '',
  kind: 'periodic',
  content: 'both',
  legalBasis: '',
  every: 'month',
  calendar: 'administrative',
  receiverId: null,
  method: '',
  guide: '',
  closing: { kind: 'calendar' },
  deadlines: { commune: 1, province: 2 },
  asks: { targets: 'estimated', duties: true },
  outline: [],
  opensBefore: null,
  validFrom: today,
  validUntil: null,
  reporters: [],
  lines: [],
});

export const draftOf = ({ id: _, version: __, names: ___, ...fields }: RegimeRecord): RegimeDraft => fields;

/** Undefined while something is missing. */
export const fieldsOf = (draft: RegimeDraft): RegimeFields | undefined => RegimeFields.safeParse(draft).data;

/** Theirs, but for what was changed here since it was seen. */
export function mergedRegime(begun: RegimeDraft, mine: RegimeDraft, theirs: RegimeDraft): RegimeDraft {
  const was: Record<string, unknown> = { ...begun };
  const own = Object.entries(mine).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(was[name]));
  return { ...theirs, ...(Object.fromEntries(own) as Partial<RegimeDraft>) };
}

/** A key for a new section that no other has: what was written under one is found by it. */
export function newSectionKey(taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`phan-${number}`)) number += 1;
  return `phan-${number}`;
}
