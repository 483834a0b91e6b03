import { z } from 'zod';

/** How far a submission is: asked for, begun, before the agency's head, sent, given back, approved and so locked. */
const submissionStages = ['asked', 'drafting', 'submitted', 'sent', 'returned', 'approved'] as const;
export const SubmissionStage = z.enum(submissionStages);
export type SubmissionStage = z.infer<typeof SubmissionStage>;

const submissionVerbs = ['fill', 'submit', 'withdraw', 'send', 'return', 'approve', 'sendBack'] as const;
export const SubmissionVerb = z.enum(submissionVerbs);
export type SubmissionVerb = z.infer<typeof SubmissionVerb>;

/** In what capacity somebody stands to a submission: of the agency's people, as its head, as the coordinator over it. */
export type SubmissionHat = 'own' | 'head' | 'coordinator';

export type SubmissionFacts = {
  stage: SubmissionStage;
  /** Whether somebody holds a post as head in the agency itself. */
  hasHead: boolean;
  /** The round takes nothing more. */
  closed: boolean;
};

type Way = {
  from: readonly SubmissionStage[];
  /** Null: it stays at the stage it has. */
  to: SubmissionStage | null;
  who: SubmissionHat;
  when?: (facts: SubmissionFacts) => boolean;
};

const atWork: readonly SubmissionStage[] = ['asked', 'drafting', 'returned'];

/** What may happen next, and through whom: the one table, for the guard and for the buttons. */
const steps: Record<SubmissionVerb, readonly Way[]> = {
  /** Figures and sections are typed; the first of them begins it. What lies before the head only the head sets right. */
  fill: [
    { from: ['asked'], to: 'drafting', who: 'own' },
    { from: ['drafting', 'returned'], to: null, who: 'own' },
    { from: ['submitted'], to: null, who: 'head' },
  ],
  submit: [{ from: atWork, to: 'submitted', who: 'own', when: ({ hasHead }) => hasHead }],
  withdraw: [{ from: ['submitted'], to: 'drafting', who: 'own' }],
  /** A head need not submit to himself, and an agency without one sends at once. */
  send: [
    { from: [...atWork, 'submitted'], to: 'sent', who: 'head' },
    { from: atWork, to: 'sent', who: 'own', when: ({ hasHead }) => !hasHead },
  ],
  /** By the head to the officers. */
  return: [{ from: ['submitted'], to: 'returned', who: 'head' }],
  approve: [{ from: ['sent'], to: 'approved', who: 'coordinator' }],
  /** By the coordinator to the agency. */
  sendBack: [{ from: ['sent'], to: 'returned', who: 'coordinator' }],
};

/** What goes on after a round was closed: what had been sent before is decided. */
const afterClosing: readonly SubmissionVerb[] = ['approve'];

const wayOf = (verb: SubmissionVerb, facts: SubmissionFacts, hats: ReadonlySet<SubmissionHat>): Way | undefined =>
  facts.closed && !afterClosing.includes(verb)
    ? undefined
    : steps[verb].find(({ from, who, when }) => from.includes(facts.stage) && hats.has(who) && (when?.(facts) ?? true));

/** What may be done with a submission now by somebody with these hats. */
export const submissionVerbsNow = (facts: SubmissionFacts, hats: ReadonlySet<SubmissionHat>): SubmissionVerb[] =>
  submissionVerbs.filter((verb) => wayOf(verb, facts, hats) !== undefined);
/** The stage that it has after that; undefined where it may not be done now. */
export function stageAfterVerb(
  verb: SubmissionVerb,
  facts: SubmissionFacts,
  hats: ReadonlySet<SubmissionHat>,
): SubmissionStage | undefined {
  const way = wayOf(verb, facts, hats);
  return way && (way.to ?? facts.stage);
}

/** Whether somebody with these hats may do it at any stage. */
export const isSubmissionVerbFor = (verb: SubmissionVerb, hats: ReadonlySet<SubmissionHat>): boolean =>
  steps[verb].some(({ who }) => hats.has(who));
