import { Alert, Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { endAccount, getLeaving } from '../../../src/api/people-accounts.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { useWording } from '../../words/words.ts';
import styles from './people.module.css';
import { peopleKey, usePersonChange } from './use-person-change.ts';

/** Asked for before what there is to hand over is looked up. */
export function LeavingSection({ userId }: { userId: string }) {
  const { people: own } = useWording().words;
  const [open, setOpen] = useState(false);
  return (
    <section className={styles.section}>
      <h3>{own.leaving}</h3>
      {open ? (
        <LeavingForm userId={userId} onCancel={() => setOpen(false)} />
      ) : (
        <div className={styles.buttons}>
          <Button variant="light" color="red" onClick={() => setOpen(true)}>
            {own.leave} …
          </Button>
        </div>
      )}
    </section>
  );
}

function LeavingForm({ userId, onCancel }: { userId: string; onCancel: () => void }) {
  const { words, language } = useWording();
  const own = words.people;
  const [heirs, setHeirs] = useState<Record<string, string | null>>({});
  const [reason, setReason] = useState('');
  const asked = useQuery({
    queryKey: [...peopleKey, userId, 'leaving'],
    queryFn: ({ signal }) => call(getLeaving, { params: { id: userId }, signal }),
  });
  const work = asked.data?.work ?? [];
  const handOver = work.flatMap(({ agencyId }) => {
    const to = heirs[agencyId];
    return to ? [{ agencyId, to }] : [];
  });
  const leave = usePersonChange(() => call(endAccount, { params: { id: userId }, body: { handOver, reason } }), {
    said: () => own.left,
    after: onCancel,
  });
  const error = asked.error ?? leave.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    leave.mutate(undefined);
  };
  const number = (value: number) => formatNumber(value, language);
  return (
    <form onSubmit={submit} className={styles.section}>
      <p>{own.leavingLead}</p>
      {asked.data && work.length === 0 && <p className="soft">{own.noWork}</p>}
      {work.map(({ agencyId, agencyName, duties, drafts, colleagues }) => (
        <Select
          key={agencyId}
          required
          label={own.takes(agencyName)}
          description={own.work(number(duties), number(drafts))}
          error={colleagues.length === 0 ? own.nobody : undefined}
          data={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          value={heirs[agencyId] ?? null}
          onChange={(to) => setHeirs((now) => ({ ...now, [agencyId]: to }))}
        />
      ))}
      <TextInput
        required
        label={own.reason}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {error && <Alert color="red">{sentenceOf(error, words, language)}</Alert>}
      <div className={styles.buttons}>
        <Button
          type="submit"
          color="red"
          loading={leave.isPending}
          disabled={!asked.data || handOver.length < work.length}
        >
          {own.leave}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {own.cancel}
        </Button>
      </div>
    </form>
  );
}
