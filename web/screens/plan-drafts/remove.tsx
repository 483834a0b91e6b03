import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../src/api/client.ts';
import { removePlanDraft } from '../../../src/api/plan-drafts.ts';
import type { DraftSummary } from '../../../src/registry/plan-draft.ts';
import { AskedButton } from '../../parts/asked-button.tsx';
import { sentenceOf } from '../../parts/sentence.ts';
import { showRefused } from '../../parts/show-refused.ts';
import { useWording } from '../../words/words.ts';

/** Throws a draft away, after a question. */
export function Remove({ draft }: { draft: DraftSummary }) {
  const { words, language } = useWording();
  const own = words.planDrafts;
  const queries = useQueryClient();
  const title = draft.title || own.untitled;
  const remove = useMutation({
    mutationFn: () => call(removePlanDraft, { params: { id: draft.id }, query: { version: draft.version } }),
    onSuccess: () => notifications.show({ message: own.removed }),
    onError: (error) => showRefused(sentenceOf(error, words, language), own.notRemoved),
    onSettled: () => queries.invalidateQueries({ queryKey: ['plan-drafts'] }),
  });
  return (
    <AskedButton
      size="compact-sm"
      variant="subtle"
      color="gray"
      leftSection={<IconTrash size={16} aria-hidden />}
      aria-label={own.removeOne(title)}
      title={own.removeOne(title)}
      hint={own.removeHint}
      loading={remove.isPending}
      onYes={() => remove.mutate()}
    >
      {own.remove}
    </AskedButton>
  );
}
