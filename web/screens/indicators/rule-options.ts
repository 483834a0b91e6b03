import { aggregationOf } from '../../../src/registry/aggregate.ts';
import type { Aggregation, IndicatorFields } from '../../../src/registry/indicator.ts';

type Rules = Record<Aggregation, string> & { asMeasured: (rule: string) => string };
type Choice = { value: Aggregation | 'asMeasured'; label: string };

/** The rules by name; the first is the one that follows from how it is measured, and says which that is. */
export function ruleOptions(
  rules: Rules,
  { measure, cumulative }: Pick<IndicatorFields, 'measure' | 'cumulative'>,
): Choice[] {
  const own = rules[aggregationOf({ aggregation: null, measure, cumulative })];
  const all = (['sum', 'weightedMean', 'latest', 'none'] as const).map((value) => ({ value, label: rules[value] }));
  return [{ value: 'asMeasured', label: rules.asMeasured(own.toLowerCase()) }, ...all];
}
