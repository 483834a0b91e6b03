import type { PlainDate } from '../values/plain-date.ts';
import { type Agency, agencyKey } from './agency.ts';
import type { AgencyGroup } from './agency-group.ts';
import {
  type AgencyIndexes,
  type Catalogue,
  coreText,
  type Entry,
  indexAgencies,
  looseKey,
  withoutTail,
} from './agency-index.ts';
import { type GroupKey, groupKeyOf, groupKeyText } from './group-key.ts';
import { joinedPlaces } from './joined-names.ts';
import { isSlipOf, slipsAllowed } from './near-name.ts';
import { type Place, placeWords } from './place.ts';
import { chainOf, type PlaceNames, placeNames, tailPlaces } from './place-names.ts';
import type { MatchedBy } from './review.ts';

/** The agency or the group that a name in a document means, and how that was seen. */
export type AgencyMatch = {
  agency: Agency | null;
  group: AgencyGroup | null;
  matchedBy: MatchedBy;
  /** Of a group, those that the name itself says: "UBND các huyện Trà Cú, Duyên Hải". Empty: as the group's rule goes. */
  members: Agency[];
};

/** Names are read from the document's place on its day. */
export type MatchContext = { day: PlainDate; place: Place | null };

export type AgencyMatcher = (name: string) => AgencyMatch | undefined;

/** Matching slips of the pen costs most; a document of nothing but unknown names must not hold up the server. */
const mostSlipSearches = 400;

export function agencyMatcher(catalogue: Catalogue, { day, place }: MatchContext): AgencyMatcher {
  const names = placeNames(catalogue.places, day);
  const chain = chainOf(place, names);
  const register: Register = { names, chain, indexes: indexAgencies(catalogue, names, day) };
  const groups = indexGroups(catalogue.groups);
  const known = new Map<string, AgencyMatch | undefined>();
  let slipSearches = 0;
  const find: AgencyMatcher = (name) => {
    const readings = readingsOf(name, register);
    const exact = firstOf(readings, (one) => atPlace(one, name, register, 'byKey'));
    if (exact) return exact;
    const group = findGroup(name, chain, groups);
    if (group) return { agency: null, group, matchedBy: 'name', members: [] };
    const several = findSeveral(name, catalogue.groups, register);
    if (several) return several;
    const loose = firstOf(readings, (one) => atPlace(one, name, register, 'byLoose'));
    if (loose) return loose;
    return slipSearches++ < mostSlipSearches ? firstOf(readings, (one) => nearAt(one, register)) : undefined;
  };
  return (name) => {
    const key = name.trim();
    if (!known.has(key)) known.set(key, find(key));
    return known.get(key);
  };
}

type Register = { names: PlaceNames; chain: readonly Place[]; indexes: AgencyIndexes };

/** A name as one that stands at a place: what it says beside the place, and where to look. Undefined: the nation. */
type Reading = { core: string; place: Place | undefined; head: boolean };

const posts =
  /^(?:(?:đồng chí|đề nghị|giao) )?(?:(?:phó )?(?:tổng )?giám đốc|thủ trưởng|người đứng đầu|lãnh đạo|(?:phó )?chủ tịch|hiệu trưởng|(?:phó )?bí thư|(?:phó )?chủ nhiệm|viện trưởng|chỉ huy trưởng|tổng biên tập|(?:tổng |chi )?cục trưởng|bộ trưởng|tổng kiểm toán) /u;
const shortPosts = /^(?:chánh|trưởng) (?=văn phòng|thanh tra|phòng|ban |công an|đài |thuế|thống kê|kho bạc)/u;
const doubled = /^(sở|phòng|ban) (?=\1 )/u;

/** A head is asked as the body: "Trưởng phòng Phòng Tài chính", "Chánh Văn phòng". */
function withoutPost(key: string): string | undefined {
  const rest = key.replace(posts, '').replace(shortPosts, '').replace(doubled, '');
  return rest === key ? undefined : rest;
}

function readingsOf(name: string, register: Register): Reading[] {
  const key = agencyKey(name);
  const body = withoutPost(key);
  return [...placed(key, false, register), ...(body === undefined ? [] : placed(body, true, register))];
}

/** As it stands, from the document's place up to the nation; then by the place that it ends with. */
function placed(key: string, head: boolean, { chain, names }: Register): Reading[] {
  const own = [...chain, undefined].map((place): Reading => ({ core: key, place, head }));
  const named = tailPlaces(key, names).flatMap(({ before, places }) =>
    nearest(places, chain, names).map((place): Reading => ({ core: before, place, head })),
  );
  const worded = chain.flatMap((place): Reading[] => {
    const core = withoutTail(key, place);
    return core === undefined ? [] : [{ core, place, head }];
  });
  return [...own, ...named, ...worded];
}

/** Of places that bear one name, those of the document's own line: there is a huyện Châu Thành in many provinces. */
function nearest(places: readonly Place[], chain: readonly Place[], names: PlaceNames): readonly Place[] {
  if (places.length <= 1) return places;
  const province = chain.at(-1);
  const below = places.filter((place) => province && chainOf(place, names).includes(province));
  return below.length === 1 ? below : [];
}

