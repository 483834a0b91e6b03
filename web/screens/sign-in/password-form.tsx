import { Button, PasswordInput, TextInput } from '@mantine/core';
import { IconLogin2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../words/words.ts';
import styles from './sign-in.module.css';

type Props = {
  /** Beside the demo's accounts it is the second way in. */
  demo: boolean;
  pending: boolean;
  onSubmit: (given: { email: string; password: string }) => void;
};

export function PasswordForm({ demo, pending, onSubmit }: Props) {
  const { signIn: own } = useWords();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit({ email, password });
      }}
    >
      <TextInput
        label={own.email}
        type="email"
        autoComplete="username"
        required
        withAsterisk={false}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label={own.password}
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button
        type="submit"
        variant={demo ? 'default' : 'filled'}
        loading={pending}
        leftSection={<IconLogin2 size={18} aria-hidden />}
      >
        {own.submit}
      </Button>
    </form>
  );
}
