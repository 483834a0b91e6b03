import { heaviest, type Note, severities } from '../values/note.ts';
import type { DocumentState } from './document-state.ts';
import type { HeldFinding, Mention } from './held-finding.ts';
import type { Blocker, ReviewVerb } from './review.ts';
import type { ReviewState } from './review-state.ts';

/** What stands against a finding, what may be done with it, and which finding is looked at first. */

/** Groups whose members an officer must choose. */
export type ChosenGroups = ReadonlySet<string>;

const isUnresolved = ({ agencyId, groupId }: Mention): boolean => agencyId === null && groupId === null;

const awaitsChoice = ({ groupId, members }: Mention, chosen: ChosenGroups): boolean =>
  groupId !== null && chosen.has(groupId) && (members === null || members.length === 0);

/** A dash in the time column says that there is none. */
const saysNothing = (time: string | null): boolean => time === null || /^[\s\-–—.]*$/u.test(time);

/** Nobody can be held to a task of which nobody knows who leads it or until when; the others' part may stay open. */
export function blockersOf(finding: HeldFinding, chosen: ChosenGroups): Blocker[] {
  if (finding.kind === 'target') return [];
  const { time, timeRaw } = finding.record;
  const leads = finding.mentions.filter(({ role }) => role === 'lead');
  const found: [Blocker, boolean][] = [
    ['leadMissing', leads.length === 0],
    ['leadUnresolved', leads.some(isUnresolved)],
    ['membersNotChosen', leads.some((lead) => awaitsChoice(lead, chosen))],
    ['timeUnreadable', time.kind === 'none' && !saysNothing(timeRaw)],
  ];
  return found.filter(([, stands]) => stands).map(([blocker]) => blocker);
}

const edits: readonly ReviewVerb[] = [
  'correct',
  'split',
  'join',
  'setAgencies',
  'resolveAgency',
  'chooseMembers',
  'chooseIndicator',
];

/** While a document is under review. */
const inReview: Record<ReviewState, readonly ReviewVerb[]> = {
  proposed: ['accept', 'reject', ...edits],
  accepted: ['reject', 'reopen', ...edits],
  rejected: ['accept', 'reopen'],
  replaced: [],
};

/** What sets right what is in force already, and needs a reason then. */
const rectifying: readonly ReviewVerb[] = ['correct', 'setAgencies'];

/** After it: what was left open may still be settled, and what was read or written wrongly set right; nothing is taken out. */
const afterIssue: readonly ReviewVerb[] = [...rectifying, 'resolveAgency', 'chooseMembers', 'chooseIndicator'];

/** Whether it sets right what is in force: recorded as that, with the reason. */
export const isRectifying = (state: DocumentState, verb: ReviewVerb): boolean =>
  state === 'issued' && rectifying.includes(verb);

/** Whether the document's findings may be added to, corrected and decided on. */
export const isUnderReview = (state: DocumentState): boolean => state === 'read' || state === 'inReview';

/** What may be done with a finding now: the one table, for the guard and for the buttons. */
export function mayBeDone(state: DocumentState, finding: HeldFinding, chosen: ChosenGroups): ReviewVerb[] {
  const open = isUnderReview(state)
    ? inReview[finding.review]
    : state === 'issued' && finding.review === 'accepted'
      ? afterIssue
      : [];
  return open.filter((verb) => possible(verb, finding, chosen));
}

function possible(verb: ReviewVerb, finding: HeldFinding, chosen: ChosenGroups): boolean {
  if (verb === 'accept') return blockersOf(finding, chosen).length === 0;
  if (verb === 'chooseIndicator') return finding.kind === 'target';
  if (verb === 'resolveAgency') return finding.mentions.length > 0;
  if (verb === 'chooseMembers') return finding.mentions.some(({ groupId }) => groupId !== null && chosen.has(groupId));
  return true;
}

/** Resolved after issuing only where it was left open; what has been assigned moves by a reorganisation, not by a review. */
export const mayMeanOtherwise = (state: DocumentState, mention: Mention): boolean =>
  isUnderReview(state) || isUnresolved(mention);

type Queued = {
  review: ReviewState;
  position: number;
  start: number;
  blocked: boolean;
  notes: Note[];
  confidence: number;
};

/** Undecided ones first: blocked, doubtful (heaviest notes, then least sure), the rest as the text goes; decided ones last. */
export function inQueueOrder<T>(items: readonly T[], seen: (item: T) => Queued): T[] {
  return items
    .map((item) => ({ item, key: queueKey(seen(item)) }))
    .toSorted((a, b) => compareKeys(a.key, b.key))
    .map(({ item }) => item);
}

function queueKey({ review, position, start, blocked, notes, confidence }: Queued): number[] {
  if (review !== 'proposed') return [2, 0, 0, start, position];
  const severity = heaviest(notes);
  if (blocked) return [0, 0, 0, start, position];
  return severity === undefined
    ? [1, severities.length, 0, start, position]
    : [1, severities.indexOf(severity), confidence, start, position];
}

function compareKeys(a: number[], b: number[]): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
