import type { PlainDate } from '../values/plain-date.ts';
import type { Agency } from './agency.ts';
import type { AgencyGroup, GroupPart } from './agency-group.ts';
import type { Place } from './place.ts';
import { chainOf, type PlaceNames } from './place-names.ts';
import { inForce } from './validity.ts';

/** Where a part's members are, for a document of this place: the ids of places that stand on the day; null is the nation. */
export function placesOfPart(
  { scope, placeKinds }: GroupPart,
  place: Place | null,
  names: PlaceNames,
): (string | null)[] {
  const chain = chainOf(place, names);
  const province = chain.at(-1);
  const below = (tier: Place['tier'], top: Place | null): Place[] =>
    names.standing.filter((one) => one.tier === tier && (top === null || chainOf(one, names).includes(top)));
  const under = (): readonly Place[] => {
    if (!place) return names.provinces;
    const districts = place.tier === 'province' ? below('district', place) : [];
    return districts.length > 0 ? districts : below('commune', place);
  };
  const places: Record<GroupPart['scope'], () => readonly (Place | undefined)[]> = {
    national: () => [],
    provinces: () => names.provinces,
    province: () => [province],
    district: () => [chain.find(({ tier }) => tier === 'district')],
    own: () => [place ?? undefined],
    districts: () => below('district', province ?? null),
    communes: () => below('commune', place),
    below: under,
  };
  if (scope === 'national' || (scope === 'own' && !place)) return [null];
  return places[scope]().flatMap((one) =>
    one && (placeKinds.length === 0 || placeKinds.includes(one.kind)) ? [one.id] : [],
  );
}

export type MembersContext = { day: PlainDate; place: Place | null; names: PlaceNames };

/** Who belongs to a group on a day. @param agencies at least those of the places that its parts name */
export function membersOf(
  { rule }: Pick<AgencyGroup, 'rule'>,
  agencies: readonly Agency[],
  { day, place, names }: MembersContext,
): Agency[] {
  const members = new Set<Agency>();
  for (const part of rule) {
    const places = new Set(placesOfPart(part, place, names));
    for (const agency of agencies)
      if (places.has(agency.placeId) && inForce(agency, day) && isOfPart(agency, part)) members.add(agency);
  }
  return [...members];
}

const isOfPart = ({ kind, profile }: Agency, { kinds, profiles }: GroupPart): boolean =>
  kinds.includes(kind) || (profile !== null && profiles.includes(profile));
