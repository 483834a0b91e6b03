import type { Indicator } from './indicator.ts';
import type { RegimeLine } from './regime.ts';

/** Why a line of a regime cannot stand. `other`: the line that asks the same already, counted from 1. */
export type LineFault =
  | { fault: 'lineUnknown' }
  | { fault: 'lineWithoutNumber' }
  | { fault: 'lineTwice'; other: number };

/** By line. A round asks an agency for a figure once: a line that everybody is asked leaves nothing to one that names an agency. */
export function faultsOfLines(
  lines: readonly RegimeLine[],
  indicatorOf: (id: string) => Pick<Indicator, 'measure'> | undefined,
): (LineFault | null)[] {
  const first = new Map<string, number>();
  for (const [at, line] of lines.entries()) {
    const key = figureOf(line);
    if (!first.has(key)) first.set(key, at);
  }
  return lines.map((line, at) => {
    const measure = indicatorOf(line.indicatorId)?.measure;
    if (measure === undefined) return { fault: 'lineUnknown' };
    if (measure === 'condition') return { fault: 'lineWithoutNumber' };
    const same = first.get(figureOf(line)) ?? at;
    const everybody = line.agencyId === null ? undefined : first.get(figureOf({ ...line, agencyId: null }));
    const other = everybody ?? (same < at ? same : undefined);
    return other === undefined ? null : { fault: 'lineTwice', other: other + 1 };
  });
}

/** Two spellings of one part would be two figures that nobody can tell apart. */
const figureOf = ({ indicatorId, line, span, basis, agencyId }: RegimeLine): string =>
  JSON.stringify([indicatorId, line.toLowerCase(), span, basis, agencyId]);
