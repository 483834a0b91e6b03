import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../src/api/client.ts';
import { getStocktake } from '../../../src/api/stocktakes.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { showRefused } from '../../parts/show-refused.ts';
import { useWording } from '../../words/words.ts';

export const useStocktake = (id: string) =>
  useQuery({
    queryKey: ['stocktake', id],
    queryFn: ({ signal }) => call(getStocktake, { params: { id }, signal }),
  });

/** One step on a stocktake; what was seen is read anew after it, whatever came of it. */
export function useStep<T>(id: string, step: (given: T) => Promise<unknown>, done?: string) {
  const { words, language } = useWording();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: step,
    onSuccess: () => {
      if (done !== undefined) notifications.show({ message: done });
    },
    onError: (error) => showRefused(sentenceOf(error, words, language)),
    onSettled: async () => {
      for (const key of [['stocktake', id], ['proposals', id], ['stocktakes'], ['attention'], ['my-work']])
        await queries.invalidateQueries({ queryKey: key });
    },
  });
}
