import { z } from 'zod';
import { PlainDate } from '../values/plain-date.ts';
import type { Agency } from './agency.ts';
import { inForce } from './validity.ts';

export const successionKinds = ['merge', 'split', 'rename', 'transfer', 'abolish'] as const;

/** Who carries on whose work, from which day, on what legal basis. */
export const Succession = z.object({
  reorganisationId: z.string(),
  title: z.string(),
  legalBasis: z.string(),
  effectiveOn: PlainDate,
  kind: z.enum(successionKinds),
  fromAgencyId: z.string().nullable(),
  /** Null: nobody (abolish), or the body stays the same (rename). */
  toAgencyId: z.string().nullable(),
  /** The field of work, where it splits. Null beside others with fields: the rest. */
  field: z.string().nullable(),
});
export type Succession = z.infer<typeof Succession>;

/** One body that has an agency's work on a day; `fields` are those it came by, one for each split on the way. */
export type Heir = { agencyId: string; fields: string[]; since: PlainDate; reorganisationId: string };

type Dated = Pick<Agency, 'id' | 'validFrom' | 'validUntil'>;

/**
 * Who carries on an agency's work on a day: nobody else while it is in force itself; afterwards its heirs, theirs where
 * these have ended too, and so on. Whoever it gave something to before it ended has that, and nothing else of it. An heir reached over two ways is named once, with the fields of both.
 * @param agencies those that successions lead to; one that is not among them counts as in force
 */
export function heirsOn(
  agencyId: string,
  day: PlainDate,
  successions: readonly Succession[],
  agencies: ReadonlyMap<string, Dated>,
): Heir[] {
  const heirs = new Map<string, Heir>();
  const stands = (id: string): boolean => {
    const agency = agencies.get(id);
    return agency === undefined || inForce(agency, day);
  };
  const follow = (from: string, after: PlainDate, fields: string[], passed: readonly string[]): void => {
    const ended = agencies.get(from)?.validUntil ?? after;
    for (const one of successions) {
      const { toAgencyId: to, effectiveOn, field } = one;
      if (one.fromAgencyId !== from || to === null || to === from || effectiveOn > day || effectiveOn < ended) continue;
      const all = field === null || fields.includes(field) ? fields : [...fields, field];
      if (stands(to))
        keep(heirs, { agencyId: to, fields: all, since: effectiveOn, reorganisationId: one.reorganisationId });
      else if (!passed.includes(to)) follow(to, effectiveOn, all, [...passed, to]);
    }
  };
  if (!stands(agencyId)) follow(agencyId, '', [], [agencyId]);
  return [...heirs.values()];
}

function keep(heirs: Map<string, Heir>, heir: Heir): void {
  const known = heirs.get(heir.agencyId);
  if (!known) heirs.set(heir.agencyId, heir);
  // Whoever has all of it has its parts.
  else if (heir.fields.length === 0 || known.fields.length === 0) known.fields = [];
  else known.fields = [...new Set([...known.fields, ...heir.fields])];
}
