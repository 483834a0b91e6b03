import { z } from 'zod';
import { ActionRecord } from '../registry/action.ts';
import { StateVerb } from '../registry/document-state.ts';
import { Named } from '../registry/named.ts';
import { Draft, FindingKind, ReviewAction, ReviewedDocument, ReviewItem } from '../registry/review.ts';
import { PlainDate } from '../values/plain-date.ts';
import { Span } from '../values/span.ts';
import { endpoint } from './endpoint.ts';

const Id = z.object({ id: z.uuid() });

/** Items in the order to work on: blocked, doubtful, the rest as the text goes; decided ones last. */
export const Review = z.object({
  document: ReviewedDocument,
  items: z.array(ReviewItem),
  /** What undo would take back: the latest own operation; null where there is none, or somebody changed it since. */
  undo: z.object({ operation: z.uuid(), verb: z.string(), count: z.int() }).nullable(),
});
export type Review = z.infer<typeof Review>;

export const getReview = endpoint({
  method: 'GET',
  path: '/api/documents/:id/review',
  access: 'readReview',
  summary: 'The findings of a document in the order to review them',
  params: Id,
  response: Review,
});

export const actInReview = endpoint({
  method: 'POST',
  path: '/api/documents/:id/review',
  access: 'reviewDocuments',
  summary: 'One action on findings of a document, whole or not at all',
  params: Id,
  body: ReviewAction,
  response: Review.omit({ items: true }).extend({
    operation: z.uuid(),
    /** Every item that is now different, in no order; those that are new, too. */
    changed: z.array(ReviewItem),
    /** Items that are there no more: an undone split, joining or addition. */
    removed: z.array(z.object({ kind: FindingKind, id: z.string() })),
  }),
});

export const readSelection = endpoint({
  method: 'POST',
  path: '/api/documents/:id/review/reading',
  access: 'reviewDocuments',
  summary: 'What the reader finds in a selected stretch of the text; stores nothing',
  params: Id,
  body: z.object({ span: Span }),
  response: z.object({ drafts: z.array(Draft) }),
});

export const changeDocumentState = endpoint({
  method: 'POST',
  path: '/api/documents/:id/state',
  access: 'issueDocuments',
  summary: 'Take a document a step on: into review, issued, superseded, withdrawn, or back',
  params: Id,
  body: z.object({
    verb: StateVerb,
    /** The document's version that was seen. */
    version: z.int(),
    reason: z.string().max(2000).optional(),
    /** Issuing: from which day, instead of the document's own date; asked for where it has none. Ending: the first day on which it is not in force. */
    day: PlainDate.optional(),
    /** Issuing: accept everything that is still proposed. */
    acceptRest: z.boolean().default(false),
  }),
  response: z.object({ document: ReviewedDocument }),
});

/** What is told to whoever has a document's review open; sent as server-sent events whose name is `kind`. */
export const ReviewEvent = z.discriminatedUnion('kind', [
  /** Findings or the document changed. Whoever gets it asks for the review again, unless the operation is its own. */
  z.object({ kind: z.literal('changed'), operation: z.uuid(), verb: z.string(), by: Named }),
  /** Who is looking now; each person once. */
  z.object({ kind: z.literal('present'), people: z.array(Named) }),
]);
export type ReviewEvent = z.infer<typeof ReviewEvent>;

export const reviewEvents = endpoint({
  method: 'GET',
  path: '/api/documents/:id/review/events',
  access: 'readReview',
  summary: 'Changes and people present, as server-sent events',
  params: Id,
});

export const getStory = endpoint({
  method: 'GET',
  path: '/api/documents/:id/story',
  access: 'readRegister',
  summary: 'What was done with a document, or with one of its findings, latest first',
  params: Id,
  query: z.object({
    kind: FindingKind.optional(),
    finding: z.string().max(40).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
    /** Only actions before this one. */
    before: z.coerce.number().int().optional(),
  }),
  response: z.object({ actions: z.array(ActionRecord) }),
});
