import { z } from 'zod';

/** How far a consolidated report is: contributions come in, it is written, a leader has it, got it back, signed it, everybody may read it. */
const reportStages = ['collecting', 'drafting', 'submitted', 'returned', 'signed', 'published'] as const;
export const ReportStage = z.enum(reportStages);
export type ReportStage = z.infer<typeof ReportStage>;

const reportVerbs = ['edit', 'submit', 'withdraw', 'return', 'sign', 'publish'] as const;
export const ReportVerb = z.enum(reportVerbs);
export type ReportVerb = z.infer<typeof ReportVerb>;

/** In what capacity somebody stands to a report: who writes it for its receiver, and who signs it. */
export type ReportHat = 'writer' | 'signer';

type Step = {
  from: readonly ReportStage[];
  /** Null: it stays at the stage it has. */
  to: ReportStage | null;
  who: ReportHat;
};

const steps: Record<ReportVerb, readonly Step[]> = {
  /** The first word written ends the collecting. */
  edit: [
    { from: ['collecting'], to: 'drafting', who: 'writer' },
    { from: ['drafting', 'returned'], to: null, who: 'writer' },
  ],
  submit: [{ from: ['drafting', 'returned'], to: 'submitted', who: 'writer' }],
  withdraw: [{ from: ['submitted'], to: 'drafting', who: 'writer' }],
  return: [{ from: ['submitted'], to: 'returned', who: 'signer' }],
  /** Freezes it, with its numbers. */
  sign: [{ from: ['submitted'], to: 'signed', who: 'signer' }],
  /** With the number and day that it was given. */
  publish: [{ from: ['signed'], to: 'published', who: 'writer' }],
};

/** The stage after that, or undefined where it may not be done now: the one table, for the guard and for the buttons. */
export function reportStageAfter(
  verb: ReportVerb,
  stage: ReportStage,
  hats: ReadonlySet<ReportHat>,
): ReportStage | undefined {
  const step = steps[verb].find(({ from, who }) => from.includes(stage) && hats.has(who));
  return step && (step.to ?? stage);
}

export const reportVerbsNow = (stage: ReportStage, hats: ReadonlySet<ReportHat>): ReportVerb[] =>
  reportVerbs.filter((verb) => reportStageAfter(verb, stage, hats) !== undefined);

/** What was signed is shown as it was then, and stays so. */
export const isFrozen = (stage: ReportStage): boolean => stage === 'signed' || stage === 'published';

/** At these it is made a draft of, so that what changed since is marked. */
export const makesDraft = (verb: ReportVerb): boolean => verb === 'submit' || verb === 'return';
