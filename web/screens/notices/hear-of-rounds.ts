import type { QueryClient } from '@tanstack/react-query';
import { RoundNews } from '../../../src/registry/round-news.ts';

/** Of a province that types at the same time everybody is told often: what is shown is asked for again once in so many milliseconds. */
const pause = 1000;

/** What shows a part of a round, by the first word of its key and the id behind it. */
function shownOf({ roundId, submissionId, what }: RoundNews): string[][] {
  const round = [['rounds'], ['round', roundId], ['round-submissions', roundId]];
  const own =
    submissionId === null
      ? []
      : ['submission', 'figure-sheet', 'submission-sections'].map((name) => [name, submissionId]);
  const report = [['report', roundId]];
  if (what === 'report') return report;
  if (what !== 'step') return [...round, ...own];
  return [
    ...round,
    ...own,
    ...report,
    ...['contributions', 'round-sentences', 'round-figures'].map((name) => [name, roundId]),
  ];
}

/** Takes what the server says of rounds and has it asked for again, together with what comes in the same moment. */
export function hearOfRounds(queries: QueryClient): {
  hear: (event: MessageEvent<string>) => void;
  all: () => void;
  leave: () => void;
} {
  let stale = new Map<string, string[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const renew = () => {
    timer = undefined;
    for (const queryKey of stale.values()) void queries.invalidateQueries({ queryKey });
    stale = new Map();
  };
  const again = (keys: readonly string[][]) => {
    for (const key of keys) stale.set(key.join(' '), key);
    timer ??= setTimeout(renew, pause);
  };
  return {
    hear: ({ data }) => {
      const news = RoundNews.safeParse(JSON.parse(data)).data;
      if (news) again(shownOf(news));
    },
    all: () =>
      again([
        ['rounds'],
        ['round'],
        ['round-submissions'],
        ['submission'],
        ['report'],
        ['contributions'],
        ['round-figures'],
      ]),
    leave: () => clearTimeout(timer),
  };
}
