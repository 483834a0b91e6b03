import { z } from 'zod';
import { PlainDate } from '../values/plain-date.ts';
import { Named } from './named.ts';

/** What supervisors ask about a duty, and must be told. */

const questionVerbs = ['draftAnswer', 'answer'] as const;
export const QuestionVerb = z.enum(questionVerbs);
export type QuestionVerb = z.infer<typeof QuestionVerb>;

export const Question = z.object({
  id: z.uuid(),
  dutyId: z.uuid(),
  /** The agency that is to answer. */
  askedFor: z.string(),
  asked: z.object({ at: z.iso.datetime(), by: Named }),
  question: z.string(),
  answerBy: PlainDate.nullable(),
  answer: z.object({ text: z.string(), at: z.iso.datetime(), by: Named }).nullable(),
  /** What an officer proposes to answer; shown to the agency's own people only. */
  draft: z.object({ text: z.string(), at: z.iso.datetime(), by: Named, version: z.int() }).nullable(),
  version: z.int(),
});
export type Question = z.infer<typeof Question>;

/** With what whoever asks may do with it. */
export const QuestionItem = Question.extend({ may: z.array(QuestionVerb) });
export type QuestionItem = z.infer<typeof QuestionItem>;

/** An officer may write the answer; the head gives it. */
export function questionVerbsOf(
  { answer }: Pick<Question, 'answer'>,
  { isOwn, isOwnHead }: { isOwn: boolean; isOwnHead: boolean },
): QuestionVerb[] {
  if (answer !== null) return [];
  return [...(isOwn ? (['draftAnswer'] as const) : []), ...(isOwnHead ? (['answer'] as const) : [])];
}
