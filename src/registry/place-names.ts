import type { DocumentHeader } from '../values/finding.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { placeTone } from '../values/tone.ts';
import { nfc, squeeze } from '../values/vietnamese.ts';
import { type Place, placeName, placeWords } from './place.ts';
import { inForce } from './validity.ts';

/** Places as of a day, by "tỉnh trà vinh", "thị xã duyên hải": a name alone is no key. */
export type PlaceNames = {
  byId: ReadonlyMap<string, Place>;
  byFullName: ReadonlyMap<string, readonly Place[]>;
  /** Those that stand on the day. */
  standing: readonly Place[];
  provinces: readonly Place[];
};

export const placeKey = (name: string): string =>
  placeTone(squeeze(nfc(name)).toLowerCase())
    .replace(/\s*[-–—]\s*/gu, ' - ')
    .replace(/(?<!\p{L})tp\.? ?(?=\p{L})/gu, 'thành phố ');

export function placeNames(places: readonly Place[], day: PlainDate): PlaceNames {
  const standing = places.filter((place) => inForce(place, day));
  const byFullName = new Map<string, Place[]>();
  const put = (name: string, place: Place): void => {
    const key = placeKey(name);
    byFullName.set(key, [...(byFullName.get(key) ?? []), place]);
  };
  for (const place of standing) put(placeName(place), place);
  // A province that became a city is written both ways for years; a city of its own by that name goes before it.
  for (const place of standing.filter(({ tier }) => tier === 'province')) {
    const other = placeKey(`${place.kind === 'province' ? 'thành phố' : 'tỉnh'} ${place.name}`);
    if (!byFullName.has(other)) byFullName.set(other, [place]);
  }
  return {
    byId: new Map(places.map((place) => [place.id, place])),
    byFullName,
    standing,
    provinces: standing.filter(({ tier }) => tier === 'province'),
  };
}

/** From the place up: a commune, its district, its province. */
export function chainOf(place: Place | null, { byId }: Pick<PlaceNames, 'byId'>): Place[] {
  const chain: Place[] = [];
  for (let one = place ?? undefined; one && chain.length < 4; one = byId.get(one.parentId ?? '')) chain.push(one);
  return chain;
}

const placeWord = new RegExp(`(?<!\\p{L})(?:${[...new Set(Object.values(placeWords))].join('|')}) `, 'gu');

/** "ubnd huyện càng long" is "ubnd" at the place(s) of that name; every place word of the text is tried, the last last. */
export function tailPlaces(key: string, names: PlaceNames): { before: string; places: readonly Place[] }[] {
  return [...key.matchAll(placeWord)].flatMap(({ index }) => {
    const places = names.byFullName.get(key.slice(index));
    return places ? [{ before: key.slice(0, index).trim(), places }] : [];
  });
}

const cadres: readonly [RegExp, readonly string[]][] = [
  [/tỉnh ủy (.+)$/u, ['tỉnh', 'thành phố']],
  [/thành ủy (.+)$/u, ['thành phố']],
  [/huyện ủy (.+)$/u, ['huyện']],
  [/thị ủy (.+)$/u, ['thị xã']],
];

/** The place whose bodies a document means by "Sở Tài chính" and "UBND": its issuer's. Null: the nation, or not known. */
export function documentPlace(
  { issuer, place }: Pick<DocumentHeader, 'issuer' | 'place'>,
  names: PlaceNames,
): Place | null {
  const key = placeKey(issuer ?? '').replace(/ban thường vụ |ban chấp hành đảng bộ /gu, '');
  const candidates = [
    ...tailPlaces(key, names).flatMap(({ places }) => places),
    ...cadres.flatMap(([pattern, words]) => {
      const name = pattern.exec(key)?.[1];
      return name ? words.flatMap((word) => names.byFullName.get(`${word} ${name}`) ?? []) : [];
    }),
    ...provincesNamed(key, names),
  ];
  const found = candidates[0];
  if (found && candidates.every((one) => one.tier !== found.tier || one.id === found.id)) return found;
  if (found) return amongSeveral(candidates, placeKey(place ?? ''), names);
  return key === '' ? (provincesNamed(placeKey(place ?? ''), names)[0] ?? null) : null;
}

/** "Sở Y tế Long An" */
const provincesNamed = (key: string, { provinces }: PlaceNames): Place[] =>
  provinces.filter(({ name }) => key === placeKey(name) || key.endsWith(` ${placeKey(name)}`));

/** Provinces that names mention, however often: "Sở Y tế tỉnh Bến Tre" in a plan of Trà Vinh. */
export function provincesIn(texts: Iterable<string>, names: PlaceNames): Place[] {
  const found = new Set<Place>();
  for (const text of texts)
    for (const { places } of tailPlaces(placeKey(text), names))
      for (const place of places) if (place.tier === 'province') found.add(place);
  return [...found];
}

/** Communes of one name: the one whose line holds the place that the document was dated at. */
function amongSeveral(candidates: readonly Place[], dated: string, names: PlaceNames): Place | null {
  const near = candidates.filter((one) =>
    chainOf(one, names)
      .slice(1)
      .some(({ name }) => placeKey(name) === dated),
  );
  return near.length === 1 ? (near[0] ?? null) : null;
}

/** The day whose register a document was written with: its own, or where that is not read the first of its period. */
export function documentDay(
  { issuedOn, period }: Pick<DocumentHeader, 'issuedOn' | 'period'>,
  receivedOn: PlainDate,
): PlainDate {
  const began = period ? `${String(period.from).padStart(4, '0')}-01-01` : receivedOn;
  return issuedOn ?? (began < receivedOn ? began : receivedOn);
}
