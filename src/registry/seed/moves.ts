import type { Agency } from '../agency.ts';
import type { Place } from '../place.ts';
import { successionKinds } from '../succession.ts';
import { fieldsOf, linesOf, oneOf } from './lines.ts';
import type { SeedPlaces } from './places.ts';

export type SeedMove = {
  kind: (typeof successionKinds)[number];
  fromAgencyId: string;
  toAgencyId: string | null;
  field: string | null;
};
export type SeedEvent = { id: string; title: string; effectiveOn: string; legalBasis: string; moves: SeedMove[] };

/** Bodies by place and profile: "so-tai-chinh" of Trà Vinh. */
export type ByProfile = ReadonlyMap<string, ReadonlyMap<string, Agency>>;

type ProfileMove = { from: string; to: string[]; kind: SeedMove['kind']; field: string | null };

/** The events that were the same in every place: each becomes the moves of all places in which both bodies are. */
export function readEvents(text: string, agencies: readonly Agency[], byProfile: ByProfile): SeedEvent[] {
  const events: SeedEvent[] = [];
  let scope = '';
  for (const line of linesOf(text)) {
    const fields = fieldsOf(line.replace(/^@/u, ''));
    if (line.startsWith('@')) {
      const [id = '', effectiveOn = '', tier = '', title = '', legalBasis = ''] = fields;
      events.push({ id, title, effectiveOn, legalBasis, moves: [] });
      scope = tier;
    } else {
      const [pair = '', kind, field = ''] = fields;
      const [from = '', to = ''] = pair.split('>').map((side) => side.trim());
      const heirs = to === '-' ? [] : to.split('/').map((heir) => heir.trim());
      const move = { from, to: heirs, kind: oneOf(successionKinds, kind), field: field === '' ? null : field };
      const event = events.at(-1);
      event?.moves.push(
        ...(scope === 'national' ? nationalMoves(move, agencies) : localMoves(move, byProfile, event.effectiveOn)),
      );
    }
  }
  return events;
}

const nationalMoves = ({ from, to, kind, field }: ProfileMove, agencies: readonly Agency[]): SeedMove[] => {
  const heir = agencies.find(({ id }) => to.includes(id));
  return heir ? [{ kind, fromAgencyId: from, toAgencyId: heir.id, field }] : [];
};

function localMoves({ from, to, kind, field }: ProfileMove, byProfile: ByProfile, day: string): SeedMove[] {
  return [...byProfile.values()].flatMap((bodies) => {
    const before = bodies.get(from);
    const heir = to.map((profile) => bodies.get(profile)).find((body) => body !== undefined);
    // A rename leaves the body; everything else ends it on that day.
    if (!before || (to.length === 0 ? !standsOn(before, day) : before.validUntil !== day || !heir)) return [];
    return [{ kind, fromAgencyId: before.id, toAgencyId: heir?.id ?? null, field }];
  });
}

const standsOn = ({ validFrom, validUntil }: Agency, day: string): boolean =>
  (validFrom === null || validFrom < day) && (validUntil === null || validUntil > day);

const mergedOn = '2025-07-01';

/** Provinces that became another one: each body that was there to the end goes on in that of the new province. */
export function provinceEvents({ places, provinceMoves }: SeedPlaces, byProfile: ByProfile): SeedEvent[] {
  const byId = new Map(places.map((place) => [place.id, place]));
  return [...Map.groupBy(provinceMoves, ({ toPlaceId }) => toPlaceId)].map(([to, sides]) => {
    const before = sides.map(({ fromPlaceId }) => byId.get(fromPlaceId)?.name ?? fromPlaceId);
    const { effectiveOn = '', legalBasis = '' } = sides[0] ?? {};
    return {
      id: `tinh-${to}`,
      title: `Thành lập ${titleOf(byId.get(to), before)} từ ${before.join(', ')}`,
      effectiveOn,
      legalBasis,
      moves: sides.flatMap(({ fromPlaceId }) => sameBodies(fromPlaceId, to, byProfile, effectiveOn)),
    };
  });
}

/** Most new provinces have the name of an old one. */
const titleOf = (place: Place | undefined, before: readonly string[]): string =>
  `${place?.kind === 'centralCity' ? 'thành phố' : 'tỉnh'} ${place?.name}${before.includes(place?.name ?? '') ? ' (mới)' : ''}`;

function sameBodies(from: string, to: string, byProfile: ByProfile, day: string): SeedMove[] {
  return [...(byProfile.get(from) ?? [])].flatMap(([profile, body]) => {
    const heir = byProfile.get(to)?.get(profile);
    if (body.validUntil !== day || !heir) return [];
    return [{ kind: 'merge' as const, fromAgencyId: body.id, toAgencyId: heir.id, field: null }];
  });
}

/** The district level ended on 01/7/2025: its committee's work goes to the communes of its land, its offices end. */
export function districtEvents({ places, communeMoves }: SeedPlaces, byProfile: ByProfile): SeedEvent[] {
  const moves: SeedMove[] = [];
  const heirsOf = Map.groupBy(communeMoves, ({ fromPlaceId }) => fromPlaceId);
  for (const district of places.filter(({ tier, validUntil }) => tier === 'district' && validUntil === mergedOn)) {
    const communes = places.filter(({ parentId }) => parentId === district.id);
    const land = [...new Set(communes.flatMap(({ id }) => heirsOf.get(id)?.map(({ toPlaceId }) => toPlaceId) ?? []))];
    for (const [profile, body] of byProfile.get(district.id) ?? [])
      if (body.validUntil === mergedOn) moves.push(...districtMoves(profile, body, land, byProfile));
    for (const commune of communes)
      for (const { toPlaceId } of heirsOf.get(commune.id) ?? [])
        moves.push(...sameBodies(commune.id, toPlaceId, byProfile, mergedOn));
  }
  if (moves.length === 0) return [];
  return [
    {
      id: 'cap-huyen-2025',
      title: 'Kết thúc hoạt động cấp huyện, sắp xếp cấp xã',
      effectiveOn: mergedOn,
      legalBasis:
        'Luật Tổ chức chính quyền địa phương 2025; nghị quyết sắp xếp cấp xã của từng tỉnh (Vĩnh Long: NQ 1687/NQ-UBTVQH15)',
      moves,
    },
  ];
}

function districtMoves(profile: string, body: Agency, land: readonly string[], byProfile: ByProfile): SeedMove[] {
  const heirs = profile === 'ubnd-huyen' ? land.map((id) => byProfile.get(id)?.get('ubnd-xa')) : [];
  const found = heirs.filter((heir) => heir !== undefined);
  if (found.length === 0) return [{ kind: 'abolish', fromAgencyId: body.id, toAgencyId: null, field: null }];
  return found.map(({ id }) => ({ kind: 'split', fromAgencyId: body.id, toAgencyId: id, field: null }));
}

export function upgradeEvents({ upgrades, places }: SeedPlaces, byProfile: ByProfile): SeedEvent[] {
  const day = places.find(({ id }) => id === upgrades[0]?.toPlaceId)?.validFrom;
  if (!day) return [];
  return [
    {
      id: 'vinh-long-2026',
      title: 'Thành lập 16 phường ở tỉnh Vĩnh Long',
      effectiveOn: day,
      legalBasis: 'chưa thấy số nghị quyết, kiểm tra lại / verify',
      moves: upgrades.flatMap(({ fromPlaceId, toPlaceId }) => sameBodies(fromPlaceId, toPlaceId, byProfile, day)),
    },
  ];
}
