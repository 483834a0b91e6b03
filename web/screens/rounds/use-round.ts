import { useMutation, useQueryClient } from '@tanstack/react-query';
import { sentenceOf } from '../../parts/sentence.ts';
import { showRefused } from '../../parts/show-refused.ts';
import { useWording } from '../../words/words.ts';

/** Something done with a round or its agencies: afterwards all that shows it is asked for again, and a refusal is said in words. */
export function useRoundDeed<Input>(deed: (input: Input) => Promise<unknown>, onDone: () => void) {
  const { words, language } = useWording();
  const queries = useQueryClient();
  const renew = async () => {
    const stale = ['round', 'rounds', 'round-submissions'];
    await queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => stale.includes(String(name)) });
  };
  return useMutation({
    mutationFn: deed,
    onSuccess: async () => {
      onDone();
      await renew();
    },
    onError: async (error) => {
      showRefused(sentenceOf(error, words, language), words.duty.notDone);
      await renew();
    },
  });
}
