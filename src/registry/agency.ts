import { z } from 'zod';
import { Tier } from '../values/finding.ts';
import { PlainDate } from '../values/plain-date.ts';
import { placeTone } from '../values/tone.ts';
import { nfc, squeeze } from '../values/vietnamese.ts';
import type { Place } from './place.ts';
import { inForce } from './validity.ts';

export const agencyKinds = [
  // Chính phủ, Thủ tướng
  'government',
  'ministry',
  // Quốc hội
  'assembly',
  // HĐND
  'council',
  // UBND
  'committee',
  // sở, phòng and those of their rank
  'department',
  // ngành dọc: thuế, thống kê, kho bạc …
  'vertical',
  // công an, quân đội
  'force',
  // tòa án, viện kiểm sát
  'court',
  'party',
  // Mặt trận
  'front',
  // đoàn thể, hội
  'union',
  // đơn vị sự nghiệp
  'service',
  // hội đồng, ban chỉ đạo, tổ công tác
  'board',
  'enterprise',
] as const;
export const AgencyKind = z.enum(agencyKinds);
export type AgencyKind = z.infer<typeof AgencyKind>;

const agencyNameKinds = ['official', 'alias', 'abbreviation'] as const;
const Validity = { validFrom: PlainDate.nullable(), validUntil: PlainDate.nullable() };

export const AgencyName = z.object({ kind: z.enum(agencyNameKinds), name: z.string(), ...Validity });
export type AgencyName = z.infer<typeof AgencyName>;

/** A body of the state, the Party or society, with all the names it has had. */
export const Agency = z.object({
  id: z.string(),
  kind: AgencyKind,
  /** What it is in every province, "so-tai-chinh"; null where it exists once. */
  profile: z.string().nullable(),
  tier: Tier,
  placeId: z.string().nullable(),
  parentId: z.string().nullable(),
  /** Of its documents: "STC" of 12/STC-NS. */
  symbol: z.string().nullable(),
  exchangeCode: z.string().nullable(),
  contact: z.string().nullable(),
  ...Validity,
  source: z.string(),
  version: z.int(),
  names: z.array(AgencyName),
});
export type Agency = z.infer<typeof Agency>;

/** Its official name on a day; where it had none then, the last one it had. */
export function officialName(names: readonly AgencyName[], day: PlainDate): string {
  const official = names.filter(({ kind }) => kind === 'official');
  return (official.find((name) => inForce(name, day)) ?? official.at(-1) ?? names[0])?.name ?? '';
}

/** The words by which a body of a tier is known in its own place, where nobody needs the name of it. */
const ownPlaceWords: Record<Tier, RegExp | undefined> = {
  national: undefined,
  province: /(?:^|\s)(?:tỉnh|thành phố|(?:tỉnh|thành) (?:ủy|uỷ))$/iu,
  district: /(?:^|\s)(?:huyện|quận|thị xã|thành phố|(?:huyện|quận|thị|thành) (?:ủy|uỷ))$/iu,
  commune: /(?:^|\s)(?:xã|phường|thị trấn|đặc khu)$/iu,
};

/** "Ủy ban nhân dân tỉnh" -> "Ủy ban nhân dân tỉnh Trà Vinh": what it issues is read elsewhere, too (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.2). */
export const nameOutside = (name: string, { tier, name: place }: Pick<Place, 'tier' | 'name'>): string =>
  ownPlaceWords[tier]?.test(name) ? `${name} ${place}` : name;

/** What officials write short and long in one and the same document. */
const abbreviations: readonly [RegExp, string][] = [
  [/ủy ban nhân dân/gu, 'ubnd'],
  [/hội đồng nhân dân/gu, 'hđnd'],
  [/mặt trận tổ quốc/gu, 'mttq'],
  [/(?<!\p{L})tp\.? (?=\p{L})/gu, 'thành phố '],
  [/\s*&\s*/gu, ' và '],
  // "các sở, ban ngành có liên quan" and "các sở, ban, ngành liên quan"
  [/ có (?=liên quan)/gu, ' '],
];

/**
 * One spelling of a body's name, so that a filter by body works over spellings: case, spaces, dashes, the place of tone
 * marks, and the abbreviations above. Bodies that differ in words stay different.
 */
export function agencyKey(name: string): string {
  let key = placeTone(squeeze(nfc(name)).toLowerCase()).replace(/\s*[-‐‑‒–—−]\s*/gu, ' - ');
  for (const [long, short] of abbreviations) key = key.replace(long, short);
  key = key.replace(/^[\s\-.,;:]+|[\s\-.,;:]+$/gu, '');
  // A sở exists at the province only, so the word adds nothing; for others ("UBND tỉnh") it does.
  return squeeze(key.replace(/^(sở [^,;]+?) tỉnh$/u, '$1').replace(/[,;]/gu, ' '));
}
