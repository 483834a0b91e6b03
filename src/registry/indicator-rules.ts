import { formulasOf } from './derived-cells.ts';
import { circleIn, type Formula, isFault, parseFormula, referencesOf } from './formula.ts';
import type { Indicator, IndicatorFields } from './indicator.ts';
import { unitFactor } from './indicator-units.ts';

/** What is wrong with how an indicator is aggregated or computed; undefined where nothing is. */

export type RuleFault = { reason: string } & Record<string, string | number>;

type Ruled = Pick<IndicatorFields, 'aggregation' | 'weightIndicatorId' | 'formula' | 'measure' | 'unit'>;

export function ruleFault(id: string, fields: Ruled, catalogue: readonly Indicator[]): RuleFault | undefined {
  const known = new Map(catalogue.map((one) => [one.id, one]));
  return aggregationFault(id, fields, known) ?? formulaFault(id, fields, known);
}

type Known = ReadonlyMap<string, Pick<Indicator, 'name' | 'unit' | 'unitFactors' | 'measure' | 'formula'>>;

/** Shares, growths and indices do not add up; a mean needs something that is counted to be weighed by. */
function aggregationFault(id: string, fields: Ruled, known: Known): RuleFault | undefined {
  const { aggregation, weightIndicatorId, measure, unit } = fields;
  const relative = /^[%‰]/u.test(unit ?? '') || !['level', 'count', 'reduction'].includes(measure);
  if (aggregation === 'sum' && relative) return { reason: 'notSummed' };
  if (aggregation !== 'weightedMean') return undefined;
  const weight = weightIndicatorId === null || weightIndicatorId === id ? undefined : known.get(weightIndicatorId);
  if (!weight) return { reason: 'weightMissing' };
  return weight.measure === 'level' || weight.measure === 'count'
    ? undefined
    : { reason: 'weightRelative', name: weight.name };
}

/** Nothing is computed from what is not there, nor from itself, nor are things added up that are measured differently. */
function formulaFault(id: string, fields: Ruled, known: Known): RuleFault | undefined {
  if (fields.formula === null) return undefined;
  const formula = parseFormula(fields.formula);
  if (isFault(formula)) return { reason: 'unreadable', ...formula };
  const unknown = referencesOf(formula).find(({ indicatorId }) => indicatorId !== id && !known.has(indicatorId));
  if (unknown) return { reason: 'unknown', name: unknown.indicatorId };
  const texts = [...known].flatMap(([other, { formula: text }]) => (text === null ? [] : [[other, text] as const]));
  const circle = circleIn(new Map([...formulasOf(texts), [id, formula]]));
  if (circle) return { reason: 'circle', name: circle.map((one) => known.get(one)?.name ?? one).join(' → ') };
  return mixedUnits(formula, fields, known);
}

/** Of what is added up and taken off: the one unit it must have. What is multiplied or divided may be anything. */
function mixedUnits(formula: Formula, { unit }: Ruled, known: Known): RuleFault | undefined {
  const units: string[] = [];
  const walk = (node: Formula): string | undefined => {
    if (node.kind === 'reference') return known.get(node.of.indicatorId)?.unit ?? undefined;
    if (node.kind === 'negative') return walk(node.of);
    if (node.kind === 'number') return undefined;
    const [left, right] = [walk(node.left), walk(node.right)];
    if (node.operator === '*' || node.operator === '/') return undefined;
    if (left !== undefined && right !== undefined && !sameUnit(left, right)) units.push(left, right);
    return left ?? right;
  };
  const whole = walk(formula);
  if (units.length === 0 && whole !== undefined && unit !== null && !sameUnit(unit, whole)) units.push(whole, unit);
  return units.length === 0 ? undefined : { reason: 'units', one: units[0] ?? '', other: units[1] ?? '' };
}

const sameUnit = (one: string, other: string): boolean => unitFactor({ unit: one, unitFactors: [] }, other) === 1;
