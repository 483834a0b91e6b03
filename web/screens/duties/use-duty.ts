import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call } from '../../../src/api/client.ts';
import { getWholeDuty } from '../../../src/api/duties.ts';
import { getDutyReport } from '../../../src/api/progress.ts';
import type { PlainDate } from '../../../src/values/plain-date.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { showRefused } from '../../parts/show-refused.ts';
import { useWording } from '../../words/words.ts';

/** All that the duty's page shows when it is opened. */
export const useDuty = (id: string, asOf: PlainDate | undefined) =>
  useQuery({
    queryKey: ['duty', id, asOf],
    queryFn: ({ signal }) => call(getWholeDuty, { params: { id }, query: { asOf }, signal }),
  });

/** What was reported alone, for a form beside a list. */
export const useDutyReport = (id: string) =>
  useQuery({ queryKey: ['duty-report', id], queryFn: ({ signal }) => call(getDutyReport, { params: { id }, signal }) });

/** Everything that shows a duty is asked for again once something was done with it. */
export function useRenewal(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => {
    const stale = ['duty', 'duty-report', 'duty-story', 'duties', 'duty-counts', 'my-work'];
    await queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => stale.includes(String(name)) });
  }, [queries]);
}

/** One deed on a duty: afterwards all that shows it is renewed, and a refusal is said in words. */
export function useDeed<Input>(deed: (input: Input) => Promise<unknown>, onDone?: () => void) {
  const { words, language } = useWording();
  const renew = useRenewal();
  return useMutation({
    mutationFn: deed,
    onSuccess: async () => {
      onDone?.();
      await renew();
    },
    onError: async (error) => {
      showRefused(sentenceOf(error, words, language), words.duty.notDone);
      await renew();
    },
  });
}
