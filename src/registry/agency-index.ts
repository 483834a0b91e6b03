import type { PlainDate } from '../values/plain-date.ts';
import { fold, nfc, squeeze } from '../values/vietnamese.ts';
import { type Agency, type AgencyName, agencyKey } from './agency.ts';
import type { AgencyGroup } from './agency-group.ts';
import { type Place, placeWords } from './place.ts';
import { type PlaceNames, placeKey } from './place-names.ts';
import { inForce } from './validity.ts';

/** What matching knows: all places, the bodies of the nation and of the places in question, on all days, and the groups. */
export type Catalogue = { places: readonly Place[]; agencies: readonly Agency[]; groups: readonly AgencyGroup[] };

/** A name by which a body may be meant. `text` is as written, without its place. */
export type Entry = { agency: Agency; kind: AgencyName['kind']; text: string };

/** The bodies of one place on a day, by what their names say beside that place. */
export type AgencyIndex = {
  byKey: ReadonlyMap<string, readonly Entry[]>;
  /** Without accents, spaces and joining words. */
  byLoose: ReadonlyMap<string, readonly Entry[]>;
  /** Names of bodies that are not of this day: a name that is somebody's is no slip of another's. */
  others: ReadonlySet<string>;
};

/** "Lao động, Thương binh & Xã hội" and "Lao động - Thương binh và Xã hội". */
export const looseKey = (key: string): string =>
  fold(key.replace(/(?<!\p{L})và(?!\p{L})/gu, ' ')).replace(/[^a-z0-9]+/gu, '');

/** The ends by which a name says where its body is: "tỉnh Trà Vinh", "tỉnh", "Trà Vinh". */
const tailsOf = (place: Place): string[] => {
  const [word, name] = [placeWords[place.kind], placeKey(place.name)];
  return [`${word} ${name}`, word, name];
};

/** The key with the place cut off, longest end first; undefined where it names none. */
export const withoutTail = (key: string, place: Place): string | undefined => {
  const tail = tailsOf(place).find((end) => key.endsWith(` ${end}`));
  return tail && key.slice(0, -tail.length - 1);
};

const plainText = (name: string): string => squeeze(nfc(name));

const withoutTailText = (name: string, place: Place): string => {
  const text = plainText(name);
  const tail = tailsOf(place).find(
    (end) => placeKey(text).endsWith(` ${end}`) && placeKey(text).length === text.length,
  );
  return tail ? text.slice(0, -tail.length - 1) : text;
};

/** The written core of a name in a place, to tell its very form from another spelling. */
export const coreText = (name: string, place: Place | null): string =>
  place ? withoutTailText(name, place) : plainText(name);

type Draft = { byKey: Map<string, Entry[]>; byLoose: Map<string, Entry[]>; others: Set<string> };

/** By the id of a place, '' for the nation. Each is made when it is first asked for: a document names few places. */
export type AgencyIndexes = { get: (placeId: string) => AgencyIndex | undefined };

export function indexAgencies({ agencies }: Catalogue, { byId }: PlaceNames, day: PlainDate): AgencyIndexes {
  const byPlace = Map.groupBy(agencies, ({ placeId }) => byId.get(placeId ?? '')?.id ?? '');
  const made = new Map<string, AgencyIndex>();
  return {
    get: (placeId) => {
      const here = made.get(placeId) ?? indexOf(byPlace.get(placeId) ?? [], byId.get(placeId) ?? null, day);
      made.set(placeId, here);
      return byPlace.has(placeId) ? here : undefined;
    },
  };
}

function indexOf(agencies: readonly Agency[], place: Place | null, day: PlainDate): AgencyIndex {
  const index: Draft = { byKey: new Map(), byLoose: new Map(), others: new Set() };
  for (const agency of agencies) {
    const stands = inForce(agency, day);
    for (const { kind, name } of agency.names)
      for (const key of keysIn(agencyKey(name), place)) {
        if (!stands) index.others.add(key);
        else enter(index, key, { agency, kind, text: coreText(name, place) });
      }
  }
  return index;
}

/** "công an tỉnh" in Trà Vinh: that, and "công an" where the document is the province's own. */
function keysIn(key: string, place: Place | null): string[] {
  const core = place ? withoutTail(key, place) : undefined;
  // "Trường Đại học Trà Vinh" is no "trường đại học": only the word of the place may be left out.
  const bare = place && core !== undefined && key === `${core} ${placeKey(place.name)}`;
  return core === undefined || bare ? [key] : [key, core];
}

function enter({ byKey, byLoose }: Draft, key: string, entry: Entry): void {
  byKey.set(key, [...(byKey.get(key) ?? []), entry]);
  const loose = looseKey(key);
  byLoose.set(loose, [...(byLoose.get(loose) ?? []), entry]);
}
