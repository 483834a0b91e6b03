import type { Tier } from '../values/finding.ts';
import { blank } from './figure.ts';
import type { FigureBasis } from './figure-basis.ts';
import { evaluate, type Formula } from './formula.ts';

/** What follows by formula for several agencies together: of their parts made one first, never of each agency's result. */

export type WholePart = {
  value: number;
  /** Whose figures it rests on. */
  agencies: readonly string[];
  /** Each of them answers for all of the province, in its own field. */
  wide: boolean;
  basis: FigureBasis;
};

/** Whether an agency of this tier answers for all of the province. */
export const isWideTier = (tier: Tier): boolean => tier === 'national' || tier === 'province';

const bySureness: readonly FigureBasis[] = ['final', 'preliminary', 'estimated', 'planned'];

/** This one, then surer ones; what is planned rests on nothing but plans, and nothing else does on it. */
export const basesBehind = (basis: FigureBasis): readonly FigureBasis[] =>
  basis === 'planned' ? [basis] : bySureness.slice(0, bySureness.indexOf(basis) + 1).toReversed();

/**
 * undefined where a part is not known, or where the parts are not of the same: the sums of three communes beside a figure of the whole
 * province, or beside those of ten, say nothing. What rests on it is as sure as its least sure part.
 */
export function deriveWhole(
  formula: Formula,
  line: string,
  partOf: (of: { indicatorId: string; line: string }) => WholePart | undefined,
): WholePart | undefined {
  const parts: WholePart[] = [];
  const { value } = evaluate(formula, (reference) => {
    const part = partOf({ indicatorId: reference.indicatorId, line: reference.line ?? line });
    if (!part) return blank;
    parts.push(part);
    return { value: part.value, missing: null };
  });
  if (value === null || parts.length === 0 || !standTogether(parts)) return undefined;
  const basis = bySureness[Math.max(...parts.map((part) => bySureness.indexOf(part.basis)))] ?? 'estimated';
  return {
    ...{ value, basis, wide: parts.every(({ wide }) => wide) },
    agencies: [...new Set(parts.flatMap(({ agencies }) => agencies))],
  };
}

function standTogether(parts: readonly WholePart[]): boolean {
  const sets = parts.map(({ agencies }) => [...new Set(agencies)].sort().join('\t'));
  if (parts.some(({ wide }) => !wide)) return new Set(sets).size === 1 && new Set(parts[0]?.agencies).size > 1;
  return new Set(sets.filter((_, at) => (parts[at]?.agencies.length ?? 0) > 1)).size <= 1;
}
