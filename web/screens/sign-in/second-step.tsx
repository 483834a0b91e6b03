import { Alert, Button, TextInput } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { useState } from 'react';
import { sentenceOf } from '../../parts/sentence.ts';
import { useSecondStep } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import styles from './sign-in.module.css';

/** After the right password: the code of the authenticator, or a recovery code. */
export function SecondStep({ step, onBack }: { step: string; onBack: () => void }) {
  const { words, language } = useWording();
  const own = words.signIn;
  const second = useSecondStep();
  const [code, setCode] = useState('');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        second.mutate({ step, code });
      }}
    >
      {second.error && (
        <Alert color="red" variant="light" role="alert">
          {sentenceOf(second.error, words, language)}
        </Alert>
      )}
      <TextInput
        label={own.code}
        description={own.codeHint}
        autoComplete="one-time-code"
        autoFocus
        required
        withAsterisk={false}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button type="submit" loading={second.isPending} leftSection={<IconShieldLock size={18} aria-hidden />}>
        {own.confirm}
      </Button>
      <Button variant="subtle" onClick={onBack}>
        {own.back}
      </Button>
    </form>
  );
}
