import { lineScale, pathOf } from '../values/scale.ts';
import type { PlaceShape, Ring } from './boundary.ts';

/** How places of known boundaries are drawn, and in which few shades their values are told apart. */

/** From the least to the most of its values, both within. */
export type MapClass = { from: number; to: number; count: number };

const mostClasses = 5;

/** As many places in each as can be; what is equal stays together. */
export function classesOf(values: readonly number[]): MapClass[] {
  const sorted = values.toSorted((a, b) => a - b);
  const classes: MapClass[] = [];
  let from = 0;
  while (from < sorted.length) {
    const left = Math.max(1, mostClasses - classes.length);
    let to = Math.min(sorted.length, from + Math.max(1, Math.round((sorted.length - from) / left)));
    while (to < sorted.length && sorted[to] === sorted[to - 1]) to++;
    const [least = 0, most = 0] = [sorted[from], sorted[to - 1]];
    classes.push({ from: least, to: most, count: to - from });
    from = to;
  }
  return classes;
}

export const classAt = (classes: readonly MapClass[], value: number): number =>
  classes.findIndex(({ from, to }) => value >= from && value <= to);

export type DrawnPlace = {
  placeId: string;
  path: string;
  /** Where words stand, and how much room there is for them. */
  at: { x: number; y: number };
  room: number;
};

/** North is up; a degree east is as long as it is in the middle of the map. */
export function drawnMap(
  shapes: readonly Pick<PlaceShape, 'placeId' | 'shape'>[],
  { width, mostHeight }: { width: number; mostHeight: number },
): { height: number; places: DrawnPlace[] } {
  const all = shapes.flatMap(({ shape }) => shape.flatMap(([outline]) => outline ?? []));
  if (all.length === 0) return { height: 0, places: [] };
  const [west, east] = extentOf(all.map(([x]) => x));
  const [south, north] = extentOf(all.map(([, y]) => y));
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [wide, tall] = [(east - west) * narrowing || 1, north - south || 1];
  const unit = Math.min(width / wide, mostHeight / tall);
  const left = (width - wide * unit) / 2;
  const x = lineScale(west, east, left, left + wide * unit);
  const y = lineScale(north, south, 0, tall * unit);
  const placed = (ring: Ring): [number, number][] => ring.map(([lon, lat]) => [x(lon), y(lat)]);
  const places = shapes.map(({ placeId, shape }) => {
    const polygons = shape.map((rings) => rings.map(placed));
    const outlines = polygons.flatMap(([outline]) => (outline ? [middleOf(outline)] : []));
    const largest = outlines.toSorted((a, b) => b.area - a.area)[0] ?? { x: 0, y: 0, area: 0 };
    return {
      placeId,
      path: polygons.flatMap((rings) => rings.map((ring) => `${pathOf(ring)}Z`)).join(''),
      at: { x: largest.x, y: largest.y },
      room: Math.sqrt(largest.area),
    };
  });
  return { height: tall * unit, places };
}

/** Spreading a large list into Math.min runs out of stack. */
function extentOf(values: readonly number[]): [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return [least, most];
}

/** The middle of its area (the shoelace formula). */
function middleOf(ring: readonly (readonly [number, number])[]): { x: number; y: number; area: number } {
  let [twice, sumX, sumY] = [0, 0, 0];
  for (const [at, [x1, y1]] of ring.entries()) {
    const [x2, y2] = ring[(at + 1) % ring.length] ?? [x1, y1];
    const cross = x1 * y2 - x2 * y1;
    twice += cross;
    sumX += (x1 + x2) * cross;
    sumY += (y1 + y2) * cross;
  }
  const [first] = ring;
  if (twice === 0) return { x: first?.[0] ?? 0, y: first?.[1] ?? 0, area: 0 };
  return { x: sumX / (3 * twice), y: sumY / (3 * twice), area: Math.abs(twice) / 2 };
}
