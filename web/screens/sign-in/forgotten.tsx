import { Alert, Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { askForPassword } from '../../../src/api/account-links.ts';
import { call } from '../../../src/api/client.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { useWording } from '../../words/words.ts';
import styles from './sign-in.module.css';

/** Asks for a link by mail; what is answered is the same for everybody. */
export function Forgotten({ onBack }: { onBack: () => void }) {
  const { words, language } = useWording();
  const own = words.signIn;
  const [email, setEmail] = useState('');
  const ask = useMutation({ mutationFn: () => call(askForPassword, { body: { email } }) });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate();
      }}
    >
      {ask.error && (
        <Alert color="red" variant="light" role="alert">
          {sentenceOf(ask.error, words, language)}
        </Alert>
      )}
      {ask.isSuccess ? (
        <p role="status">{own.asked}</p>
      ) : (
        <>
          <p>{own.forgottenHint}</p>
          <TextInput
            label={own.email}
            type="email"
            autoComplete="username"
            autoFocus
            required
            withAsterisk={false}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <Button type="submit" loading={ask.isPending}>
            {own.ask}
          </Button>
        </>
      )}
      <Button variant="subtle" onClick={onBack}>
        {own.backToForm}
      </Button>
    </form>
  );
}
