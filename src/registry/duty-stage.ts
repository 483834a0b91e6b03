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
  'waitFor',
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
  kind: 'assigned' | 'step' | 'part' | 'report';
  stage: DutyStage;
  because: string | null;
  waits: boolean;
  /** Whether the days in which it may be returned are over. */
  returnIsLate: boolean;
  origins: number;
};

const begun: readonly DutyStage[] = ['assigned', 'accepted'];
const undecided: readonly DutyStage[] = [...begun, 'returned'];
const open: readonly DutyStage[] = [...undecided, 'reported'];

/** A report is answered by its submission alone. */
const reportVerbs: readonly DutyVerb[] = ['nameOfficer'];

const isNoStep = ({ kind }: DutyFacts): boolean => kind !== 'step';
const waits = (facts: DutyFacts): boolean => facts.waits;

/** What may happen next, and who may do it: the one table, for the guard and for the buttons. */
const steps: Record<DutyVerb, Step> = {
  accept: { from: ['assigned'], to: 'accepted', who: ['owner'] },
  return: { from: ['assigned'], to: 'returned', who: ['owner'], when: (one) => isNoStep(one) && !one.returnIsLate },
  /** The one here ends, and another agency gets one of its own. */
  reassign: { from: undecided, to: 'dropped', who: ['decider'], when: isNoStep },
  insist: { from: ['returned'], to: 'accepted', who: ['decider'] },
  drop: { from: undecided, to: 'dropped', who: ['decider'] },
  pickUp: { from: ['dropped'], to: 'assigned', who: ['decider'], when: ({ because }) => because === 'decided' },
  nameOfficer: { from: [...begun, 'reported'], to: null, who: ['owner'] },
  begin: { from: begun, to: null, who: ['owner', 'decider'], when: waits },
  waitFor: { from: begun, to: null, who: ['decider'], when: waits },
  describe: { from: open, to: null, who: ['owner', 'decider'] },
  addStep: { from: ['accepted'], to: null, who: ['owner'], when: isNoStep },
  addPart: { from: ['accepted'], to: null, who: ['owner'], when: isNoStep },
  join: { from: begun, to: null, who: ['coordinator'], when: ({ kind }) => kind === 'assigned' },
  separate: { from: begun, to: null, who: ['coordinator'], when: ({ origins }) => origins > 1 },
  report: { from: ['accepted'], to: 'reported', who: ['owner'], when: (one) => !one.waits },
  confirm: { from: ['reported'], to: 'done', who: ['confirmer'] },
  sendBack: { from: ['reported'], to: 'accepted', who: ['confirmer'] },
  /** A confirmation is taken back. */
  takeBack: { from: ['done'], to: 'reported', who: ['confirmer'] },
};

export const stageAfter = (verb: DutyVerb, stage: DutyStage): DutyStage => steps[verb].to ?? stage;

/** What may be done with a duty now by somebody in these capacities. */
export const mayBeDone = (facts: DutyFacts, capacities: ReadonlySet<Capacity>): DutyVerb[] =>
  dutyVerbs.filter((verb) => {
    const { from, when } = steps[verb];
    if (facts.kind === 'report' && !reportVerbs.includes(verb)) return false;
    return from.includes(facts.stage) && mayAtAll(verb, capacities) && (when?.(facts) ?? true);
  });

/** Whether somebody in these capacities may do it at any stage. */
export const mayAtAll = (verb: DutyVerb, capacities: ReadonlySet<Capacity>): boolean =>
  steps[verb].who.some((one) => capacities.has(one));

/** The agencies concerned, each by the ids of itself and all above it. */
export type DutyAgencies = {
  kind: 'assigned' | 'step' | 'part' | 'report';
  owner: readonly string[];
  /** Of a step or part: whose duty it is a piece of. */
  giver: readonly string[];
  monitors: readonly string[];
  /** Those whose coordinators it concerns: above its agency, and the committees of its place and of those around it. */
  coordinating: readonly string[];
  /** The people's councils and Fronts of its place and of those around it: what they oversee is not below them. */
  overseeing: readonly string[];
};

/**
 * Whoever gave it decides on it: of a part the agency that handed it down, of a step the agency itself, of what a document
 * gave and of a report the coordinator. A result is confirmed by the monitor, and where none is named by whoever gave it.
 */
export function capacitiesOf(posts: readonly Post[], agencies: DutyAgencies): Set<Capacity> {
  const { kind, owner, giver, monitors, coordinating } = agencies;
  const works = (reached: readonly string[]) =>
    posts.some(({ role, agencyId }) => (role === 'officer' || role === 'head') && reached.includes(agencyId));
  const coordinates = posts.some(({ role, agencyId }) => role === 'coordinator' && coordinating.includes(agencyId));
  const decides = kind === 'assigned' || kind === 'report' ? coordinates : works(giver);
  const confirms = kind === 'assigned' && monitors.length > 0 ? works(monitors) : decides;
  const capacities: Record<Capacity, boolean> = {
    owner: works(owner),
    decider: decides,
    confirmer: confirms,
    coordinator: coordinates,
  };
  return new Set((Object.keys(capacities) as Capacity[]).filter((one) => capacities[one]));
}
