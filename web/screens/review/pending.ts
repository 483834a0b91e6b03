import type { ReviewAction, ReviewItem, Seen } from '../../../src/registry/review.ts';

/** What was done here and not yet answered by the server. */
export type Pending = { number: number; action: ReviewAction };

const after = { accept: 'accepted', reject: 'rejected', reopen: 'proposed' } as const;

export const seen = ({ kind, id, version }: ReviewItem): Seen => ({ kind, id, version });

/** The findings an action touches, as they were seen. */
function touched(action: ReviewAction): Seen[] {
  if ('items' in action) return action.items;
  return 'item' in action ? [action.item] : [];
}

/** How a finding will be once the server has done it. What only the server can know stays as it is. */
function predict(item: ReviewItem, action: ReviewAction): ReviewItem {
  if (!touched(action).some(({ id }) => id === item.id)) return item;
  if (action.verb === 'accept' || action.verb === 'reject' || action.verb === 'reopen')
    return { ...item, review: after[action.verb] };
  if (action.verb !== 'correct') return item;
  const { change } = action;
  if (item.kind === 'target' && change.kind === 'target')
    return { ...item, review: 'accepted', record: { ...item.record, ...defined(change.fields) } };
  if (item.kind === 'task' && change.kind === 'task')
    return { ...item, review: 'accepted', record: { ...item.record, ...defined(change.fields) } };
  return item;
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

const defined = <T extends object>(fields: T): Partial<Defined<T>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Defined<T>>;

/** The findings with everything done here, answered or not: taken out again, an action leaves no trace. */
export const withPending = (items: readonly ReviewItem[], pending: readonly Pending[]): ReviewItem[] =>
  items.map((item) => pending.reduce((now, { action }) => predict(now, action), item));

/**
 * An action that waits behind another of the same person: what that one changed is known to whoever did both.
 * What others changed meanwhile is not, and keeps its old version, so that the server refuses.
 */
export function rebased(action: ReviewAction, changed: readonly ReviewItem[]): ReviewAction {
  const versions = new Map(changed.map(({ id, version }) => [id, version]));
  const one = (item: Seen): Seen => ({ ...item, version: versions.get(item.id) ?? item.version });
  if ('items' in action) return { ...action, items: action.items.map(one) };
  return 'item' in action ? { ...action, item: one(action.item) } : action;
}
