import { z } from 'zod';
import { AgencyKind } from './agency.ts';
import { PlaceKind } from './place.ts';

/** Where a group's members are, seen from the place of the document that names it. */
export const groupScopes = [
  'national',
  // All provinces of the country.
  'provinces',
  // The document's own province, district or whatever its place is.
  'province',
  'district',
  'own',
  // All districts of the province; all communes of the place.
  'districts',
  'communes',
  // The tier that stands directly below the place on the day.
  'below',
] as const;

/** One part of a group: agencies of these kinds or of these profiles. */
export const GroupPart = z.object({
  scope: z.enum(groupScopes),
  kinds: z.array(AgencyKind).default([]),
  profiles: z.array(z.string()).default([]),
  /** Only in places of these kinds: "UBND các phường". Empty: all. */
  placeKinds: z.array(PlaceKind).default([]),
});
export type GroupPart = z.infer<typeof GroupPart>;

/** "Các sở, ban, ngành tỉnh": a rule over the register, evaluated for the document's place as of a day. */
export const AgencyGroup = z.object({
  id: z.string(),
  name: z.string(),
  /** What documents call it, each in one spelling (registry/group-key.ts). */
  keys: z.array(z.string()),
  /** A group without parts has its members outside the register (enterprises). */
  rule: z.array(GroupPart),
  /** "liên quan": which of its members are meant, an officer says. */
  chosenByOfficer: z.boolean(),
  source: z.string(),
  version: z.int(),
});
export type AgencyGroup = z.infer<typeof AgencyGroup>;
