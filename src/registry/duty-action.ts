import { z } from 'zod';
import { PlainDate } from '../values/plain-date.ts';
import { FindingKind } from './review.ts';

/** One thing that somebody does with a duty. It is refused where the duty has changed since the version that was seen. */

export const returnReasons = ['wrongCompetence', 'wrongTime', 'duplicate', 'other'] as const;

const seen = { version: z.int() };
const words = z.string().trim().max(2000);
const someWords = words.min(1);

/** A piece of a duty; `because` where it may be done after the whole is due. */
const Piece = {
  content: someWords,
  product: words.nullish(),
  due: PlainDate.nullable(),
  because: someWords.optional(),
};

export const DutyAction = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('accept'), ...seen }),
  z.object({ verb: z.literal('return'), ...seen, reason: z.enum(returnReasons), words: someWords }),
  z.object({ verb: z.literal('reassign'), ...seen, agencyId: z.string().max(200), words: words.optional() }),
  z.object({ verb: z.enum(['insist', 'drop']), ...seen, words: someWords }),
  z.object({ verb: z.literal('pickUp'), ...seen, words: words.optional() }),
  /** Null: nobody. */
  z.object({ verb: z.literal('nameOfficer'), ...seen, officerId: z.string().max(200).nullable() }),
  /** What it waited for has happened; the deadline where the document's words do not say it. */
  z.object({ verb: z.literal('begin'), ...seen, happenedOn: PlainDate, due: PlainDate.optional() }),
  /** It begins on the day when another one is done; null: it waits for none. */
  z.object({ verb: z.literal('waitFor'), ...seen, otherId: z.uuid().nullable() }),
  /** What is missing of what each task must say. */
  z.object({ verb: z.literal('describe'), ...seen, product: words.nullish(), authority: words.nullish() }),
  z.object({ verb: z.literal('addStep'), ...seen, ...Piece, officerId: z.string().max(200).nullish() }),
  z.object({ verb: z.literal('addPart'), ...seen, ...Piece, agencyId: z.string().max(200) }),
  /** Another one of the same agency becomes an origin of this one. */
  z.object({ verb: z.literal('join'), ...seen, otherId: z.uuid(), otherVersion: z.int() }),
  z.object({
    verb: z.literal('separate'),
    ...seen,
    documentId: z.uuid(),
    findingKind: FindingKind,
    findingId: z.string().max(40),
  }),
]);
export type DutyAction = z.infer<typeof DutyAction>;
