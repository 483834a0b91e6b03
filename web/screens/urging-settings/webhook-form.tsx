import { Alert, Button, Group, MultiSelect, Stack, Switch, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { changeWebhook, makeWebhook } from '../../../src/api/webhooks.ts';
import { NoticeKind } from '../../../src/registry/notice.ts';
import { noticeName } from '../../../src/registry/notice-words.ts';
import type { WebhookDraft, WebhookRecord } from '../../../src/registry/webhook.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { ShownOnce } from '../../parts/shown-once.tsx';
import { useWording } from '../../words/words.ts';

type Props = { webhook: WebhookRecord | null; onClose: () => void; onSaved: () => Promise<unknown> };

/** A new address or one that is changed; the secret of a new one is shown this once. */
export function WebhookForm({ webhook, onClose, onSaved }: Props) {
  const { words, language } = useWording();
  const { webhooks: own } = words.urgingSettings;
  const [draft, setDraft] = useState<WebhookDraft>({
    name: webhook?.name ?? '',
    address: webhook?.address ?? '',
    kinds: webhook?.kinds ?? [],
    active: webhook?.active ?? true,
  });
  const put = (next: Partial<WebhookDraft>) => setDraft({ ...draft, ...next });
  const save = useMutation({
    mutationFn: async (): Promise<string | null> => {
      if (!webhook) return (await call(makeWebhook, { body: draft })).secret;
      await call(changeWebhook, { params: { id: webhook.id }, body: { ...draft, version: webhook.version } });
      return null;
    },
    onSuccess: (secret) => {
      if (secret === null) onClose();
    },
    // Also where somebody else changed it: the list then shows what they made of it.
    onSettled: onSaved,
  });
  if (save.data) return <ShownOnce hint={own.secret} value={save.data} onKept={onClose} />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Stack gap="sm">
        <TextInput
          required
          data-autofocus
          label={own.name}
          maxLength={120}
          value={draft.name}
          onChange={(event) => put({ name: event.currentTarget.value })}
        />
        <TextInput
          required
          type="url"
          label={own.address}
          placeholder="https://"
          maxLength={1000}
          value={draft.address}
          onChange={(event) => put({ address: event.currentTarget.value })}
        />
        <MultiSelect
          label={own.kinds}
          placeholder={draft.kinds.length === 0 ? own.everyKind : ''}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': words.clear }}
          data={NoticeKind.options.map((value) => ({ value, label: noticeName(value, language) }))}
          value={draft.kinds}
          onChange={(kinds) => put({ kinds: kinds.map((kind) => NoticeKind.parse(kind)) })}
        />
        <Switch
          label={own.active}
          checked={draft.active}
          onChange={(event) => put({ active: event.currentTarget.checked })}
        />
        {save.error && (
          <Alert color="red" title={own.notSaved}>
            {sentenceOf(save.error, words, language)}
          </Alert>
        )}
        <Group gap="xs">
          <Button type="submit" loading={save.isPending}>
            {own.save}
          </Button>
          <Button variant="default" onClick={onClose}>
            {own.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
