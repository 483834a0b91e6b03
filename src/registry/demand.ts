import type { Target } from '../values/finding.ts';

/** Which way is better. A structure has none; of a rank the smaller number is better. */
export type Direction = 'up' | 'down' | 'none' | 'rank';

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

export type Demand = { target: Target; direction: Direction | null; territory: string };

/**
 * A city's 160 new enterprises are a part of the province's 520 and no lesser demand: amounts add up over places, rates,
 * averages, ranks and ages do not.
 */
const addsUp = ({ unit, of }: Target): boolean =>
  of === null && unit !== null && !/[%‰/]|hạng|điểm|tuổi|hệ số/u.test(unit);

const unitKey = (unit: string | null): string =>
  (unit ?? '')
    .toLowerCase()
    .replace(/\s+/gu, '')
    .replace(/^hạng$|^thứhạng$/u, 'thứhạng');

const baseKey = (base: string | null): string => (base ?? '').toLowerCase().replace(/\s+/gu, ' ').trim();

/** "trên 90%" wants more of something, whatever the catalogue knows about it. */
function sensed({ target, direction }: Demand): 'up' | 'down' | null {
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
  if (unitKey(above.unit) !== unitKey(below.unit) || (above.of === null) !== (below.of === null)) return 'otherUnit';
  if (above.base !== null && below.base !== null && baseKey(above.base) !== baseKey(below.base)) return 'otherBase';
  if (above.year !== null && below.year !== null && above.year !== below.year)
    return below.year > above.year ? 'later' : 'otherYear';
  if (higher.territory !== lower.territory && addsUp(above)) return 'partOf';
  return compareValues(higher, lower);
}

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
