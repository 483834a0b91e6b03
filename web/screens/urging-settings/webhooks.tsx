import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { listWebhooks, removeWebhook, tryWebhook } from '../../../src/api/webhooks.ts';
import type { WebhookRecord } from '../../../src/registry/webhook.ts';
import { AskedButton } from '../../parts/asked-button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Failure } from '../../parts/fault.tsx';
import { useWords } from '../../words/words.ts';
import styles from './urging-settings.module.css';
import { WebhookAttempts } from './webhook-attempts.tsx';
import { WebhookForm } from './webhook-form.tsx';

const key = ['webhooks'];

/** A webhook that is changed, or a new one. */
type Open = { webhook: WebhookRecord | null } | null;

/** Addresses outside that are told what happens. */
export function WebhookSection() {
  const { webhooks: own } = useWords().urgingSettings;
  const queries = useQueryClient();
  const [open, setOpen] = useState<Open>(null);
  const list = useQuery({ queryKey: key, queryFn: ({ signal }) => call(listWebhooks, { signal }) });
  const again = () => queries.invalidateQueries({ queryKey: key });
  const webhooks = list.data?.webhooks ?? [];
  return (
    <section className={styles.section} aria-labelledby="webhooks">
      <h2 id="webhooks">{own.title}</h2>
      <p className="soft">{own.lead}</p>
      {list.isError && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && webhooks.length === 0 && <p>{own.none}</p>}
      <ul className={styles.rungs}>
        {webhooks.map((webhook) => (
          <Line key={webhook.id} webhook={webhook} onChange={() => setOpen({ webhook })} />
        ))}
      </ul>
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => setOpen({ webhook: null })}
        >
          {own.add}
        </Button>
      </div>
      <Dialog
        opened={open !== null}
        onClose={() => setOpen(null)}
        title={open?.webhook ? own.change(open.webhook.name) : own.add}
        size="lg"
      >
        {open && <WebhookForm webhook={open.webhook} onClose={() => setOpen(null)} onSaved={again} />}
      </Dialog>
    </section>
  );
}

function Line({ webhook, onChange }: { webhook: WebhookRecord; onChange: () => void }) {
  const { webhooks: own } = useWords().urgingSettings;
  const queries = useQueryClient();
  const [attempts, setAttempts] = useState(false);
  const { id, name, address, active, kinds, version } = webhook;
  const trial = useMutation({
    mutationFn: () => call(tryWebhook, { params: { id } }),
    onSuccess: () => {
      notifications.show({ message: own.tried });
      setAttempts(true);
    },
  });
  const removal = useMutation({
    mutationFn: () => call(removeWebhook, { params: { id }, query: { version } }),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
  const failed = trial.error ?? removal.error;
  return (
    <li className={styles.webhook}>
      <div>
        <strong>{name}</strong> {!active && <em>({own.off})</em>}
        <div className={styles.address}>{address}</div>
        <div className="soft">{kinds.length === 0 ? own.everyKind : own.someKinds(kinds.length)}</div>
      </div>
      <div className={styles.foot}>
        <Button size="compact-sm" variant="default" aria-label={`${own.edit}: ${name}`} onClick={onChange}>
          {own.edit}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`${own.test}: ${name}`}
          loading={trial.isPending}
          onClick={() => trial.mutate()}
        >
          {own.test}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`${own.attempts}: ${name}`}
          aria-expanded={attempts}
          onClick={() => setAttempts(!attempts)}
        >
          {own.attempts}
        </Button>
        <AskedButton
          size="compact-sm"
          variant="light"
          color="red"
          aria-label={`${own.remove}: ${name}`}
          title={`${own.remove}: ${name}`}
          hint={own.removeHint}
          loading={removal.isPending}
          onYes={() => removal.mutate()}
        >
          {own.remove}
        </AskedButton>
      </div>
      {failed && <Failure error={failed} onRetry={() => (trial.error ? trial.mutate() : removal.reset())} />}
      {attempts && <WebhookAttempts id={id} />}
    </li>
  );
}
