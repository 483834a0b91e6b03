import { z } from 'zod';
import { Target, Task } from '../values/finding.ts';
import { Note } from '../values/note.ts';
import { PlainDate } from '../values/plain-date.ts';
import { DocumentState, StateVerb } from './document-state.ts';
import { Named } from './named.ts';
import { ReviewState } from './review-state.ts';
import { AssignmentRole } from './task.ts';

/** A document under review: what its officer decides about each finding, and what of it may be done. */

export const findingKinds = ['target', 'task'] as const;
export const FindingKind = z.enum(findingKinds);
export type FindingKind = z.infer<typeof FindingKind>;

/** What keeps a finding from being accepted and its document from being issued. */
const blockers = ['leadMissing', 'leadUnresolved', 'membersNotChosen', 'timeUnreadable'] as const;
const Blocker = z.enum(blockers);
export type Blocker = z.infer<typeof Blocker>;

export const reviewVerbs = [
  'accept',
  'reject',
  'reopen',
  'correct',
  'split',
  'join',
  'add',
  'setAgencies',
  'resolveAgency',
  'chooseMembers',
  'chooseIndicator',
  'undo',
] as const;
const ReviewVerb = z.enum(reviewVerbs);
export type ReviewVerb = z.infer<typeof ReviewVerb>;

/** A target's bodies have the one role "named". */
export const MentionRole = z.enum([...AssignmentRole.options, 'named']);
export type MentionRole = z.infer<typeof MentionRole>;

export const MatchedBy = z.enum(['name', 'alias', 'spelling', 'near', 'officer']);
export type MatchedBy = z.infer<typeof MatchedBy>;

/** A body as a finding names it, and what it means: one agency, or a group, or nothing known (both null). */
const AgencyMention = z.object({
  role: MentionRole,
  /** With the role it says which one is meant; rising as the names stand, not without gaps. */
  position: z.int(),
  name: z.string(),
  /** Under its name on the document's day. */
  agency: Named.nullable(),
  group: Named.extend({
    /** A "liên quan" group: which of its members are meant, an officer says. */
    chosenByOfficer: z.boolean(),
    /** Those that the name itself says, or that an officer chose; null: as the group's rule goes, or nobody has chosen yet. */
    members: z.array(Named).nullable(),
  }).nullable(),
  matchedBy: MatchedBy.nullable(),
  /** Who carries on its work today, where that is not itself. */
  heirs: z.array(Named),
});
export type AgencyMention = z.infer<typeof AgencyMention>;

const Judged = {
  id: z.string(),
  version: z.int(),
  review: ReviewState,
  /** Its place among those of its kind. */
  position: z.int(),
  quote: z.string(),
  notes: z.array(Note),
  mentions: z.array(AgencyMention),
  blockers: z.array(Blocker),
  /** What may be done with it now. */
  may: z.array(ReviewVerb),
  /** The latest thing done with it. */
  last: z.object({ verb: z.string(), by: Named, at: z.iso.datetime() }).nullable(),
};

/** A finding of the queue. */
export const ReviewItem = z.discriminatedUnion('kind', [
  z.object({
    ...Judged,
    kind: z.literal('target'),
    record: Target,
    valueQuote: z.string().nullable(),
    indicator: Named.extend({
      line: z.string(),
      matchedBy: z.string().nullable(),
      certainty: z.number().nullable(),
    }).nullable(),
  }),
  z.object({ ...Judged, kind: z.literal('task'), record: Task }),
]);
export type ReviewItem = z.infer<typeof ReviewItem>;

export const ReviewedDocument = z.object({
  id: z.uuid(),
  state: DocumentState,
  version: z.int(),
  validFrom: PlainDate.nullable(),
  validUntil: PlainDate.nullable(),
  /** Findings that are neither rejected nor replaced: how many are proposed still, and how many are blocked. */
  undecided: z.int(),
  blocked: z.int(),
  accepted: z.int(),
  may: z.array(StateVerb),
  /** Whether findings may be added. */
  mayAdd: z.boolean(),
});
export type ReviewedDocument = z.infer<typeof ReviewedDocument>;

/** Fields of a finding as an officer sets them; `span` and `valueSpan` are places in the document's text. */
const Year = z.int().min(1900).max(2999).nullable();
const TargetFields = Target.omit({ id: true, confidence: true }).extend({ year: Year, yearFrom: Year });
export type TargetFields = z.infer<typeof TargetFields>;
const TaskFields = Task.omit({ id: true, confidence: true, source: true });
export type TaskFields = z.infer<typeof TaskFields>;

export const Draft = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('target'), fields: TargetFields }),
  z.object({ kind: z.literal('task'), fields: TaskFields }),
]);
export type Draft = z.infer<typeof Draft>;

/** A finding as the officer saw it. */
const Seen = z.object({ kind: FindingKind, id: z.string().max(40), version: z.int() });
export type Seen = z.infer<typeof Seen>;

const several = (most: number) => z.array(Seen).min(1).max(most);
const AgencyPlace = { item: Seen, role: MentionRole, position: z.int().min(0).max(1000) };

/** Null: it means nothing in the register. */
const Meaning = z.union([z.object({ agencyId: z.string().max(200) }), z.object({ groupId: z.string().max(200) })]);
export type Meaning = z.infer<typeof Meaning>;

/**
 * One thing an officer does. Every finding that it touches is named with the version that was seen; where one has changed
 * since, nothing is done at all. Whatever was corrected, split, joined or added counts as accepted unless something blocks it.
 */
export const ReviewAction = z.discriminatedUnion('verb', [
  z.object({
    verb: z.enum(['accept', 'reject', 'reopen']),
    items: several(5000),
    reason: z.string().max(2000).optional(),
  }),
  z.object({
    verb: z.literal('correct'),
    item: Seen,
    /** Only the fields that change; of the item's own kind. */
    change: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('target'), fields: TargetFields.partial() }),
      z.object({ kind: z.literal('task'), fields: TaskFields.partial() }),
    ]),
    reason: z.string().max(2000).optional(),
  }),
  z.object({ verb: z.literal('split'), item: Seen, parts: z.array(Draft).min(2).max(50) }),
  /** Neighbours of one kind; without `fields` what they hold is put together. */
  z.object({ verb: z.literal('join'), items: several(50).min(2), fields: Draft.optional() }),
  z.object({ verb: z.literal('add'), draft: Draft }),
  /** Puts these bodies in one role of each item, instead of those that stand there. */
  z.object({
    verb: z.literal('setAgencies'),
    items: several(5000),
    role: MentionRole,
    agencies: z.array(z.object({ name: z.string().trim().min(1).max(500), meaning: Meaning.nullable() })).max(100),
    reason: z.string().max(2000).optional(),
  }),
  /** @property everywhere the same name in this whole document, wherever no officer has said otherwise */
  z.object({ verb: z.literal('resolveAgency'), ...AgencyPlace, meaning: Meaning.nullable(), everywhere: z.boolean() }),
  z.object({
    verb: z.literal('chooseMembers'),
    ...AgencyPlace,
    agencyIds: z.array(z.string().max(200)).max(1000),
  }),
  z.object({ verb: z.literal('chooseIndicator'), items: several(5000), indicatorId: z.string().max(200).nullable() }),
  /** Takes back what this user did last on this document and has not taken back yet. */
  z.object({ verb: z.literal('undo') }),
]);
export type ReviewAction = z.infer<typeof ReviewAction>;
