import { basesBehind, deriveWhole, isWideTier, type WholePart } from './derived-wholes.ts';
import { type Place, pointKey, type RestingPoint } from './figure-point.ts';
import { type Formula, referencesOf } from './formula.ts';

/** What follows by formula of an indicator's figures, period by period: of what all agencies of a tier reported of its parts together. */

/** `cumulative`: it is summed over its period, so that its two spans are two numbers. */
export type PartPoints = { points: readonly RestingPoint[]; cumulative: boolean };

/** Those that nobody reported, or that several agencies did without being one. @param own what was reported of the indicator itself */
export function formulaPoints(
  formula: Formula,
  own: readonly RestingPoint[],
  partsOf: (indicatorId: string) => PartPoints,
): RestingPoint[] {
  const reported = new Set(own.filter(({ apart }) => !apart).map(pointKey));
  const references = referencesOf(formula);
  const index = new Map(
    references.map(({ indicatorId }) => {
      const { points, cumulative } = partsOf(indicatorId);
      return [indicatorId, { points: new Map(points.map((one) => [pointKey(one), one])), cumulative }] as const;
    }),
  );
  const free = references.filter(({ line }) => line === null);
  const places = new Map<string, RestingPoint>();
  for (const { indicatorId } of free.length > 0 ? free : references)
    for (const point of index.get(indicatorId)?.points.values() ?? []) {
      const place = free.length > 0 ? point : { ...point, line: '' };
      if (!reported.has(pointKey(place))) places.set(pointKey(place), place);
    }
  return [...places.values()].flatMap((place): RestingPoint[] => {
    const result = deriveWhole(formula, place.line, ({ indicatorId, line }) => {
      const part = index.get(indicatorId);
      return part && partAt(part, { ...place, line });
    });
    // What rests on something less sure stands under that basis, and under no other.
    if (!result || result.basis !== place.basis) return [];
    const { tier, line, period, calendar, periodTo, span, basis } = place;
    return [
      {
        ...{ tier, line, period, calendar, periodTo, span, basis, value: result.value, missing: null },
        ...{ counted: result.agencies.length, lacking: 0, computed: true, formula: true, apart: false, only: null },
        agencies: result.agencies,
      },
    ];
  });
}

type Indexed = { points: ReadonlyMap<string, RestingPoint>; cumulative: boolean };

/** Of the basis asked for, else of a surer one; what stands as it is, is the same since the year began. */
function partAt({ points, cumulative }: Indexed, place: Place): WholePart | undefined {
  const spans = cumulative || place.span === 'period' ? [place.span] : (['toDate', 'period'] as const);
  for (const basis of basesBehind(place.basis))
    for (const span of spans) {
      const point = points.get(pointKey({ ...place, span, basis }));
      if (!point || point.apart || point.value === null || point.lacking > 0) continue;
      return { value: point.value, agencies: point.agencies, wide: isWideTier(point.tier), basis };
    }
  return undefined;
}
