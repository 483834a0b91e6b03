import type { ReviewItem } from '../../../src/registry/review.ts';
import { heaviest } from '../../../src/values/note.ts';

/** How a finding stands in the queue; the order in which they are worked on. */
export const standings = ['blocked', 'doubtful', 'clear', 'accepted', 'rejected'] as const;
export type Standing = (typeof standings)[number];

export function standingOf(item: Pick<ReviewItem, 'review' | 'blockers' | 'notes'>): Standing {
  if (item.review === 'accepted' || item.review === 'rejected') return item.review;
  if (item.blockers.length > 0) return 'blocked';
  const severity = heaviest(item.notes);
  return severity === 'error' || severity === 'warning' ? 'doubtful' : 'clear';
}

export const isDecided = ({ review }: Pick<ReviewItem, 'review'>): boolean => review !== 'proposed';

export type Counts = Record<Standing, number> & { total: number; decided: number };

export function countStandings(items: readonly ReviewItem[]): Counts {
  const counts: Counts = { blocked: 0, doubtful: 0, clear: 0, accepted: 0, rejected: 0, total: 0, decided: 0 };
  for (const item of items) {
    counts[standingOf(item)] += 1;
    counts.total += 1;
    if (isDecided(item)) counts.decided += 1;
  }
  return counts;
}

/**
 * The queue as the officer has it before the eyes: what was there keeps its place when it is decided, what is new stands
 * behind what it followed in the server's order. Findings that others replaced are no part of it.
 */
export function arrange(before: readonly string[], items: readonly ReviewItem[]): ReviewItem[] {
  const known = new Map(items.filter(({ review }) => review !== 'replaced').map((item) => [item.id, item]));
  const order = before.filter((id) => known.has(id));
  const placed = new Set(order);
  let last: string | undefined;
  for (const id of known.keys()) {
    if (!placed.has(id)) order.splice(last === undefined ? 0 : order.indexOf(last) + 1, 0, id);
    last = id;
  }
  return order.flatMap((id) => known.get(id) ?? []);
}

/** The next one behind a place that nobody has decided on, round the end to the beginning. */
export function nextOpen(queue: readonly ReviewItem[], id: string | undefined): ReviewItem | undefined {
  const at = queue.findIndex((item) => item.id === id);
  const turned = [...queue.slice(at + 1), ...queue.slice(0, at + 1)];
  return turned.find((item) => !isDecided(item) && item.id !== id);
}

/** Steps on in the queue, whatever stands there. */
export function stepFrom(queue: readonly ReviewItem[], id: string | undefined, step: 1 | -1): ReviewItem | undefined {
  const at = queue.findIndex((item) => item.id === id);
  return queue[Math.min(queue.length - 1, Math.max(0, at + step))];
}

/** Those under the same heading, of one kind, as the text goes. */
export function groupOf(queue: readonly ReviewItem[], item: ReviewItem): ReviewItem[] {
  const key = groupKey(item);
  return queue.filter((other) => groupKey(other) === key).sort((a, b) => a.record.span.start - b.record.span.start);
}

const groupKey = ({ kind, record }: ReviewItem): string => JSON.stringify([kind, record.section, record.group]);

/** Those of a group that nothing speaks against: what one key accepts. */
export const undoubted = (group: readonly ReviewItem[]): ReviewItem[] =>
  group.filter((item) => standingOf(item) === 'clear' && item.may.includes('accept'));

/** The next of the same kind as the text goes: what this one can be joined with. */
export function neighbourOf(queue: readonly ReviewItem[], item: ReviewItem): ReviewItem | undefined {
  return queue
    .filter(({ kind, record }) => kind === item.kind && record.span.start > item.record.span.start)
    .sort((a, b) => a.record.span.start - b.record.span.start)[0];
}

/** Where the officer begins: at the finding the address names, or at the first that is open. */
export const beginAt = (queue: readonly ReviewItem[], wanted: string | undefined): ReviewItem | undefined =>
  queue.find(({ id }) => id === wanted) ?? queue.find((item) => !isDecided(item)) ?? queue[0];
