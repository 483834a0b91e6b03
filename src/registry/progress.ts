import { z } from 'zod';
import { Confidence } from './duty.ts';
import { Named } from './named.ts';

/** What an agency says of a duty: drafted by an officer, submitted to the head, sent to everybody concerned. */

const longText = z.string().max(20_000);

export const ProgressFields = z.object({
  /** In percent. */
  share: z.int().min(0).max(100).nullable(),
  /** It is the result: what is to be confirmed. */
  result: z.boolean(),
  doneText: longText,
  proposal: longText,
  confidence: Confidence.nullable(),
  /** Why nothing proves the result. */
  withoutEvidence: z.string().max(2000),
});
export type ProgressFields = z.infer<typeof ProgressFields>;

export const ProgressStage = z.enum(['draft', 'submitted', 'returned', 'sent']);
export type ProgressStage = z.infer<typeof ProgressStage>;

const progressVerbs = ['save', 'submit', 'withdraw', 'send', 'approve', 'return', 'drop', 'takeOver'] as const;
export const ProgressVerb = z.enum(progressVerbs);
export type ProgressVerb = z.infer<typeof ProgressVerb>;

const judgementVerbs = ['confirm', 'sendBack', 'takeBack'] as const;
export const JudgementVerb = z.enum(judgementVerbs);
export type JudgementVerb = z.infer<typeof JudgementVerb>;

export const Verdict = z.enum(['confirmed', 'sentBack']);
export type Verdict = z.infer<typeof Verdict>;

/** What somebody decided about it, and when. */
const Said = z.object({ at: z.iso.datetime(), by: Named });

export const Progress = ProgressFields.extend({
  id: z.uuid(),
  dutyId: z.uuid(),
  agencyId: z.string(),
  author: Named,
  stage: ProgressStage,
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  returned: Said.extend({ because: z.string() }).nullable(),
  sent: Said.nullable(),
  /** Of a result that was sent: null while it waits. */
  judgement: Said.extend({ verdict: Verdict, because: z.string().nullable() }).nullable(),
  version: z.int(),
});
export type Progress = z.infer<typeof Progress>;

type Step = {
  from: readonly ProgressStage[];
  to: ProgressStage | null;
  by: 'author' | 'head' | 'authorAsHead' | 'successor';
};

/** What may become of it, and through whom. The guard and the buttons ask this one table. */
const steps: Record<ProgressVerb, Step> = {
  save: { from: ['draft', 'returned'], to: 'draft', by: 'author' },
  submit: { from: ['draft', 'returned'], to: 'submitted', by: 'author' },
  withdraw: { from: ['submitted'], to: 'draft', by: 'author' },
  // A head need not submit to himself.
  send: { from: ['draft', 'returned'], to: 'sent', by: 'authorAsHead' },
  approve: { from: ['submitted'], to: 'sent', by: 'head' },
  return: { from: ['submitted'], to: 'returned', by: 'head' },
  drop: { from: ['draft', 'returned'], to: null, by: 'author' },
  /** A colleague goes on with it, and is its author from then on. */
  takeOver: { from: ['draft', 'returned'], to: 'draft', by: 'successor' },
};

export const stageAfter = (verb: ProgressVerb): ProgressStage | null => steps[verb].to;

/** Who asks, as seen from this piece of progress. */
export type ProgressActor = {
  isAuthor: boolean;
  isOwn: boolean;
  isHead: boolean;
  /** The duty has been put into this person's charge. */
  isInCharge: boolean;
};

function isFor(by: Step['by'], { isAuthor, isOwn, isHead, isInCharge }: ProgressActor): boolean {
  if (by === 'head') return isHead;
  if (by === 'successor') return isOwn && !isAuthor && (isHead || isInCharge);
  return isAuthor && isOwn && (by === 'author' || isHead);
}

export const mayStep = (verb: ProgressVerb, actor: ProgressActor): boolean => isFor(steps[verb].by, actor);

