import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { addressOf, call } from '../../../src/api/client.ts';
import { listNotices, noticeEvents, readOffNotices } from '../../../src/api/notices.ts';
import { hearOfRounds } from './hear-of-rounds.ts';

const key = ['notices'];
/** What shows approved figures: asked for again as soon as some were approved, imported or corrected. */
const showingFigures = [
  ...[['indicator-figures'], ['figures'], ['round-figures'], ['figure-sheet'], ['corrections']],
  // Sentences and references say where a number has become another one.
  ...[['report'], ['round-sentences'], ['submission-sections'], ['contributions']],
  // Where targets stand follows from them.
  ...[['standing'], ['standings'], ['sparklines'], ['breakdown'], ['leader-list'], ['overview']],
];
/** Reports approved one right after the other are shown together, each within a second. */
const figuresTogether = 500;
const shownInBell = 8;
const atOnce = 30;

/** The latest few, asked for again whenever the server says that there is something new. */
export function useLatestNotices() {
  const queries = useQueryClient();
  useEffect(() => {
    const source = new EventSource(addressOf(noticeEvents, {}));
    const again = () => void queries.invalidateQueries({ queryKey: key });
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const showFigures = () => {
      waiting = undefined;
      for (const shown of showingFigures) void queries.invalidateQueries({ queryKey: shown });
    };
    const figuresAgain = () => {
      waiting ??= setTimeout(showFigures, figuresTogether);
    };
    const rounds = hearOfRounds(queries);
    let lost = false;
    source.addEventListener('noticed', again);
    source.addEventListener('figures', figuresAgain);
    source.addEventListener('round', rounds.hear);
    source.onopen = () => {
      // What was told meanwhile was told to nobody.
      if (lost) {
        again();
        figuresAgain();
        rounds.all();
      }
      lost = false;
    };
    source.onerror = () => {
      lost = true;
    };
    return () => {
      clearTimeout(waiting);
      rounds.leave();
      source.close();
    };
  }, [queries]);
  return useQuery({
    queryKey: [...key, 'latest'],
    queryFn: ({ signal }) => call(listNotices, { query: { limit: shownInBell }, signal }),
  });
}

export const useNoticePages = (unread: boolean) =>
  useInfiniteQuery({
    queryKey: [...key, 'list', unread],
    queryFn: ({ pageParam, signal }) =>
      call(listNotices, {
        query: { limit: atOnce, ...(unread && { unread: 'true' }), ...(pageParam > 0 && { before: pageParam }) },
        signal,
      }),
    initialPageParam: 0,
    getNextPageParam: ({ notices }) => (notices.length < atOnce ? undefined : notices.at(-1)?.id),
  });

export function useReadOff() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { ids: number[] } | { upTo: number }) => call(readOffNotices, { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}
