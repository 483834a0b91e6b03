import { z } from 'zod';
import { PlainDate } from '../values/plain-date.ts';
import { Named } from './named.ts';

/** Ranh giới: where places lie, as somebody loaded it from a file. */

export const boundaryTiers = ['province', 'district', 'commune'] as const;
export const BoundaryTier = z.enum(boundaryTiers);
export type BoundaryTier = z.infer<typeof BoundaryTier>;

/** Longitude and latitude in degrees. */
const Position = z.tuple([z.number(), z.number()]);
const Ring = z.array(Position);
/** Of each polygon its ring, and those of its holes. */
export const Shape = z.array(z.array(Ring));
export type Shape = z.infer<typeof Shape>;
export type Ring = z.infer<typeof Ring>;

/** Why a feature of a file shows no place. */
const unmatchedReasons = ['noArea', 'noCode', 'unknownCode', 'otherDay', 'twice'] as const;
export const Unmatched = z.object({
  /** Its place in the file, from 1. */
  at: z.int(),
  name: z.string().nullable(),
  code: z.string().nullable(),
  why: z.enum(unmatchedReasons),
});
export type Unmatched = z.infer<typeof Unmatched>;

/** One file that was loaded. */
export const BoundarySet = z.object({
  id: z.uuid(),
  tier: BoundaryTier,
  /** The day whose places its codes were matched with; they lie so from then on, until a later file. */
  day: PlainDate,
  source: z.string(),
  fileName: z.string(),
  /** The property of its features that holds the code. */
  property: z.string(),
  matched: z.int(),
  unmatched: z.array(Unmatched),
  loaded: z.object({ at: z.iso.datetime(), by: Named }),
});
export type BoundarySet = z.infer<typeof BoundarySet>;

export const PlaceShape = z.object({
  placeId: z.string(),
  name: z.string(),
  code: z.string().nullable(),
  tier: BoundaryTier,
  shape: Shape,
});
export type PlaceShape = z.infer<typeof PlaceShape>;
