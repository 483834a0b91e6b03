import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../src/api/client.ts';
import { getReport, listContributions, listSentences } from '../../../src/api/reports.ts';
import type { ReportPage } from '../../../src/registry/report.ts';
import { afterTyping } from '../../parts/typed-here.ts';

const keyOf = (roundId: string) => ['report', roundId];

export const useReport = (roundId: string) =>
  useQuery({
    queryKey: keyOf(roundId),
    queryFn: ({ signal }) => call(getReport, { params: { id: roundId }, signal }),
    // What is typed is not taken away by what was stored a moment ago.
    refetchOnWindowFocus: false,
  });

export const useContributions = (roundId: string, section: string) =>
  useQuery({
    queryKey: ['contributions', roundId, section],
    queryFn: async ({ signal }) =>
      (await call(listContributions, { params: { id: roundId, section }, signal })).contributions,
  });

export const useSentences = (roundId: string, enabled: boolean) =>
  useQuery({
    queryKey: ['round-sentences', roundId],
    queryFn: async ({ signal }) =>
      (await call(listSentences, { params: { id: roundId }, query: {}, signal })).sentences,
    enabled,
  });

/** A step that answers with the page as it is after it. */
export function useReportStep<T>(roundId: string, step: (given: T) => Promise<ReportPage>, done?: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (given: T) => afterTyping(() => step(given)),
    onSuccess: (page) => {
      queries.setQueryData(keyOf(roundId), page);
      done?.();
    },
    // Of two people the second is shown what the first has done.
    onError: () => queries.invalidateQueries({ queryKey: keyOf(roundId) }),
  });
}

/** What was saved of one section is put into the page without asking for all of it again. */
export function useSectionSaved(roundId: string) {
  const queries = useQueryClient();
  return (section: string, saved: Pick<ReportPage['sections'][number], 'content' | 'changed' | 'version'>) => {
    const before = queries.getQueryData<ReportPage>(keyOf(roundId));
    queries.setQueryData<ReportPage>(
      keyOf(roundId),
      (page) =>
        page && { ...page, sections: page.sections.map((one) => (one.key === section ? { ...one, ...saved } : one)) },
    );
    // The first word changes the stage, and with it what may be done next.
    if (before?.report?.stage === 'collecting') void queries.invalidateQueries({ queryKey: keyOf(roundId) });
  };
}
