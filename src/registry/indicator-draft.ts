import type { Target } from '../values/finding.ts';
import { upperFirst } from '../values/vietnamese.ts';
import type { IndicatorFields, Measure } from './indicator.ts';

function measureOf({ op, change, unit }: Target): Measure {
  if (op === 'text') return 'condition';
  const relative = unit !== null && /^(?:điểm )?%/u.test(unit);
  if (relative && change !== 'level') return change === 'increase' ? 'growth' : 'reduction';
  if (relative) return 'share';
  if (unit !== null && /hạng|điểm/u.test(unit)) return 'index';
  return unit !== null && /đồng|USD|ha|tấn|kWh|W$|m[²³23]?$|\//u.test(unit) ? 'level' : 'count';
}

/** What the catalogue would say of a target's indicator: a proposal, to be looked over. */
export function draftOf(target: Target): IndicatorFields {
  const measure = measureOf(target);
  return {
    name: upperFirst(target.name),
    synonyms: [],
    unit: target.op === 'text' ? null : target.unit,
    unitFactors: [],
    measure,
    direction: measure === 'condition' ? 'none' : target.unit?.includes('hạng') ? 'rank' : directionOf(target),
    cumulative: measure === 'count' && target.change === 'increase',
    decimals: null,
    breakdowns: [],
    statisticalCode: null,
    codeEvidence: null,
    ownerProfile: null,
    pillar: null,
    aggregation: null,
    weightIndicatorId: null,
    formula: null,
  };
}

/** "trên 90%" wants more of it, "dưới 2%" less. */
const directionOf = ({ op }: Target): IndicatorFields['direction'] => (op === '<' || op === '<=' ? 'down' : 'up');