/** @param open the duty takes reports now */
export function progressVerbsOf(stage: ProgressStage, actor: ProgressActor, open: boolean): ProgressVerb[] {
  return progressVerbs.filter((verb) => {
    const { from, to, by } = steps[verb];
    if (verb === 'submit' && actor.isHead) return false;
    return from.includes(stage) && isFor(by, actor) && (open || (to !== 'sent' && to !== 'submitted'));
  });
}

/** What keeps it from being submitted or sent. */
const progressGaps = ['nothingSaid', 'resultWithoutText', 'resultWithoutEvidence', 'piecesOpen'] as const;
export const ProgressGap = z.enum(progressGaps);
export type ProgressGap = z.infer<typeof ProgressGap>;

/** `wantsProof`: the duty names a product; `proofs`: pieces of evidence that come; `openPieces`: steps and parts still to be done. */
type Facts = { wantsProof: boolean; proofs: number; openPieces: number };

export function progressGap(
  { share, result, doneText, proposal, withoutEvidence }: ProgressFields,
  { wantsProof, proofs, openPieces }: Facts,
): ProgressGap | undefined {
  const says = (text: string) => text.trim() !== '';
  if (!result) return share === null && !says(doneText) && !says(proposal) ? 'nothingSaid' : undefined;
  if (!says(doneText)) return 'resultWithoutText';
  // The whole is done when its pieces are.
  if (openPieces > 0) return 'piecesOpen';
  return wantsProof && proofs === 0 && !says(withoutEvidence) ? 'resultWithoutEvidence' : undefined;
}

/** A draft saves itself from a window that counts its savings, so that one which comes again, or late, is known. */
export const Saving = z.object({
  /** Of the draft, made where it is written: the first saving may be sent twice. */
  id: z.uuid(),
  window: z.uuid(),
  number: z.int().min(1).max(2_000_000_000),
  /** As it was last seen; 0 before the first saving. */
  version: z.int().min(0),
  fields: ProgressFields,
});
export type Saving = z.infer<typeof Saving>;

export type SavedState = { stage: ProgressStage; version: number; savedFrom: string | null; savedNumber: number };

/**
 * `known`: it, or a later one of the same window, is stored already. `stale`: another window has changed it since.
 * `closed`: it was submitted or sent meanwhile.
 */
export type SavingVerdict = 'next' | 'known' | 'stale' | 'closed';

export function savingVerdict(stored: SavedState, { window, number, version }: Saving): SavingVerdict {
  const own = stored.savedFrom === window;
  if (own && number <= stored.savedNumber) return 'known';
  if (!steps.save.from.includes(stored.stage)) return 'closed';
  // What the same window says later replaces what it said before, even where it never heard that that had arrived.
  return own || version === stored.version ? 'next' : 'stale';
}

/** Which of its fields differ. */
export const changedFields = (one: ProgressFields, other: ProgressFields): (keyof ProgressFields)[] =>
  ProgressFields.keyof().options.filter((field) => one[field] !== other[field]);

/** What may be said of a result, by whoever may judge it. */
export function judgementVerbsOf(
  { stage, result, judgement }: Pick<Progress, 'stage' | 'result' | 'judgement'>,
  dutyStage: string,
): JudgementVerb[] {
  if (stage !== 'sent' || !result) return [];
  if (judgement === null) return dutyStage === 'reported' ? ['confirm', 'sendBack'] : [];
  return judgement.verdict === 'confirmed' && dutyStage === 'done' ? ['takeBack'] : [];
}

/** As whoever asks may go on with it. */
export const ProgressItem = Progress.extend({
  may: z.array(ProgressVerb),
  judge: z.array(JudgementVerb),
  /** What keeps it from being submitted or sent. */
  gap: ProgressGap.nullable(),
});
export type ProgressItem = z.infer<typeof ProgressItem>;
