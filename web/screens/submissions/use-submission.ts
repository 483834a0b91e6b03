import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CallError, call } from '../../../src/api/client.ts';
import { actOnSubmission, getSubmission } from '../../../src/api/submissions.ts';
import type { SubmissionAction } from '../../../src/registry/submission-action.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { showRefused } from '../../parts/show-refused.ts';
import { afterTyping } from '../../parts/typed-here.ts';
import { useWording } from '../../words/words.ts';

const submissionKey = (id: string) => ['submission', id];

export const useSubmission = (id: string) =>
  useQuery({
    queryKey: submissionKey(id),
    queryFn: ({ signal }) => call(getSubmission, { params: { id }, signal }),
  });

/** A step of a submission: afterwards everything that shows it is asked for again, and a refusal is said in words. */
export function useSubmissionStep(id: string, onDone: () => void) {
  const { words, language } = useWording();
  const own = words.rounds.submission;
  const queries = useQueryClient();
  const renew = async () => {
    const stale = [
      'figure-sheet',
      'round-figures',
      'submission',
      'round',
      'rounds',
      'round-submissions',
      'my-work',
      'duty',
      'duties',
      'duty-counts',
    ];
    await queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => stale.includes(String(name)) });
  };
  return useMutation({
    mutationFn: (body: SubmissionAction) => afterTyping(() => call(actOnSubmission, { params: { id }, body })),
    onSuccess: async (page, { verb }) => {
      queries.setQueryData(submissionKey(id), page);
      notifications.show({ message: own.done[verb] });
      onDone();
      await renew();
    },
    onError: async (error) => {
      const sentence = sentenceOf(error, words, language);
      const changed = error instanceof CallError && error.code === 'changedMeanwhile';
      showRefused(changed ? `${sentence} ${own.changed}` : sentence, words.duty.notDone);
      if (changed) onDone();
      await renew();
    },
  });
}
