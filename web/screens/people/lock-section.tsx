import { Alert, Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { lockAccount } from '../../../src/api/people-accounts.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { useWording } from '../../words/words.ts';
import styles from './people.module.css';
import { usePersonChange } from './use-person-change.ts';

/** Shuts an account until it is released; work and posts stay. */
export function LockSection({ userId }: { userId: string }) {
  const { words, language } = useWording();
  const own = words.people;
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const lock = usePersonChange(() => call(lockAccount, { params: { id: userId }, body: { reason } }), {
    said: () => own.locked,
    after: () => setOpen(false),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    lock.mutate(undefined);
  };
  if (!open)
    return (
      <div className={styles.buttons}>
        <Button variant="light" color="red" onClick={() => setOpen(true)}>
          {own.lock} …
        </Button>
      </div>
    );
  return (
    <form onSubmit={submit} className={styles.section}>
      <p>{own.lockLead}</p>
      <TextInput
        required
        label={own.reason}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {lock.error && <Alert color="red">{sentenceOf(lock.error, words, language)}</Alert>}
      <div className={styles.buttons}>
        <Button type="submit" color="red" loading={lock.isPending}>
          {own.lock}
        </Button>
        <Button variant="default" onClick={() => setOpen(false)}>
          {own.cancel}
        </Button>
      </div>
    </form>
  );
}
