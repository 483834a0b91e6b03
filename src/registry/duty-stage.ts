import { z } from 'zod';
import type { Post } from './post.ts';

/** How far a duty is: given, taken on, given back, a result sent, confirmed, no longer to be done. */
const dutyStages = ['assigned', 'accepted', 'returned', 'reported', 'done', 'dropped'] as const;
export const DutyStage = z.enum(dutyStages);
export type DutyStage = z.infer<typeof DutyStage>;

const dutyVerbs = [
  'accept',
  'return',
  'reassign',
  'insist',
  'drop',
  'pickUp',
  'nameOfficer',
  'begin',
  'describe',
  'addStep',
  'addPart',
  'join',
  'separate',
  'report',
  'confirm',
  'sendBack',
  'takeBack',
] as const;
export const DutyVerb = z.enum(dutyVerbs);
export type DutyVerb = z.infer<typeof DutyVerb>;

/** In what capacity somebody stands to a duty. */
export type Capacity = 'owner' | 'decider' | 'confirmer' | 'coordinator';

type Step = {
  from: readonly DutyStage[];
  /** Null: it stays at the stage it has. */
  to: DutyStage | null;
  who: readonly Capacity[];
  when?: (facts: DutyFacts) => boolean;
};

/** What of a duty decides on its next step. */
export type DutyFacts = {
  kind: 'assigned' | 'step' | 'part';
  stage: DutyStage;
  because: string | null;
  waits: boolean;
  /** Whether the days in which it may be returned are over. */
  returnIsLate: boolean;
  origins: number;
};

const open: readonly DutyStage[] = ['assigned', 'accepted', 'returned', 'reported'];

/** What may happen next, and who may do it: the one table, for the guard and for the buttons. */
const steps: Record<DutyVerb, Step> = {
  accept: { from: ['assigned'], to: 'accepted', who: ['owner'] },
  return: {
    from: ['assigned'],
    to: 'returned',
    who: ['owner'],
    when: ({ kind, returnIsLate }) => kind !== 'step' && !returnIsLate,
  },
  reassign: { from: ['assigned', 'accepted', 'returned'], to: 'dropped', who: ['decider'], when: isNoStep },
  insist: { from: ['returned'], to: 'accepted', who: ['decider'] },
  drop: { from: ['assigned', 'accepted', 'returned'], to: 'dropped', who: ['decider'] },
  pickUp: { from: ['dropped'], to: 'accepted', who: ['decider'], when: ({ because }) => because === 'decided' },
  nameOfficer: { from: ['assigned', 'accepted', 'reported'], to: null, who: ['owner'] },
  begin: { from: ['assigned', 'accepted'], to: null, who: ['owner', 'decider'], when: ({ waits }) => waits },
  describe: { from: open, to: null, who: ['owner', 'decider'] },
  addStep: { from: ['accepted'], to: null, who: ['owner'], when: isNoStep },
  addPart: { from: ['accepted'], to: null, who: ['owner'], when: isNoStep },
  join: { from: open, to: null, who: ['coordinator'], when: ({ kind }) => kind === 'assigned' },
  separate: { from: open, to: null, who: ['coordinator'], when: ({ origins }) => origins > 1 },
  report: { from: ['accepted'], to: 'reported', who: ['owner'], when: ({ waits }) => !waits },
  confirm: { from: ['reported'], to: 'done', who: ['confirmer'] },
  sendBack: { from: ['reported'], to: 'accepted', who: ['confirmer'] },
  takeBack: { from: ['done'], to: 'reported', who: ['confirmer'] },
};

function isNoStep({ kind }: DutyFacts): boolean {
  return kind !== 'step';
}

export const stageAfter = (verb: DutyVerb, stage: DutyStage): DutyStage => steps[verb].to ?? stage;

/** What may be done with a duty now by somebody in these capacities. */
export const mayBeDone = (facts: DutyFacts, capacities: ReadonlySet<Capacity>): DutyVerb[] =>
  dutyVerbs.filter((verb) => {
    const { from, who, when } = steps[verb];
    return from.includes(facts.stage) && who.some((one) => capacities.has(one)) && (when?.(facts) ?? true);
  });

/** The agencies concerned, each by the ids of itself and all above it. */
export type DutyAgencies = {
  kind: 'assigned' | 'step' | 'part';
  owner: readonly string[];
  /** Of a step or part: whose duty it is a piece of. */
  giver: readonly string[];
  monitors: readonly string[];
};

/**
 * Whoever gave it decides on it: of a part the agency that handed it down, of a step the agency itself, of what a document
 * gave the coordinator. A result is confirmed by the monitor, and where none is named by the coordinator.
 */
export function capacitiesOf(posts: readonly Post[], { kind, owner, giver, monitors }: DutyAgencies): Set<Capacity> {
  const works = (reached: readonly string[]) =>
    posts.some(({ role, agencyId }) => (role === 'officer' || role === 'head') && reached.includes(agencyId));
  const coordinates = posts.some(({ role }) => role === 'coordinator');
  const decides = kind === 'assigned' ? coordinates : works(giver);
  const confirms = kind === 'assigned' && monitors.length > 0 ? works(monitors) : decides;
  return new Set<Capacity>([
    ...(works(owner) ? (['owner'] as const) : []),
    ...(decides ? (['decider'] as const) : []),
    ...(confirms ? (['confirmer'] as const) : []),
    ...(coordinates ? (['coordinator'] as const) : []),
  ]);
}
