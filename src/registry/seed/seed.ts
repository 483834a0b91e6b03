import type { Agency } from '../agency.ts';
import type { AgencyGroup } from '../agency-group.ts';
import type { Place } from '../place.ts';
import { agenciesOf, type Profile, readCentral, readOwn, readProfiles, readRegional } from './agencies.ts';
import { readGroups } from './groups.ts';
import { fieldsOf, linesOf } from './lines.ts';
import { districtEvents, provinceEvents, readEvents, type SeedEvent, upgradeEvents } from './moves.ts';
import { type PlaceSuccession, readPlaces, type SeedPlaces } from './places.ts';

/** The register that an installation begins with. */
export type Seed = {
  places: Place[];
  placeMoves: (PlaceSuccession & { eventId: string })[];
  agencies: Agency[];
  groups: AgencyGroup[];
  events: SeedEvent[];
};

/**
 * @param files the texts of the seed's folder by their names
 * @param suffix tells the events of one more province from those of the country
 */
export function readSeed(files: Record<string, string>, suffix = ''): Seed {
  const found = readPlaces(files);
  const sources = new Map(linesOf(files['sources.txt'] ?? '').map((line) => fieldsOf(line) as [string, string]));
  const cited = <T extends { source: string }>(item: T): T => ({
    ...item,
    source: sources.get(item.source) ?? item.source,
  });
  const agencies = withParents(allAgencies(files, found));
  const byProfile = profilesByPlace(agencies);
  return {
    places: found.places.map(cited),
    placeMoves: placeMoves(found).map((move) => ({ ...move, eventId: move.eventId + suffix })),
    agencies: agencies.map(cited),
    groups: readGroups(files['groups.txt'] ?? '').map(cited),
    events: [
      ...readEvents(files['moves.txt'] ?? '', agencies, byProfile),
      ...provinceEvents(found, byProfile),
      ...districtEvents(found, byProfile),
      ...upgradeEvents(found, byProfile),
    ]
      .filter(({ moves }) => moves.length > 0)
      .map((event) => ({ ...event, id: event.id + suffix })),
  };
}

function allAgencies(files: Record<string, string>, { places, provinceMoves }: SeedPlaces): Agency[] {
  const profiles: Record<Place['tier'], Profile[]> = {
    national: [],
    province: readProfiles(files['agencies-province.txt'] ?? ''),
    district: readProfiles(files['agencies-district.txt'] ?? ''),
    commune: readProfiles(files['agencies-commune.txt'] ?? ''),
  };
  const ancestors = Map.groupBy(provinceMoves, ({ toPlaceId }) => toPlaceId);
  return [
    ...readCentral(files['agencies-central.txt'] ?? ''),
    ...readRegional(files['agencies-regional.txt'] ?? ''),
    ...places.flatMap((place) =>
      agenciesOf(place, profiles[place.tier], new Set(ancestors.get(place.id)?.map(({ fromPlaceId }) => fromPlaceId))),
    ),
    ...readOwn(files['agencies-own.txt'] ?? '', new Map(places.map((place) => [place.id, place]))),
  ];
}

function profilesByPlace(agencies: readonly Agency[]): Map<string, Map<string, Agency>> {
  const byProfile = new Map<string, Map<string, Agency>>();
  for (const agency of agencies) {
    if (agency.placeId === null || agency.profile === null) continue;
    const bodies = byProfile.get(agency.placeId) ?? new Map<string, Agency>();
    byProfile.set(agency.placeId, bodies.set(agency.profile, agency));
  }
  return byProfile;
}

const committees = ['ubnd', 'ubnd-huyen', 'ubnd-xa'];
const cadres = ['cap-uy', 'cap-uy-huyen'];
const above: Partial<Record<Agency['kind'], readonly string[]>> = {
  department: committees,
  service: committees,
  board: committees,
  party: cadres,
};

/** Offices stand below the committee of their place, Party bodies below its Party committee. */
function withParents(agencies: readonly Agency[]): Agency[] {
  const byProfile = profilesByPlace(agencies);
  return agencies.map((agency) => {
    const bodies = agency.placeId === null ? undefined : byProfile.get(agency.placeId);
    const parent = (above[agency.kind] ?? []).map((profile) => bodies?.get(profile)?.id).find((id) => id !== undefined);
    return parent === undefined || parent === agency.id ? agency : { ...agency, parentId: parent };
  });
}

const placeMoves = ({ provinceMoves, communeMoves, upgrades }: SeedPlaces): Seed['placeMoves'] => [
  ...provinceMoves.map(({ fromPlaceId, toPlaceId, split }) => ({
    ...{ fromPlaceId, toPlaceId, split },
    eventId: `tinh-${toPlaceId}`,
  })),
  ...communeMoves.map((move) => ({ ...move, eventId: 'cap-huyen-2025' })),
  ...upgrades.map((move) => ({ ...move, eventId: 'vinh-long-2026' })),
];
