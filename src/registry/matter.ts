import { z } from 'zod';
import { PlainDate } from '../values/plain-date.ts';
import { DutyStage } from './duty-stage.ts';
import { type DutyState, dutyStates } from './duty-state.ts';
import { Named } from './named.ts';
import { Standing } from './standing.ts';
import { StandingCounts } from './target-standing.ts';

/** What a leader follows and a stocktake looks at: a target, a duty, or an agency with all it has. */
export const Matter = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('target'), documentId: z.uuid(), targetId: z.string().min(1).max(40) }),
  z.object({ kind: z.literal('duty'), dutyId: z.uuid() }),
  z.object({ kind: z.literal('agency'), agencyId: z.string().min(1).max(200) }),
]);
export type Matter = z.infer<typeof Matter>;

/** The same in one word, as the database has it. */
export const matterKey = (matter: Matter): string => {
  if (matter.kind === 'target') return `target:${matter.documentId}:${matter.targetId}`;
  return matter.kind === 'duty' ? `duty:${matter.dutyId}` : `agency:${matter.agencyId}`;
};

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
export const MatterKey = z
  .string()
  .max(240)
  .regex(new RegExp(`^(?:target:${uuid}:.+|duty:${uuid}|agency:.+)$`, 'i'));

const DutyCounts = z.record(z.enum(dutyStates), z.int());

/** Where it stands on a day. */
export const Stand = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('target'), standing: Standing, unit: z.string().nullable() }),
  z.object({
    kind: z.literal('duty'),
    /** Null: dropped. */
    state: z.enum(dutyStates).nullable(),
    share: z.int().nullable(),
  }),
  z.object({ kind: z.literal('agency'), duties: DutyCounts, targets: StandingCounts }),
]);
export type Stand = z.infer<typeof Stand>;

/** What a leader wants to know of it in one line. */
export const MatterFacts = z.object({
  key: z.string(),
  matter: Matter,
  name: z.string(),
  /** The sentence that it comes from. */
  source: z
    .object({
      quote: z.string(),
      documentId: z.uuid(),
      documentNumber: z.string().nullable(),
      findingId: z.string(),
    })
    .nullable(),
  agencies: z.array(Named),
  now: Stand,
  /** On the day that is compared with; null: it was not there then, or no day is. */
  before: Stand.nullable(),
  stage: DutyStage.nullable(),
  daysLeft: z.int().nullable(),
  /** The end of what the last figure is about; of work the day on which something was last said. */
  dataDay: PlainDate.nullable(),
  /** What an agency said of it last. */
  said: z.object({ at: z.iso.datetime(), agency: Named, words: z.string() }).nullable(),
  nextDue: PlainDate.nullable(),
});
export type MatterFacts = z.infer<typeof MatterFacts>;

const dutyRank: Record<DutyState, number> = {
  openOverdue: 0,
  dueSoon: 1,
  openInTime: 1,
  noDue: 1,
  doneLate: 2,
  doneOnTime: 2,
};

/** The more the better; without data nobody knows. */
function rankOf(stand: Stand): number | null {
  if (stand.kind === 'agency') return -(stand.duties.openOverdue ?? 0) - (stand.targets.behind ?? 0);
  if (stand.kind === 'duty') return stand.state && dutyRank[stand.state];
  const { state, degree } = stand.standing;
  if (state === 'noData') return null;
  return state === 'met' ? 3 : state === 'onPath' ? 2 : degree === 'far' ? 0 : 1;
}

/** Less of a gap, or more of the work done, within the same state. */
const finerOf = (stand: Stand): number =>
  stand.kind === 'duty' ? (stand.share ?? 0) : stand.kind === 'target' ? -(stand.standing.gap ?? 0) : 0;

export type Turn = 'better' | 'worse' | 'same';

/** How it has gone since; null where that cannot be said. */
export function turnOf(before: Stand | null, now: Stand): Turn | null {
  const [then, here] = [before && rankOf(before), rankOf(now)];
  if (before === null || then === null || here === null) return null;
  const change = here - then || finerOf(now) - finerOf(before);
  return change > 0 ? 'better' : change < 0 ? 'worse' : 'same';
}
