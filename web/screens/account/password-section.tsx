import { Alert, Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { type Account, changePassword } from '../../../src/api/account.ts';
import { call } from '../../../src/api/client.ts';
import { formatMoment } from '../../parts/measures.ts';
import { NewPassword } from '../../parts/new-password.tsx';
import { sentenceOf } from '../../parts/sentence.ts';
import { useWording } from '../../words/words.ts';
import styles from './account.module.css';
import { useAccountChange } from './use-account.ts';

export function PasswordSection({ account }: { account: Account }) {
  const { words, language } = useWording();
  const own = words.account.password;
  const [present, setPresent] = useState('');
  const [next, setNext] = useState<string>();
  const [round, setRound] = useState(0);
  const change = useAccountChange((body: { present: string; next: string }) => call(changePassword, { body }));
  return (
    <section className={styles.section}>
      <h2>{own.title}</h2>
      {account.passwordSetAt === null ? (
        <p className={styles.soft}>{own.none}</p>
      ) : (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (next === undefined) return;
            const again = () => {
              setPresent('');
              setNext(undefined);
              setRound(round + 1);
            };
            change.mutate({ present, next }, { onSuccess: again });
          }}
        >
          <p className={styles.soft}>{own.setAt(formatMoment(account.passwordSetAt, language))}</p>
          <PasswordInput
            label={own.present}
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={present}
            onChange={(event) => setPresent(event.currentTarget.value)}
          />
          <NewPassword key={round} onChange={setNext} />
          {change.error && (
            <Alert color="red" variant="light" role="alert">
              {sentenceOf(change.error, words, language)}
            </Alert>
          )}
          {change.isSuccess && <p role="status">{own.changed}</p>}
          <div className={styles.buttons}>
            <Button type="submit" disabled={next === undefined} loading={change.isPending}>
              {own.change}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
