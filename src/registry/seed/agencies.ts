import { roman } from '../../values/roman.ts';
import { upperFirst } from '../../values/vietnamese.ts';
import { type Agency, type AgencyName, agencyKinds } from '../agency.ts';
import { type Place, placeKinds, placeWords } from '../place.ts';
import type { Validity } from '../validity.ts';
import { fieldsOf, given, linesOf, listOf, oneOf, wordsOf } from './lines.ts';

/** What a body is in every place of a tier, with its names over the years. */
export type Profile = Validity & {
  id: string;
  kind: Agency['kind'];
  names: (Validity & { official: string; aliases: string[]; abbreviations: string[] })[];
  symbol: string | null;
  where: string;
  source: string;
};

/** A line that begins with "+" is a later name of the body above it. */
export function readProfiles(text: string): Profile[] {
  const profiles: Profile[] = [];
  for (const line of linesOf(text)) {
    const [id = '', kind, official = '', from, until, aliases, abbreviations, symbol, where = '', source = ''] =
      fieldsOf(line);
    const dates = { validFrom: given(from), validUntil: given(until) };
    const name = { official, aliases: listOf(aliases), abbreviations: listOf(abbreviations), ...dates };
    const last = profiles.at(-1);
    if (id === '+' && last) {
      last.names.push(name);
      last.validUntil = dates.validUntil;
      last.symbol = given(symbol) ?? last.symbol;
    } else
      profiles.push({
        id,
        kind: oneOf(agencyKinds, kind),
        names: [name],
        symbol: given(symbol),
        where,
        source,
        ...dates,
      });
  }
  return profiles;
}

/** From the later beginning to the earlier end; undefined where there is no day between. */
function overlap(one: Validity, other: Validity): Validity | undefined {
  const latest = [one.validFrom, other.validFrom].filter((day) => day !== null).sort();
  const earliest = [one.validUntil, other.validUntil].filter((day) => day !== null).sort();
  const both = { validFrom: latest.at(-1) ?? null, validUntil: earliest[0] ?? null };
  return both.validFrom !== null && both.validUntil !== null && both.validFrom >= both.validUntil ? undefined : both;
}

const cityDay = '2026-04-30';
const cadreWords: Record<string, string> = {
  district: 'Huyện',
  town: 'Thị',
  provincialCity: 'Thành',
  province: 'Tỉnh',
};

/** {t} tỉnh, {U} Tỉnh (ủy), {n} its name, {N} both. */
function filled(pattern: string, place: Place, word: string): string {
  const short = cadreWords[word === 'tỉnh' ? 'province' : place.kind] ?? 'Thành';
  return pattern
    .replaceAll('{t}', word)
    .replaceAll('{U}', short)
    .replaceAll('{N}', `${word} ${place.name}`)
    .replaceAll('{n}', place.name);
}

/** The word of a place's kind on each of its days. NQ 30/2026/QH16: Đồng Nai is a city from 30/4/2026. */
const wordsOfPlace = (place: Place): (Validity & { word: string })[] =>
  place.source === 'dong-nai' && place.tier === 'province'
    ? [
        { word: 'tỉnh', validFrom: null, validUntil: cityDay },
        { word: 'thành phố', validFrom: cityDay, validUntil: null },
      ]
    : [{ word: placeWords[place.kind], validFrom: null, validUntil: null }];

/** @param lifetime names of other days are left out */
function namesIn(profile: Profile, place: Place, lifetime: Validity): AgencyName[] {
  const names: AgencyName[] = [];
  for (const { word, ...wordDays } of wordsOfPlace(place))
    for (const { official, aliases, abbreviations, ...nameDays } of profile.names) {
      const days = overlap(wordDays, nameDays);
      if (!days || !overlap(days, lifetime)) continue;
      names.push({ kind: 'official', name: upperFirst(filled(official, place, word)), ...days });
      for (const alias of aliases) names.push({ kind: 'alias', name: upperFirst(filled(alias, place, word)), ...days });
      for (const short of abbreviations)
        names.push({ kind: 'abbreviation', name: filled(short, place, word), ...days });
    }
  return names;
}

