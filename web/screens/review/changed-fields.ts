import { z } from 'zod';
import { Mention } from '../../../src/registry/held-finding.ts';
import { Due } from '../../../src/values/due.ts';
import { formatDue, formatNumber, type Language } from '../../../src/values/format.ts';
import type { Words } from '../../words/vi.ts';

type Fields = Record<string, unknown> | null;
type FieldName = keyof Words['review']['fields'];

/** Fields of a finding that are told in a story; how they are kept, and under which name they are shown. */
const shown: readonly [string, FieldName][] = [
  ['name', 'name'],
  ['variant', 'variant'],
  ['op', 'op'],
  ['value', 'value'],
  ['value2', 'value2'],
  ['of', 'of'],
  ['unit', 'unit'],
  ['change', 'change'],
  ['base', 'base'],
  ['yearFrom', 'yearFrom'],
  ['year', 'year'],
  ['tier', 'tier'],
  ['time', 'time'],
  ['timeRaw', 'timeRaw'],
  ['productRaw', 'product'],
  ['fundingRaw', 'funding'],
  ['noteRaw', 'note'],
];

export type ChangedField = { name: string; before: string; after: string };

/** What an action changed of a finding, in words: each field with its old and its new value. */
export function changedFields(before: Fields, after: Fields, words: Words, language: Language): ChangedField[] {
  const { fields, ops, changes } = words.review;
  const said = (name: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '–';
    if (name === 'time') return formatDue(Due.parse(value), language);
    if (name === 'op') return ops[value as keyof typeof ops] ?? String(value);
    if (name === 'change') return changes[value as keyof typeof changes] ?? String(value);
    if (name === 'tier') return words.tiers[value as keyof typeof words.tiers] ?? String(value);
    if (name.startsWith('year')) return String(value);
    return typeof value === 'number' ? formatNumber(value, language) : String(value);
  };
  const plain = shown.flatMap(([kept, name]) =>
    before && after && kept in after
      ? [{ name: fields[name], before: said(kept, before[kept]), after: said(kept, after[kept]) }]
      : [],
  );
  return [...plain, ...changedBodies(before, after, fields)];
}

const Bodies = z.object({ mentions: z.array(Mention) });

function changedBodies(before: Fields, after: Fields, fields: Words['review']['fields']): ChangedField[] {
  const [old, now] = [Bodies.safeParse(before).data, Bodies.safeParse(after).data];
  if (!old || !now) return [];
  const names = (mentions: readonly Mention[], role: string) =>
    mentions
      .filter((mention) => mention.role === role)
      .map(({ name }) => name)
      .join('; ') || '–';
  return (['lead', 'coord', 'monitor', 'named'] as const).flatMap((role) => {
    const [one, other] = [names(old.mentions, role), names(now.mentions, role)];
    return one === other ? [] : [{ name: fields[role], before: one, after: other }];
  });
}
