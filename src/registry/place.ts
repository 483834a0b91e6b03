import { z } from 'zod';
import { Tier } from '../values/finding.ts';
import { PlainDate } from '../values/plain-date.ts';
import { upperFirst } from '../values/vietnamese.ts';

/** Those of one tier stand together: what "các huyện, thị xã, thành phố" and "các xã, phường, đặc khu" name. */
export const placeKinds = [
  'province',
  'centralCity',
  'district',
  'urbanDistrict',
  'town',
  'provincialCity',
  'commune',
  'ward',
  'township',
  'specialZone',
] as const;
export const PlaceKind = z.enum(placeKinds);
export type PlaceKind = z.infer<typeof PlaceKind>;

/** An administrative unit from the day it came into being to the day it ended, or changed its name or kind. */
export const Place = z.object({
  id: z.string(),
  /** Of the statistics register. No key: successors inherit codes. */
  code: z.string().nullable(),
  /** Without the word of its kind: "Càng Long", "3". */
  name: z.string(),
  kind: PlaceKind,
  tier: Tier,
  parentId: z.string().nullable(),
  validFrom: PlainDate.nullable(),
  validUntil: PlainDate.nullable(),
  source: z.string(),
});
export type Place = z.infer<typeof Place>;

/** How documents write a kind of place before its name. */
export const placeWords: Record<PlaceKind, string> = {
  province: 'tỉnh',
  centralCity: 'thành phố',
  district: 'huyện',
  urbanDistrict: 'quận',
  town: 'thị xã',
  provincialCity: 'thành phố',
  commune: 'xã',
  ward: 'phường',
  township: 'thị trấn',
  specialZone: 'đặc khu',
};

/** "huyện Càng Long", "Phường 3" as "phường 3". */
export const placeName = ({ kind, name }: Pick<Place, 'kind' | 'name'>): string => `${placeWords[kind]} ${name}`;

/** As documents are dated at it: numbers and names of persons only with the word of the kind (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.4). */
export const datedAt = (place: Pick<Place, 'kind' | 'name'>): string =>
  /^\d|^Hồ Chí Minh$/u.test(place.name) ? upperFirst(placeName(place)) : place.name;