/** Bodies of one place: those whose days and the place's have one in common. */
export function agenciesOf(place: Place, profiles: readonly Profile[], ancestors: ReadonlySet<string>): Agency[] {
  return profiles.flatMap((profile) => {
    const days = isThere(profile, place, ancestors) ? overlap(profile, place) : undefined;
    if (!days) return [];
    return {
      id: `${profile.id}.${place.id}`,
      kind: profile.kind,
      profile: profile.id,
      tier: place.tier,
      placeId: place.id,
      parentId: null,
      symbol: profile.symbol,
      exchangeCode: null,
      contact: null,
      ...days,
      source: profile.source,
      version: 1,
      names: namesIn(profile, place, days),
    };
  });
}

/**
 * "commune ward + vinh-long-2025": in places of these kinds, and there only; "- ha-noi": everywhere but there. A place
 * counts as those that it was formed from: it has what one of them had, and lacks what all of them lacked.
 */
function isThere({ where }: Profile, place: Place, ancestors: ReadonlySet<string>): boolean {
  const [kinds = '', only] = where.startsWith('-') ? [] : where.split('+');
  const not = where.startsWith('-') ? where.slice(1) : undefined;
  const allowed = wordsOf(kinds).map((kind) => oneOf(placeKinds, kind));
  if (allowed.length > 0 && !allowed.includes(place.kind)) return false;
  const line = [place.id, ...(place.parentId === null ? [] : [place.parentId]), ...ancestors];
  if (only !== undefined) return wordsOf(only).some((id) => line.includes(id));
  if (not === undefined) return true;
  const excluded = wordsOf(not);
  return ancestors.size > 0 ? ![...ancestors].every((id) => excluded.includes(id)) : !excluded.includes(place.id);
}

const aliasNames = (aliases: string[], abbreviations: string[], days: Validity): AgencyName[] => [
  ...aliases.map((name): AgencyName => ({ kind: 'alias', name, ...days })),
  ...abbreviations.map((name): AgencyName => ({ kind: 'abbreviation', name, ...days })),
];

const once = { profile: null, parentId: null, exchangeCode: null, contact: null, version: 1 } as const;
const always: Validity = { validFrom: null, validUntil: null };

export function readCentral(text: string): Agency[] {
  return linesOf(text).map((line) => {
    const [id = '', kind, name = '', from, until, aliases, abbreviations, symbol, source = ''] = fieldsOf(line);
    return {
      ...once,
      id,
      kind: oneOf(agencyKinds, kind),
      tier: 'national',
      placeId: null,
      symbol: given(symbol),
      validFrom: given(from),
      validUntil: given(until),
      source,
      names: [{ kind: 'official', name, ...always }, ...aliasNames(listOf(aliases), listOf(abbreviations), always)],
    };
  });
}

export function readRegional(text: string): Agency[] {
  return linesOf(text).flatMap((line) => {
    const [id = '', kind, name = '', numbers, from, until, aliases, abbreviations, source = ''] = fieldsOf(line);
    return Array.from({ length: Number(numbers) }, (_, index): Agency => {
      const put = (pattern: string) => pattern.replaceAll('{i}', String(index + 1)).replaceAll('{r}', roman(index + 1));
      return {
        ...once,
        id: `${id}-${index + 1}`,
        kind: oneOf(agencyKinds, kind),
        tier: 'national',
        placeId: null,
        symbol: null,
        validFrom: given(from),
        validUntil: given(until),
        source,
        names: [
          { kind: 'official', name: put(name), ...always },
          ...aliasNames(listOf(aliases).map(put), listOf(abbreviations).map(put), always),
        ],
      };
    });
  });
}

export function readOwn(text: string, places: ReadonlyMap<string, Place>): Agency[] {
  return linesOf(text).map((line) => {
    const [placeId = '', id = '', kind, name = '', from, until, aliases, abbreviations, symbol, source = ''] =
      fieldsOf(line);
    const place = places.get(placeId);
    if (!place) throw new Error(`seed: ${id} stands in no known place`);
    const days = overlap({ validFrom: given(from), validUntil: given(until) }, place);
    if (!days) throw new Error(`seed: ${id} has no day in ${placeId}`);
    return {
      ...once,
      id,
      // "bien-phong.binh-chau" is what other places have, too.
      profile: id.endsWith(`.${placeId}`) ? id.slice(0, -placeId.length - 1) : null,
      kind: oneOf(agencyKinds, kind),
      tier: place.tier,
      placeId,
      symbol: given(symbol),
      ...days,
      source,
      names: [{ kind: 'official', name, ...always }, ...aliasNames(listOf(aliases), listOf(abbreviations), always)],
    };
  });
}
