import { Refusal } from '../values/refusal.ts';
import type { BoundaryTier, Ring, Shape, Unmatched } from './boundary.ts';
import type { Place } from './place.ts';

/** Reads GeoJSON (RFC 7946) and finds whose boundaries it holds. */

export const boundaryLimits = { fileBytes: 30_000_000, features: 5000, positions: 1_500_000 };

type Feature = { properties: ReadonlyMap<string, string>; shape: Shape | null };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Việt Nam with its islands; VN-2000 in metres lies far outside. */
const bounds = { west: 101, east: 118, south: 5, north: 24.5 };

/** @throws Refusal boundariesUnread */
export function readBoundaries(text: string): Feature[] {
  const refused = (reason: string, detail: Record<string, number> = {}) =>
    new Refusal('boundariesUnread', { reason, ...detail });
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    throw refused('notJson');
  }
  if (!isRecord(file) || file.type !== 'FeatureCollection' || !Array.isArray(file.features))
    throw refused('notFeatures');
  if (file.features.length === 0) throw refused('empty');
  if (file.features.length > boundaryLimits.features) throw refused('tooMany', { limit: boundaryLimits.features });
  let positions = 0;
  const ringOf = (given: unknown): Ring | null => {
    if (!Array.isArray(given) || given.length < 4) return null;
    positions += given.length;
    if (positions > boundaryLimits.positions) throw refused('tooFine', { limit: boundaryLimits.positions });
    const ring: Ring = [];
    for (const position of given) {
      const [x, y]: unknown[] = Array.isArray(position) ? position : [];
      if (typeof x !== 'number' || typeof y !== 'number') return null;
      if (!(x >= bounds.west && x <= bounds.east && y >= bounds.south && y <= bounds.north))
        throw refused('notDegrees');
      ring.push([x, y]);
    }
    return thinned(ring);
  };
  const polygonOf = (given: unknown): Ring[] => {
    const rings = Array.isArray(given) ? given.map(ringOf) : [];
    // Without its outline holes are nothing.
    return rings[0] ? rings.filter((ring) => ring !== null) : [];
  };
  const shapeOf = (geometry: unknown): Shape | null => {
    if (!isRecord(geometry) || !Array.isArray(geometry.coordinates)) return null;
    const given: unknown[] =
      geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : geometry.type === 'MultiPolygon'
          ? geometry.coordinates
          : [];
    const polygons = given.map(polygonOf).filter((rings) => rings.length > 0);
    return polygons.length > 0 ? polygons : null;
  };
  return file.features.map((feature: unknown) => ({
    properties: propertiesOf(feature),
    shape: isRecord(feature) ? shapeOf(feature.geometry) : null,
  }));
}

const longestProperty = 200;

function propertiesOf(feature: unknown): Map<string, string> {
  if (!isRecord(feature) || !isRecord(feature.properties)) return new Map();
  return new Map(
    Object.entries(feature.properties).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' || typeof value === 'number'
        ? [[key, String(value).trim().slice(0, longestProperty)]]
        : [],
    ),
  );
}

/** Ten metres are finer than any screen; a small island stays as it is. */
function thinned(ring: Ring): Ring {
  const round = (value: number): number => Math.round(value * 10_000) / 10_000;
  const out: Ring = [];
  for (const [x, y] of ring) {
    const [at, up] = [round(x), round(y)];
    const last = out.at(-1);
    if (!last || last[0] !== at || last[1] !== up) out.push([at, up]);
  }
  return out.length < 4 ? ring : out;
}

/** As the statistics register writes the codes of each tier; workbooks lose the zeros they begin with. */
const digits: Record<BoundaryTier, number> = { province: 2, district: 3, commune: 5 };
const codeOf = (tier: BoundaryTier, said: string): string =>
  /^\d+$/.test(said) ? said.padStart(digits[tier], '0') : said;

const isOn = ({ validFrom, validUntil }: Place, day: string): boolean =>
  (validFrom === null || validFrom <= day) && (validUntil === null || validUntil > day);

type Matched = {
  /** Which property of the features holds the code: that by which most places are found. */
  property: string;
  shapes: Map<string, Shape>;
  unmatched: Unmatched[];
};

/** @throws Refusal boundariesUnread where no place is found by any property */
export function matchBoundaries(
  features: readonly Feature[],
  places: readonly Place[],
  { tier, day }: { tier: BoundaryTier; day: string },
): Matched {
  const ofTier = places.filter((place) => place.tier === tier && place.code !== null);
  const now = new Map(ofTier.filter((place) => isOn(place, day)).map(({ code, id }) => [code, id]));
  const ever = new Set(ofTier.map(({ code }) => code));
  const property = bestProperty(features, (said) => now.get(codeOf(tier, said)));
  if (property === undefined) throw new Refusal('boundariesUnread', { reason: 'noPlaces' });
  const shapes = new Map<string, Shape>();
  const unmatched: Unmatched[] = [];
  for (const [index, { properties, shape }] of features.entries()) {
    const said = properties.get(property) ?? '';
    const code = said === '' ? null : codeOf(tier, said);
    const placeId = now.get(code);
    const why = whyNot({
      shape,
      code,
      placeId,
      known: ever.has(code),
      twice: placeId !== undefined && shapes.has(placeId),
    });
    if (why) unmatched.push({ at: index + 1, name: nameOf(properties), code, why });
    else if (placeId !== undefined && shape) shapes.set(placeId, shape);
  }
  return { property, shapes, unmatched };
}

type Facts = { shape: Shape | null; code: string | null; placeId: string | undefined; known: boolean; twice: boolean };

function whyNot({ shape, code, placeId, known, twice }: Facts): Unmatched['why'] | undefined {
  if (code === null) return 'noCode';
  if (placeId === undefined) return known ? 'otherDay' : 'unknownCode';
  if (!shape) return 'noArea';
  return twice ? 'twice' : undefined;
}

function bestProperty(features: readonly Feature[], find: (said: string) => string | undefined): string | undefined {
  const found = new Map<string, Set<string>>();
  for (const { properties } of features)
    for (const [key, said] of properties) {
      const placeId = find(said);
      if (placeId !== undefined) found.set(key, (found.get(key) ?? new Set()).add(placeId));
    }
  return [...found].toSorted((a, b) => b[1].size - a[1].size)[0]?.[0];
}

/** "ten_xa", "TEN", "name_2", "tenXa" … */
const nameOf = (properties: ReadonlyMap<string, string>): string | null =>
  [...properties].find(([key]) => /^(?:ten|name)/i.test(key))?.[1] ?? null;
