import type { TargetFields } from '../../../src/registry/review.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { parseNumber } from '../../../src/values/number.ts';
import { squeeze } from '../../../src/values/vietnamese.ts';

type Written = 'name' | 'variant' | 'value' | 'value2' | 'of' | 'unit' | 'base' | 'year' | 'yearFrom';

/** A target's fields as they are typed. */
export type TargetDraft = { [K in Written]: string } & Pick<TargetFields, 'op' | 'change' | 'tier'>;

/** What is wrong with a field; the sentences stand in the words. */
export type DraftFault = 'number' | 'year' | 'required' | 'rangeReversed' | 'datesReversed';
export type Faults<K extends string> = Partial<Record<K, DraftFault>>;

const written = (value: number | null): string => (value === null ? '' : formatNumber(value));

export const targetDraft = (fields: TargetFields): TargetDraft => ({
  name: fields.name,
  variant: fields.variant ?? '',
  op: fields.op,
  value: written(fields.value),
  value2: written(fields.value2),
  of: written(fields.of),
  unit: fields.unit ?? '',
  change: fields.change,
  base: fields.base ?? '',
  year: fields.year === null ? '' : String(fields.year),
  yearFrom: fields.yearFrom === null ? '' : String(fields.yearFrom),
  tier: fields.tier,
});

const orNull = (text: string): string | null => squeeze(text) || null;

/** undefined where it is no number. */
function numberOf(text: string): number | null | undefined {
  const bare = squeeze(text).replace(/^[-−]\s*/u, '');
  if (bare === '') return null;
  const value = parseNumber(bare);
  return value !== undefined && /^\s*[-−]/u.test(text) ? -value : value;
}

const yearOf = (text: string): number | null | undefined => {
  if (text.trim() === '') return null;
  return /^\s*(?:19|20|21)\d\d\s*$/.test(text) ? Number(text) : undefined;
};

type Changed = Omit<
  TargetFields,
  'span' | 'valueSpan' | 'section' | 'group' | 'ordinal' | 'listed' | 'agencies' | 'parentId'
>;

/** The fields that a draft says, or what is wrong with it. */
export function targetFieldsOf(draft: TargetDraft): { fields: Changed } | { faults: Faults<keyof TargetDraft> } {
  const faults: Faults<keyof TargetDraft> = {};
  const numeric = draft.op !== 'text';
  const number = (key: 'value' | 'value2' | 'of', needed: boolean, used: boolean): number | null => {
    const value = used ? numberOf(draft[key]) : null;
    if (value === undefined) faults[key] = 'number';
    else if (value === null && needed) faults[key] = 'required';
    return value ?? null;
  };
  const year = (key: 'year' | 'yearFrom'): number | null => {
    const value = yearOf(draft[key]);
    if (value === undefined) faults[key] = 'year';
    return value ?? null;
  };
  const range = draft.op === 'range';
  const fields: Changed = {
    name: squeeze(draft.name),
    variant: orNull(draft.variant),
    op: draft.op,
    value: number('value', numeric, numeric),
    value2: number('value2', range, range),
    of: number('of', false, numeric),
    unit: orNull(draft.unit),
    change: draft.change,
    base: orNull(draft.base),
    year: year('year'),
    yearFrom: year('yearFrom'),
    tier: draft.tier,
  };
  if (fields.name === '') faults.name = 'required';
  if (fields.value !== null && fields.value2 !== null && fields.value2 <= fields.value) faults.value2 = 'rangeReversed';
  if (fields.year !== null && fields.yearFrom !== null && fields.year < fields.yearFrom) faults.year = 'datesReversed';
  return Object.keys(faults).length > 0 ? { faults } : { fields };
}
