import { z } from 'zod';
import { Tier } from '../values/finding.ts';
import { PlainDate } from '../values/plain-date.ts';
import { type Agency, AgencyKind, AgencyName } from './agency.ts';
import type { Validity } from './validity.ts';

const line = z.string().trim().max(300);
const optional = line.nullable();

/** What an officer may say of an agency. */
export const AgencyFields = z.object({
  kind: AgencyKind,
  names: z
    .array(AgencyName.extend({ name: line.min(1) }))
    .min(1)
    .max(100),
  symbol: optional,
  exchangeCode: optional,
  contact: z.string().trim().max(2000).nullable(),
  validFrom: PlainDate.nullable(),
  validUntil: PlainDate.nullable(),
});
export type AgencyFields = z.infer<typeof AgencyFields>;

/** What is said once, when it is added. */
export const NewAgencyFields = AgencyFields.extend({
  tier: Tier,
  placeId: z.string().max(200).nullable(),
  parentId: z.string().max(200).nullable(),
});
export type NewAgencyFields = z.infer<typeof NewAgencyFields>;

export const agencyFieldsOf = ({
  kind,
  names,
  symbol,
  exchangeCode,
  contact,
  validFrom,
  validUntil,
}: Agency): AgencyFields => ({
  kind,
  names,
  symbol,
  exchangeCode,
  contact,
  validFrom,
  validUntil,
});

const isEmpty = ({ validFrom, validUntil }: Validity): boolean =>
  validFrom !== null && validUntil !== null && validFrom >= validUntil;

const begins = ({ validFrom }: Validity): string => validFrom ?? '';

/** True where an agency would have no day, no official name, or two at once. */
export function agencyFaulty({ names, ...life }: AgencyFields): boolean {
  if ([life, ...names].some(isEmpty)) return true;
  const official = names.filter(({ kind }) => kind === 'official').sort((a, b) => (begins(a) < begins(b) ? -1 : 1));
  if (official.length === 0) return true;
  return official.some((name, index) => {
    const next = official[index + 1];
    return next !== undefined && (name.validUntil === null || name.validUntil > begins(next));
  });
}
