import { Button, Group, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { removePlanDraft } from '../../../src/api/plan-drafts.ts';
import type { DraftSummary } from '../../../src/registry/plan-draft.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { useWording } from '../../words/words.ts';

/** Throws a draft away, after a question. */
export function Remove({ draft }: { draft: DraftSummary }) {
  const { words, language } = useWording();
  const own = words.planDrafts;
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const title = draft.title || own.untitled;
  const remove = useMutation({
    mutationFn: () => call(removePlanDraft, { params: { id: draft.id }, query: { version: draft.version } }),
    onSuccess: () => notifications.show({ message: own.removed }),
    onError: (error) =>
      notifications.show({ color: 'red', title: own.notRemoved, message: sentenceOf(error, words, language) }),
    onSettled: () => {
      setAsking(false);
      return queries.invalidateQueries({ queryKey: ['plan-drafts'] });
    },
  });
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        leftSection={<IconTrash size={16} aria-hidden />}
        aria-label={own.removeOne(title)}
        onClick={() => setAsking(true)}
      >
        {own.remove}
      </Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={own.removeOne(title)}
        closeButtonProps={{ 'aria-label': words.close }}
      >
        <p>{own.removeHint}</p>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setAsking(false)}>
            {words.reports.cancel}
          </Button>
          <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()} data-autofocus>
            {own.remove}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
