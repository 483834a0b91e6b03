import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { CallError, call, isLost } from '../../../src/api/client.ts';
import { actInReview, getReview, type Review } from '../../../src/api/review.ts';
import type { ReviewAction, ReviewItem } from '../../../src/registry/review.ts';
import { type Pending, rebased, withPending } from './pending.ts';
import { arrange } from './queue.ts';

export const reviewKey = (id: string) => ['review', id] as const;

/** What became of an action: the findings it changed, or why nothing was done. */
export type Outcome = { changed: ReviewItem[] } | { error: unknown };

function merged(
  review: Review,
  answer: Omit<Review, 'items'> & { changed: ReviewItem[]; removed: { id: string }[] },
): Review {
  const changed = new Map(answer.changed.map((item) => [item.id, item]));
  const removed = new Set(answer.removed.map(({ id }) => id));
  const kept = review.items.filter(({ id }) => !removed.has(id)).map((item) => changed.get(item.id) ?? item);
  const known = new Set(review.items.map(({ id }) => id));
  const fresh = answer.changed.filter(({ id }) => !known.has(id));
  return { document: answer.document, undo: answer.undo, items: placed(kept, fresh) };
}

/** New findings stand behind the last one that begins before them in the text. */
function placed(items: ReviewItem[], fresh: readonly ReviewItem[]): ReviewItem[] {
  const all = [...items];
  for (const one of fresh.toSorted((a, b) => a.record.span.start - b.record.span.start)) {
    const at = all.findLastIndex(({ record }) => record.span.start <= one.record.span.start);
    all.splice(at + 1, 0, one);
  }
  return all;
}

/**
 * A document's review, shown as it will be once the server has done what was done here. Actions go to the server one
 * after the other, so that nobody waits and nothing overtakes; whatever is refused disappears again by itself.
 */
export function useReview(id: string) {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: reviewKey(id),
    queryFn: ({ signal }) => call(getReview, { params: { id }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [pending, setPending] = useState<Pending[]>([]);
  const waiting = useRef<Pending[]>([]);
  const chain = useRef<Promise<unknown>>(Promise.resolve());
  const count = useRef(0);
  const own = useRef(new Set<string>());

  const show = useCallback((next: Pending[]) => {
    waiting.current = next;
    setPending(next);
  }, []);

  const send = useCallback(
    async (number: number): Promise<Outcome> => {
      const entry = waiting.current.find((one) => one.number === number);
      if (!entry) return { changed: [] };
      const drop = () => waiting.current.filter((one) => one.number !== number);
      try {
        const answer = await call(actInReview, { params: { id }, body: entry.action });
        own.current.add(answer.operation);
        queries.setQueryData<Review>(reviewKey(id), (now) => now && merged(now, answer));
        show(drop().map((one) => ({ ...one, action: rebased(one.action, answer.changed) })));
        return { changed: answer.changed };
      } catch (error) {
        show(drop());
        if (error instanceof CallError && !isLost(error)) await queries.refetchQueries({ queryKey: reviewKey(id) });
        return { error };
      }
    },
    [id, queries, show],
  );

  const act = useCallback(
    (action: ReviewAction): Promise<Outcome> => {
      count.current += 1;
      const number = count.current;
      show([...waiting.current, { number, action }]);
      const sent = chain.current.then(() => send(number));
      chain.current = sent;
      return sent;
    },
    [send, show],
  );

  /** Asks again, behind what is on its way; not where the change was made here. */
  const refresh = useCallback(
    (operation?: string) => {
      chain.current = chain.current.then(async () => {
        if (operation === undefined || !own.current.has(operation))
          await queries.refetchQueries({ queryKey: reviewKey(id) });
      });
    },
    [id, queries],
  );

  // What was decided here is seen on the document's page and in the lists.
  useEffect(
    () => () => {
      if (count.current === 0) return;
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
    [queries],
  );

  const order = useRef<string[]>([]);
  const review = query.data;
  const queue = useMemo(() => {
    const arranged = arrange(order.current, withPending(review?.items ?? [], pending));
    order.current = arranged.map((item) => item.id);
    return arranged;
  }, [review, pending]);

  return { query, review, queue, busy: pending.length > 0, act, refresh };
}

export type ReviewInHand = ReturnType<typeof useReview>;
