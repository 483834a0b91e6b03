import { z } from 'zod';
import { Tier } from '../values/finding.ts';
import { PlainDate } from '../values/plain-date.ts';
import { AgencyKind } from './agency.ts';

/** One body as a list shows it, under its official name of a day. */
export const AgencySummary = z.object({
  id: z.string(),
  name: z.string(),
  kind: AgencyKind,
  tier: Tier,
  /** "tỉnh Trà Vinh", "huyện Càng Long, tỉnh Trà Vinh"; null for a body of the nation. */
  placeName: z.string().nullable(),
  validFrom: PlainDate.nullable(),
  validUntil: PlainDate.nullable(),
  /** Who has its work today, where that is somebody else. */
  heirs: z.array(z.object({ id: z.string(), name: z.string(), fields: z.array(z.string()) })),
});
export type AgencySummary = z.infer<typeof AgencySummary>;

export const agencySorts = ['name', 'place', 'since'] as const;

/** Which agencies, as of a day. */
export type AgencyQuery = {
  q?: string | undefined;
  tier: string[];
  kind: string[];
  /** Provinces, with all below them. */
  place: string[];
  sort: (typeof agencySorts)[number];
  order: 'asc' | 'desc';
};

/** What happened to an agency: where it came from, who has its work. */
export const AgencyEvent = z.object({
  reorganisationId: z.string(),
  title: z.string(),
  legalBasis: z.string(),
  effectiveOn: PlainDate,
  kind: z.string(),
  field: z.string().nullable(),
  /** The body at the other end; null where there is none. */
  other: z.object({ id: z.string(), name: z.string(), placeName: z.string().nullable() }).nullable(),
});
export type AgencyEvent = z.infer<typeof AgencyEvent>;

/** One piece of work that documents name an agency for, or that it has by a group or a reorganisation. */
export const AgencyWork = z.object({
  documentId: z.uuid(),
  documentNumber: z.string().nullable(),
  findingKind: z.enum(['target', 'task']),
  findingId: z.string(),
  role: z.string(),
  text: z.string(),
});
export type AgencyWork = z.infer<typeof AgencyWork>;
