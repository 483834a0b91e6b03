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
