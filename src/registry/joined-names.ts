import { agencyKey } from './agency.ts';
import { type Place, placeWords } from './place.ts';
import { chainOf, type PlaceNames, placeKey } from './place-names.ts';

const words = [...new Set(Object.values(placeWords))].join('|');
const joined = new RegExp(`^(.+?) (?:các )?((?:${words}) .+)$`, 'u');
const wordFirst = new RegExp(`^(?:các )?(${words}) (.+)$`, 'u');

/** "UBND các huyện Trà Cú, Duyên Hải và thị xã Duyên Hải": whose, and of which places, where each is one of the province's. */
export function joinedPlaces(
  name: string,
  province: Place | undefined,
  names: PlaceNames,
): { core: string; places: Place[] } | undefined {
  const [, body = '', list = ''] = joined.exec(placeKey(name)) ?? [];
  const items = list
    .split(/,|;| và /u)
    .map((item) => item.trim())
    .filter((item) => item !== '');
  if (!province || items.length < 2) return undefined;
  const places: Place[] = [];
  let word = '';
  for (const item of items) {
    const [, own, rest] = wordFirst.exec(item) ?? [];
    word = own ?? word;
    const found: Place[] = (names.byFullName.get(`${word} ${rest ?? item}`) ?? []).filter((place) =>
      chainOf(place, names).includes(province),
    );
    const only: Place | undefined = found[0];
    if (found.length !== 1 || !only || only === province) return undefined;
    places.push(only);
  }
  return { core: agencyKey(body), places };
}
