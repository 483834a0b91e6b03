import type { RegimeLine, Reporter } from '../registry/regime.ts';
import type { Db } from '../store/database.ts';
import type { StoredRegime } from '../store/regimes.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { heirsOfEnded } from './heirs.ts';

/** A regime as it asks on a day: in the place of agencies that are no more stand those that have their work, each of several. */
export async function regimeOn(db: Db, regime: StoredRegime, day: PlainDate): Promise<StoredRegime> {
  const heirs = await heirsOfEnded(db, agenciesIn(regime), day);
  if (heirs.size === 0) return regime;
  const now = (id: string): readonly string[] => heirs.get(id)?.map(({ agencyId }) => agencyId) ?? [id];
  return {
    ...regime,
    reporters: regime.reporters.flatMap((one): Reporter[] =>
      'agencyId' in one ? now(one.agencyId).map((agencyId) => ({ agencyId })) : [one],
    ),
    outline: regime.outline.map(({ owners, ...section }) => ({
      ...section,
      owners: 'all' in owners ? owners : { ...owners, agencies: [...new Set(owners.agencies.flatMap(now))] },
    })),
    lines: regime.lines.flatMap(({ agencyId, ...line }): RegimeLine[] =>
      agencyId === null ? [{ ...line, agencyId }] : now(agencyId).map((heir) => ({ ...line, agencyId: heir })),
    ),
  };
}

const agenciesIn = ({ reporters, outline, lines }: StoredRegime): string[] => [
  ...reporters.flatMap((one) => ('agencyId' in one ? [one.agencyId] : [])),
  ...outline.flatMap(({ owners }) => ('all' in owners ? [] : owners.agencies)),
  ...lines.flatMap(({ agencyId }) => agencyId ?? []),
];
