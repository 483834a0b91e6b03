import { type Place, type PlaceKind, placeKinds } from '../place.ts';
import { fieldsOf, given, linesOf, oneOf, wordsOf } from './lines.ts';

export type PlaceSuccession = { fromPlaceId: string; toPlaceId: string; split: boolean };

/** Of one province that goes on in another, from which day and on what legal basis. */
export type ProvinceMove = PlaceSuccession & { effectiveOn: string; legalBasis: string };

/** Places of the seed, with what the tables do not hold: who came from whom, and the day an event made them. */
export type SeedPlaces = {
  places: Place[];
  provinceMoves: ProvinceMove[];
  communeMoves: PlaceSuccession[];
  upgrades: PlaceSuccession[];
};

const merged = '2025-07-01';
const letters: Record<string, PlaceKind> = {
  x: 'commune',
  p: 'ward',
  m: 'township',
  k: 'specialZone',
  h: 'district',
  t: 'town',
  c: 'provincialCity',
};

export function readPlaces(files: Record<string, string>): SeedPlaces {
  const file = (name: string): string[] => linesOf(files[name] ?? '');
  const provinces = file('provinces.txt').map(provinceOf);
  const sourceIn = sourcesBelow(provinces);
  const { communes, upgrades } = readCommunes(file('communes.txt'), sourceIn);
  const old = readDistricts(file('districts-2023.txt'), sourceIn);
  const known = new Set(communes.map(({ id }) => id));
  return {
    places: [...provinces, ...old.places, ...communes],
    provinceMoves: readMergers(file('province-mergers.txt')),
    communeMoves: old.moves.filter(({ toPlaceId }) => known.has(toPlaceId)),
    upgrades,
  };
}

/** "hue < thua-thien-hue" below "@ 2025-01-01 | NQ 175/2024/QH15". */
function readMergers(lines: readonly string[]): ProvinceMove[] {
  let [effectiveOn, legalBasis] = ['', ''];
  return lines.flatMap((line) => {
    if (line.startsWith('@')) {
      [effectiveOn = '', legalBasis = ''] = fieldsOf(line.slice(1));
      return [];
    }
    const [to = '', from = ''] = line.split('<').map((side) => side.trim());
    return wordsOf(from).map((fromPlaceId) => ({ fromPlaceId, toPlaceId: to, split: false, effectiveOn, legalBasis }));
  });
}

function provinceOf(line: string): Place {
  const [id = '', code, name = '', kind, from, until, source = ''] = fieldsOf(line);
  const dates = { validFrom: given(from), validUntil: given(until) };
  return {
    id,
    code: given(code),
    name,
    kind: oneOf(placeKinds, kind),
    tier: 'province',
    parentId: null,
    ...dates,
    source,
  };
}

/** "28810 x Phú Túc < 2026-06-09" below "> vinh-long-2025": until that day. */
function readCommunes(lines: readonly string[], sourceIn: SourceIn) {
  const communes: Place[] = [];
  const upgrades: PlaceSuccession[] = [];
  let parent = '';
  let later: string | undefined;
  for (const line of lines) {
    if (line.startsWith('>')) [parent = '', later] = wordsOf(line.slice(1));
    else {
      const [before = '', until] = line.split('<').map((side) => side.trim());
      const [code = '', letter = '', ...name] = wordsOf(before);
      const id = later ? `${code}-${later.slice(0, 4)}` : code;
      if (later) upgrades.push({ fromPlaceId: code, toPlaceId: id, split: false });
      communes.push({
        ...unit(id, code, letter, name.join(' '), parent),
        validFrom: later ?? merged,
        validUntil: given(until),
        source: later ? 'vinh-long-2026' : sourceIn(parent, 'dmhc'),
      });
    }
  }
  return { communes, upgrades };
}

const unit = (id: string, code: string, letter: string, name: string, parentId: string): Omit<Place, 'source'> => {
  const kind = oneOf(placeKinds, letters[letter]);
  const tier = 'htc'.includes(letter) ? 'district' : 'commune';
  return { id, code, name, kind, tier, parentId, validFrom: null, validUntil: merged };
};

type SourceIn = (province: string, usual: string) => string;

/** What is below a province is known from the official list, unless its province has a source of its own kind. */
function sourcesBelow(provinces: readonly Place[]): SourceIn {
  const own = new Map(provinces.map(({ id, source }) => [id, source]));
  const listed = ['dmhc', 'nq202', 'nq175'];
  return (province, usual) => {
    const source = own.get(province) ?? usual;
    return listed.includes(source) ? usual : source;
  };
}

/** "> tra-vinh", "= 842 c Trà Vinh", "29242 p 3 > 29242 29398*": a part of it went to the one with the star. */
function readDistricts(lines: readonly string[], sourceIn: SourceIn) {
  const places: Place[] = [];
  const moves: PlaceSuccession[] = [];
  let province = '';
  let district = '';
  for (const line of lines) {
    if (line.startsWith('>')) province = line.slice(1).trim();
    else if (line.startsWith('=')) {
      const [code = '', letter = '', ...name] = wordsOf(line.slice(1));
      district = code;
      places.push({ ...unit(code, code, letter, name.join(' '), province), source: sourceIn(province, 'dmhc-2023') });
    } else {
      const [before = '', after] = line.split('>').map((side) => side.trim());
      const [code = '', letter = '', ...name] = wordsOf(before);
      const id = `${code}-2023`;
      places.push({ ...unit(id, code, letter, name.join(' '), district), source: sourceIn(province, 'dmhc-2023') });
      for (const to of wordsOf(after))
        moves.push({ fromPlaceId: id, toPlaceId: to.replace('*', ''), split: to.endsWith('*') });
    }
  }
  return { places, moves };
}
