import type { Review } from '../../../src/api/review.ts';
import type { ReviewAction, ReviewItem } from '../../../src/registry/review.ts';
import { formatNumber, type Language } from '../../../src/values/format.ts';
import type { Words } from '../../words/vi.ts';
import type { Deed } from './keys.ts';
import { nameOf } from './name-of.ts';
import { seen } from './pending.ts';
import { isDecided, neighbourOf, nextOpen, undoubted } from './queue.ts';

/** Something to do, and how it is told. */
export type Plan = {
  action: ReviewAction;
  /** The finding as it was seen when it was done. */
  about: ReviewItem | undefined;
  said: string;
  /** How many findings it decides. */
  decides: number;
  /** Where to go at once; without it the finding in hand stays. */
  next?: ReviewItem | undefined;
  /** Goes to what came of it, once that is known. */
  follow?: boolean;
};

export type Wording = { words: Words; language: Language };

/** What is in hand, and what surrounds it. */
export type InHand = { item: ReviewItem; queue: readonly ReviewItem[]; group: readonly ReviewItem[] };

export const acceptPlan = ({ item, queue }: InHand, { words }: Wording): Plan => ({
  action: { verb: 'accept', items: [seen(item)] },
  about: item,
  said: words.review.said.accepted(nameOf(item)),
  decides: 1,
  next: nextOpen(queue, item.id),
});

export const reopenPlan = ({ item }: InHand, { words }: Wording): Plan => ({
  action: { verb: 'reopen', items: [seen(item)] },
  about: item,
  said: words.review.said.reopened(nameOf(item)),
  decides: -1,
});

export const rejectPlan = (
  { item, queue }: Omit<InHand, 'group'>,
  reason: string | undefined,
  { words }: Wording,
): Plan => ({
  action: { verb: 'reject', items: [seen(item)], ...(reason !== undefined && { reason }) },
  about: item,
  said: words.review.said.rejected(nameOf(item)),
  decides: isDecided(item) ? 0 : 1,
  next: nextOpen(queue, item.id),
});

type Correction = Extract<ReviewAction, { verb: 'correct' }>['change'];

export const correctPlan = ({ item, queue }: Omit<InHand, 'group'>, change: Correction, { words }: Wording): Plan => ({
  action: { verb: 'correct', item: seen(item), change },
  about: item,
  said: words.review.said.corrected(nameOf(item)),
  decides: isDecided(item) ? 0 : 1,
  next: nextOpen(queue, item.id),
});

/** Sets right what is in force; the finding stays in hand. */
export const rectifyPlan = (item: ReviewItem, change: Correction, reason: string, { words }: Wording): Plan => ({
  action: { verb: 'correct', item: seen(item), change, reason },
  about: item,
  said: words.review.said.rectified(nameOf(item)),
  decides: 0,
});

/** What only changes the finding in hand, which stays there to be decided on. */
export const settlePlan = (item: ReviewItem, action: ReviewAction, { words }: Wording): Plan => ({
  action,
  about: item,
  said: words.review.said.settled,
  decides: 0,
});

/** Everything of the group that nothing speaks against; undefined where there is nothing. */
export function groupPlan({ item, queue, group }: InHand, { words, language }: Wording): Plan | undefined {
  const items = undoubted(group);
  if (items.length === 0) return undefined;
  const ids = new Set(items.map(({ id }) => id));
  const rest = queue.filter(({ id }) => id === item.id || !ids.has(id));
  return {
    action: { verb: 'accept', items: items.map(seen) },
    about: item,
    said: words.review.said.acceptedMany(formatNumber(items.length, language)),
    decides: items.length,
    next: ids.has(item.id) ? nextOpen(rest, item.id) : item,
  };
}

/** With the next of its kind in the text; undefined where there is none. */
export function joinPlan({ item, queue }: InHand, { words }: Wording): Plan | undefined {
  const other = neighbourOf(queue, item);
  const action: ReviewAction | undefined = other && { verb: 'join', items: [seen(item), seen(other)] };
  return action && { action, about: item, said: words.review.said.joined, decides: 0, follow: true };
}

export const undoPlan = ({ words }: Wording): Plan => ({
  action: { verb: 'undo' },
  about: undefined,
  said: words.review.said.undone,
  decides: 0,
  follow: true,
});

/** For whoever sees how a review stands and decides nothing. */
export const onlyLooking: ReadonlySet<Deed> = new Set<Deed>(['help', 'next', 'previous']);

/** What can be done now: the server says it of each finding, the queue of what surrounds it. */
export function possible(
  review: Review | undefined,
  { item, queue, group }: { item: ReviewItem | undefined } & Omit<InHand, 'item'>,
): ReadonlySet<Deed> {
  const may = new Set<Deed>(onlyLooking);
  if (review?.undo) may.add('undo');
  if (review?.document.mayAdd) may.add('add');
  if (undoubted(group).length > 0) may.add('group');
  if (!item) return may;
  const can = new Set(item.may);
  if (can.has('correct')) may.add('edit');
  if (can.has('split')) may.add('split');
  if (can.has('reject')) may.add('reject');
  if (can.has('setAgencies') || can.has('resolveAgency') || can.has('chooseMembers')) may.add('agency');
  if (can.has('chooseIndicator')) may.add('indicator');
  if (can.has('join') && neighbourOf(queue, item)) may.add('join');
  // What is blocked cannot be accepted, but the key leads to what blocks it.
  if (can.has(isDecided(item) ? 'reopen' : 'accept') || (can.has('reject') && item.blockers.length > 0))
    may.add('accept');
  return may;
}
