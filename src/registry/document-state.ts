import { z } from 'zod';

/** How far a document is on its way into the register and out of force. */
export const documentStates = ['read', 'inReview', 'issued', 'superseded', 'withdrawn'] as const;
export const DocumentState = z.enum(documentStates);
export type DocumentState = z.infer<typeof DocumentState>;

export const stateVerbs = ['beginReview', 'issue', 'takeBack', 'supersede', 'withdraw', 'reinstate'] as const;
export const StateVerb = z.enum(stateVerbs);
export type StateVerb = z.infer<typeof StateVerb>;

/** What may happen next, and what a document then is: the one table, for the guard and for the buttons. */
const steps: Record<StateVerb, { from: readonly DocumentState[]; to: DocumentState }> = {
  beginReview: { from: ['read'], to: 'inReview' },
  issue: { from: ['inReview'], to: 'issued' },
  /** Something was issued that had not been read rightly: back to the review, as if it had not been issued. */
  takeBack: { from: ['issued'], to: 'inReview' },
  supersede: { from: ['issued'], to: 'superseded' },
  withdraw: { from: ['issued'], to: 'withdrawn' },
  reinstate: { from: ['superseded', 'withdrawn'], to: 'issued' },
};

/** What still stands against issuing: how many findings are blocked, and how many nobody has decided on. */
export type Openness = { blocked: number; undecided: number };

/** What may be done with a document; issuing, too, where the rest is to be accepted with it. */
export const stepsFrom = (state: DocumentState, { blocked }: Openness): StateVerb[] =>
  stateVerbs.filter((verb) => steps[verb].from.includes(state) && (verb !== 'issue' || blocked === 0));

export const stateAfter = (verb: StateVerb): DocumentState => steps[verb].to;

/** Days in which a document is in force are known from its issue on. */
export const hasBeenIssued = (state: DocumentState): boolean => state !== 'read' && state !== 'inReview';
