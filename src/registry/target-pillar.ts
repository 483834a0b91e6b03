import { z } from 'zod';
import { squeeze, upperFirst } from '../values/vietnamese.ts';
import { Pillar } from './indicator.ts';
import { pillarsOfTitle } from './pillar-words.ts';
import type { Standing } from './standing.ts';
import { countStandings, StandingCounts } from './target-standing.ts';

/** Lĩnh vực and nhóm: by what the targets of a plan are told apart. */

/** What has neither. */
export const unplaced = 'none';
export const PillarOrNone = z.enum([...Pillar.options, unplaced]);
export type PillarOrNone = z.infer<typeof PillarOrNone>;

type Placed = { pillar: Pillar | null; group: string | null };

/** The catalogue's; of what is not in it, what the heading says under which the document has it. */
export const pillarOf = ({ pillar, group }: Placed): PillarOrNone =>
  pillar ?? (group === null ? undefined : pillarsOfTitle(group)[0]) ?? unplaced;

/** As its document calls it; one that is set in capitals is the same as one that is not. */
export function groupOf({ group }: Placed): string {
  const said = squeeze(group ?? '');
  if (said === '') return unplaced;
  return said === said.toLocaleUpperCase('vi') ? upperFirst(said.toLocaleLowerCase('vi')) : said;
}

const Parted = z.object({ targets: StandingCounts });
export const ByPillar = z.array(Parted.extend({ pillar: PillarOrNone }));
export const ByGroup = z.array(Parted.extend({ group: z.string() }));

type Judged = Placed & { standing: Pick<Standing, 'state'> };

/** Those with most targets first, what has none at the end. */
function parted<K extends string>(targets: readonly Judged[], keyOf: (of: Placed) => K) {
  const parts = [...Map.groupBy(targets, keyOf)].map(([key, of]) => ({
    key,
    count: of.length,
    targets: countStandings(of.map(({ standing }) => standing)),
  }));
  return parts.toSorted((a, b) => Number(a.key === unplaced) - Number(b.key === unplaced) || b.count - a.count);
}

export const byPillar = (targets: readonly Judged[]): z.infer<typeof ByPillar> =>
  parted(targets, pillarOf).map(({ key, targets: counts }) => ({ pillar: key, targets: counts }));

export const byGroup = (targets: readonly Judged[]): z.infer<typeof ByGroup> =>
  parted(targets, groupOf).map(({ key, targets: counts }) => ({ group: key, targets: counts }));
