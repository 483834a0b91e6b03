import { z } from 'zod';
import type { Heir } from './succession.ts';

/** Open work counted by body: as the documents gave it out, or with whoever has it on the map of a day. */

export const agencyMaps = ['filed', 'today'] as const;
export type AgencyMap = (typeof agencyMaps)[number];

export const AgencyWork = z.object({
  agencyId: z.string(),
  name: z.string(),
  tasks: z.int(),
  targets: z.int(),
});
export type AgencyWork = z.infer<typeof AgencyWork>;

/** One body that a document gave a piece of work to, and who has this very row now, where reorganisations moved it. */
export type FiledWork = { agencyId: string; work: string; kind: 'task' | 'target'; now: string[] };

/**
 * The bodies of a day that stand for one of the past: itself while it is there, all its heirs where each carries on all
 * of its work, the one of the field where it was split. A split of which nobody said the field stays with the old body.
 */
export function bodiesOnMap(agencyId: string, heirs: readonly Heir[], field: string | null = null): string[] {
  const parted = heirs.some(({ fields }) => fields.length > 0);
  const meant = parted ? heirs.filter(({ fields }) => field !== null && fields.includes(field)) : heirs;
  return meant.length === 0 ? [agencyId] : meant.map((heir) => heir.agencyId);
}

/** Each piece of work once for each body, most first. */
export function rollUp(
  filed: readonly FiledWork[],
  map: AgencyMap,
  heirsOf: (agencyId: string) => readonly Heir[],
): Omit<AgencyWork, 'name'>[] {
  const bodies = new Map<string, { task: Set<string>; target: Set<string> }>();
  for (const { agencyId, work, kind, now } of filed)
    for (const body of map === 'filed' ? [agencyId] : now.flatMap((one) => bodiesOnMap(one, heirsOf(one)))) {
      const there = bodies.get(body) ?? { task: new Set<string>(), target: new Set<string>() };
      bodies.set(body, there);
      there[kind].add(work);
    }
  return [...bodies]
    .map(([agencyId, { task, target }]) => ({ agencyId, tasks: task.size, targets: target.size }))
    .toSorted((a, b) => b.tasks + b.targets - (a.tasks + a.targets) || (a.agencyId < b.agencyId ? -1 : 1));
}
