import { z } from 'zod';
import { PlainDate } from '../values/plain-date.ts';
import { Named } from './named.ts';

/** `denied`: somebody who was signed in asked for what they may not do. */
export const signInOutcomes = ['opened', 'refused', 'denied'] as const;
export const SignInOutcome = z.enum(signInOutcomes);
export type SignInOutcome = z.infer<typeof SignInOutcome>;

export const SignInProof = z.enum(['password', 'code']);
export type SignInProof = z.infer<typeof SignInProof>;

/** A line of the log of sign-ins. */
export const SignInEntry = z.object({
  id: z.int(),
  at: z.iso.datetime(),
  outcome: SignInOutcome,
  /** The e-mail that was named. */
  account: z.string(),
  /** Whose account that is; null: nobody's. */
  person: Named.nullable(),
  /** What was proven last, or failed to be; `code`: of a second factor, or for recovery. */
  proof: SignInProof.nullable(),
  /** Of single sign-on. */
  provider: z.string().nullable(),
  /** Of what was denied, the question by its form. */
  asked: z.string().nullable(),
  address: z.string(),
  /** What the browser says of itself. */
  device: z.string(),
});
export type SignInEntry = z.infer<typeof SignInEntry>;

/** As the address of the page has it. Days are those of Việt Nam, both inclusive. */
export const SignInFilter = z.object({
  /** Part of an e-mail, of a name, or of the address somebody came from. */
  q: z.string().max(200).optional(),
  outcome: SignInOutcome.optional(),
  from: PlainDate.optional(),
  to: PlainDate.optional(),
});
export type SignInFilter = z.infer<typeof SignInFilter>;

/** Where a page ends: latest first. */
export const SignInCursor = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z_\d{1,15}$/)
  .brand<'SignInCursor'>();
export type SignInCursor = z.infer<typeof SignInCursor>;
