import { Alert, Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { lookAtLink, useLink as takeLink } from '../../../src/api/account-links.ts';
import { call } from '../../../src/api/client.ts';
import { NewPassword } from '../../parts/new-password.tsx';
import { useTitle } from '../../parts/page.tsx';
import { sentenceOf } from '../../parts/sentence.ts';
import { useWording } from '../../words/words.ts';
import { Gate } from '../sign-in/gate.tsx';
import styles from '../sign-in/sign-in.module.css';

/** Where an invitation or a link for a forgotten password leads; its token stands behind the # and is sent in no address. */
export function AccountLink() {
  const { words, language } = useWording();
  const own = words.accountLink;
  useTitle(own.title);
  const [token] = useState(() => window.location.hash.slice(1));
  const seen = useQuery({
    queryKey: ['account-link', token],
    queryFn: ({ signal }) => call(lookAtLink, { body: { token }, signal }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [name, setName] = useState<string>();
  const [password, setPassword] = useState<string>();
  const take = useMutation({
    mutationFn: (chosen: string) => {
      const called = seen.data?.kind === 'invitation' ? (name ?? seen.data.name) : null;
      return call(takeLink, { body: { token, name: called, password: chosen } });
    },
    onSuccess: () => window.history.replaceState(null, '', window.location.pathname),
  });
  const error = seen.error ?? take.error;
  return (
    <Gate>
      {error && (
        <Alert color="red" variant="light" role="alert">
          {sentenceOf(error, words, language)}
        </Alert>
      )}
      {take.isSuccess ? (
        <>
          <p role="status">{own.done}</p>
          <Button component={Link} to="/tong-quan">
            {words.signIn.submit}
          </Button>
        </>
      ) : (
        seen.data && (
          <form
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault();
              if (password !== undefined) take.mutate(password);
            }}
          >
            <p>{seen.data.kind === 'invitation' ? own.invited : own.forgotten}</p>
            <TextInput label={words.account.email} readOnly autoComplete="username" value={seen.data.email} />
            {seen.data.kind === 'invitation' && (
              <TextInput
                label={words.account.name}
                required
                minLength={2}
                withAsterisk={false}
                value={name ?? seen.data.name}
                onChange={(event) => setName(event.currentTarget.value)}
              />
            )}
            <NewPassword onChange={setPassword} />
            <Button type="submit" disabled={password === undefined} loading={take.isPending}>
              {own.save}
            </Button>
          </form>
        )
      )}
    </Gate>
  );
}
