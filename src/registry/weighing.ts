import type { PlainDate } from '../values/plain-date.ts';
import type { Figure, FigureValue } from './figure.ts';
import type { FigureBasis } from './figure-basis.ts';

/** By which figures a mean is weighed. */

export type Weight = Pick<Figure, 'line' | 'period' | 'periodTo' | 'basis' | 'value' | 'missing'> & {
  agencyId: string;
};
type Weighed = { agencyId: string; line: string; period: string; periodTo: PlainDate };

const byTrust: readonly FigureBasis[] = ['final', 'preliminary', 'estimated'];

/**
 * Of the same agency and part, else of its whole; of the same period. What stands as it is, as the population of a year, is the latest
 * there was by then; what is summed over its period is none where the periods differ.
 */
export function weighing(weights: readonly Weight[], summed: boolean): (of: Weighed) => FigureValue | undefined {
  const ofAgency = new Map<string, Weight[]>();
  for (const one of weights)
    if (one.value !== null && byTrust.includes(one.basis))
      ofAgency.set(one.agencyId, [...(ofAgency.get(one.agencyId) ?? []), one]);
  return ({ agencyId, line, period, periodTo }) => {
    const rank = (one: Weight): [number, number, string, number] => [
      one.line === line ? 1 : 0,
      one.period === period ? 1 : 0,
      one.periodTo,
      -byTrust.indexOf(one.basis),
    ];
    return (ofAgency.get(agencyId) ?? [])
      .filter((one) => (one.line === line || one.line === '') && (one.period === period || !summed))
      .filter((one) => one.period === period || one.periodTo <= periodTo)
      .sort((a, b) => compare(rank(b), rank(a)))[0];
  };
}

function compare(one: readonly (string | number)[], other: readonly (string | number)[]): number {
  const at = one.findIndex((part, index) => part !== other[index]);
  const [a, b] = [one[at], other[at]];
  return a === undefined || b === undefined ? 0 : a < b ? -1 : 1;
}