function firstOf<T>(readings: readonly Reading[], find: (reading: Reading) => T | undefined): T | undefined {
  for (const reading of readings) {
    const found = find(reading);
    if (found) return found;
  }
  return undefined;
}

function atPlace(
  { core, place, head }: Reading,
  name: string,
  { indexes }: Register,
  by: 'byKey' | 'byLoose',
): AgencyMatch | undefined {
  const entries = indexes.get(place?.id ?? '')?.[by].get(by === 'byKey' ? core : looseKey(core));
  const entry = entries && onlyOne(entries);
  if (!entry) return undefined;
  const written = coreText(name, place ?? null);
  const same = !head && entries.find(({ agency, text }) => agency.id === entry.agency.id && text === written);
  const matchedBy = !same ? 'spelling' : same.kind === 'official' ? 'name' : 'alias';
  return { agency: entry.agency, group: null, matchedBy, members: [] };
}

/** Undefined where two bodies bear the name; one that bears it officially goes before others' short forms. */
function onlyOne(entries: readonly Entry[]): Entry | undefined {
  const official = entries.filter(({ kind }) => kind === 'official');
  const meant = official.length > 0 ? official : entries;
  return meant.every(({ agency }) => agency.id === meant[0]?.agency.id) ? meant[0] : undefined;
}

/** What a list leaves out before its second item: "Sở Nội vụ, Lao động - Thương binh và Xã hội". */
const leftOut: Partial<Record<Place['tier'], string>> = { province: 'sở ', district: 'phòng ', commune: 'phòng ' };

function nearAt({ core, place, head }: Reading, { indexes }: Register): AgencyMatch | undefined {
  const index = indexes.get(place?.id ?? '');
  if (!index || slipsAllowed(core) === 0 || index.others.has(core)) return undefined;
  const prefix = place ? leftOut[place.tier] : 'bộ ';
  const completed = prefix && !head ? onlyOne(index.byKey.get(prefix + core) ?? []) : undefined;
  const near = completed
    ? [completed]
    : [...index.byKey].flatMap(([key, entries]) => (isSlipOf(core, key) ? entries : []));
  const ids = new Set(near.map(({ agency }) => agency.id));
  const agency = near[0]?.agency;
  return agency && ids.size === 1 ? { agency, group: null, matchedBy: 'near', members: [] } : undefined;
}

/** Bodies of several places under one head: the group of such bodies, with those that are named as its members. */
function findSeveral(
  name: string,
  groups: readonly AgencyGroup[],
  { chain, names, indexes }: Register,
): AgencyMatch | undefined {
  const found = joinedPlaces(name, chain.at(-1), names);
  const entries = found?.places.map(({ id }) => onlyOne(indexes.get(id)?.byKey.get(found.core) ?? []));
  const members = entries?.flatMap((entry) => (entry ? [entry.agency] : [])) ?? [];
  if (members.length < 2 || members.length !== found?.places.length) return undefined;
  const group = groups.find(
    ({ chosenByOfficer, rule }) =>
      chosenByOfficer &&
      rule.length === 1 &&
      members.every(({ profile }) => profile && rule[0]?.profiles.includes(profile)),
  );
  return group && { agency: null, group, matchedBy: 'name', members };
}

function indexGroups(groups: readonly AgencyGroup[]): Map<string, AgencyGroup> {
  const index = new Map<string, AgencyGroup>();
  for (const group of groups) for (const key of group.keys) if (!index.has(key)) index.set(key, group);
  return index;
}

/** "Các sở, ban, ngành tỉnh Trà Vinh", "các sở, ban, ngành Thành phố": the place that is the document's own adds nothing. */
function findGroup(
  name: string,
  chain: readonly Place[],
  groups: ReadonlyMap<string, AgencyGroup>,
): AgencyGroup | undefined {
  const key = groupKeyOf(withoutOwnName(name, chain));
  const province = chain.at(-1);
  const city = province && placeWords[province.kind] === 'thành phố';
  const plain = key.words.filter((word) => word !== 'tỉnh' && word !== 'cấp');
  const forms: GroupKey['words'][] = [
    key.words,
    ...(city ? [key.words.map((word) => (word === 'thành_phố' ? 'tỉnh' : word)).sort()] : []),
    plain,
    [...plain, 'tỉnh'].sort(),
  ];
  for (const words of forms) {
    const group = groups.get(groupKeyText({ ...key, words }));
    if (group) return group;
  }
  return undefined;
}

function withoutOwnName(name: string, chain: readonly Place[]): string {
  const key = agencyKey(name);
  const place = chain.find((one) => key.includes(` ${placeWords[one.kind]} ${one.name.toLowerCase()}`));
  return place
    ? key.replace(` ${placeWords[place.kind]} ${place.name.toLowerCase()}`, ` ${placeWords[place.kind]}`)
    : key;
}
