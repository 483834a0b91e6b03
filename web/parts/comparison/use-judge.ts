import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../src/api/client.ts';
import { judgeCounterpart } from '../../../src/api/counterparts.ts';
import type { Counterpart, Judgement } from '../../../src/registry/counterpart.ts';
import { useWording } from '../../words/words.ts';
import { sentenceOf } from '../sentence.ts';
import { showRefused } from '../show-refused.ts';

/** An officer's word on a pair; null takes it back. `queryKey` is what has to be asked for again. */
export function useJudge(queryKey: string) {
  const { words, language } = useWording();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (word: Counterpart & { judgement: Judgement | null }) => call(judgeCounterpart, { body: word }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: [queryKey] });
      notifications.show({ message: words.alignment.saved });
    },
    onError: (error) => showRefused(sentenceOf(error, words, language), words.alignment.notSaved),
  });
}
