import type { Target } from '../values/finding.ts';
import type { Indicator } from './indicator.ts';
import { unitFactor } from './indicator-units.ts';

/** What a lower target asks for beside the higher one. */
export const targetVerdicts = [
  'same',
  'asksMore',
  'asksLess',
  'differs',
  'partOf',
  'later',
  'otherYear',
  'otherUnit',
  'otherBase',
  'notComparable',
] as const;
export type TargetVerdict = (typeof targetVerdicts)[number];

/** `indicator`: what the catalogue knows of the thing measured, null where it is not in it. */
export type Demand = {
  target: Target;
  indicator: Pick<Indicator, 'direction' | 'unit' | 'unitFactors'> | null;
  territory: string;
};

/**
 * A city's 160 new enterprises are a part of the province's 520 and no lesser demand: amounts add up over places, rates,
 * averages, ranks and ages do not.
 */
const addsUp = ({ unit, of }: Target): boolean =>
  of === null && unit !== null && !/[%‰/]|hạng|điểm|tuổi|hệ số/u.test(unit);

/** By what each number is multiplied to be in one unit; undefined where no unit leads to the other. */
function factors(higher: Demand, lower: Demand): { above: number; below: number } | undefined {
  const [one, other] = [higher.target.unit, lower.target.unit];
  if (one === other) return { above: 1, below: 1 };
  if (one === null || other === null) return undefined;
  const known = higher.indicator ?? lower.indicator;
  const units = known?.unit ? known : { unit: one, unitFactors: [] };
  const [above, below] = [unitFactor(units, one), unitFactor(units, other)];
  return above === undefined || below === undefined ? undefined : { above, below };
}

const baseKey = (base: string | null): string => (base ?? '').toLowerCase().replace(/\s+/g, ' ').trim();

/** "trên 90%" wants more of something, whatever the catalogue knows about it. */
function sensed({ target, indicator }: Demand): 'up' | 'down' | null {
  const direction = indicator?.direction;
  if (target.change === 'decrease') return 'up';
  if (direction === 'up') return 'up';
  if (direction === 'down' || direction === 'rank') return target.change === 'increase' ? null : 'down';
  if (direction === 'none') return null;
  if (target.op === '>=' || target.op === '>') return 'up';
  if (target.op === '<=' || target.op === '<') return 'down';
  return null;
}

/** The least that satisfies it, in its own direction. */
const bound = ({ value, value2, of, unit }: Target, sense: 'up' | 'down'): number | null => {
  const end = sense === 'down' ? (value2 ?? value) : value;
  return end !== null && of !== null && of > 0 && unit !== '%' ? end / of : end;
};

const strict = ({ op }: Target): boolean => op === '>' || op === '<';

/**
 * What stands between a lower target and the higher one that it belongs to. `territory` names whose it is: equal where
 * both speak of the same place (a plan and its appendix), different where one is a part of the other.
 */
export function compareDemands(higher: Demand, lower: Demand): TargetVerdict {
  const [above, below] = [higher.target, lower.target];
  if (above.op === 'text' || below.op === 'text') return above.op === below.op ? 'same' : 'notComparable';
  if (above.change !== below.change) return 'notComparable';
  const inOneUnit = factors(higher, lower);
  if (!inOneUnit || (above.of === null) !== (below.of === null)) return 'otherUnit';
  if (above.base !== null && below.base !== null && baseKey(above.base) !== baseKey(below.base)) return 'otherBase';
  if (above.year !== null && below.year !== null && above.year !== below.year)
    return below.year > above.year ? 'later' : 'otherYear';
  if (higher.territory !== lower.territory && addsUp(above)) return 'partOf';
  return compareValues(times(higher, inOneUnit.above), times(lower, inOneUnit.below));
}

/** In the one unit; two ways of writing a fraction may differ in the last digits of a computer's number. */
const times = (demand: Demand, factor: number): Demand => {
  if (factor === 1) return demand;
  const by = (value: number | null): number | null =>
    value === null ? null : Number((value * factor).toPrecision(12));
  return { ...demand, target: { ...demand.target, value: by(demand.target.value), value2: by(demand.target.value2) } };
};

function compareValues(higher: Demand, lower: Demand): TargetVerdict {
  const [above, below] = [higher.target, lower.target];
  if (above.value === below.value && above.value2 === below.value2 && above.of === below.of)
    return strict(above) && !strict(below) ? 'asksLess' : 'same';
  const sense = sensed(higher) ?? sensed(lower);
  if (sense === null) return 'differs';
  const [wanted, given] = [bound(above, sense), bound(below, sense)];
  if (wanted === null || given === null) return 'notComparable';
  if (wanted === given) return strict(above) && !strict(below) ? 'asksLess' : 'same';
  return (sense === 'up') === given > wanted ? 'asksMore' : 'asksLess';
}
