import { z } from 'zod';
import { PlainDate } from '../values/plain-date.ts';
import { Named } from './named.ts';
import { namesPerson } from './person-words.ts';
import { FindingKind } from './review.ts';

/** Công khai: what the public may see of a document. */

/** A target or task that is in force, and why it is not shown where it is not. */
export const PublishableItem = z.object({
  kind: FindingKind,
  id: z.string(),
  quote: z.string(),
  /** Its words name a person, or say how to reach one: it is never shown. */
  namesPerson: z.boolean(),
  /** Among those that were approved for the public. */
  shown: z.boolean(),
});
export type PublishableItem = z.infer<typeof PublishableItem>;

/** Why a document cannot be published. */
const unpublishable = ['notIssued', 'secret'] as const;
export const Unpublishable = z.enum(unpublishable);
export type Unpublishable = z.infer<typeof Unpublishable>;

export const Publication = z.object({
  /** Null where it may be published. */
  because: Unpublishable.nullable(),
  /** 0 where it was never published. */
  version: z.int(),
  state: z.enum(['never', 'planned', 'published', 'withdrawn']),
  from: PlainDate.nullable(),
  reason: z.string(),
  changedBy: Named.nullable(),
  changedAt: z.iso.datetime().nullable(),
  items: z.array(PublishableItem),
});
export type Publication = z.infer<typeof Publication>;

/** What of a finding the public would read. */
export type PublicWords = { quote: string; words: readonly (string | null)[] };

export const mayNotBeShown = ({ quote, words }: PublicWords): boolean =>
  [quote, ...words].some((text) => text !== null && namesPerson(text));
