import { Alert, Button } from '@mantine/core';
import { IconBuildingBank, IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import { CallError } from '../../../src/api/client.ts';
import type { Session } from '../../../src/api/session.ts';
import { refusalSentence } from '../../../src/values/refusal-words.ts';
import { useTitle } from '../../parts/page.tsx';
import { sentenceOf } from '../../parts/sentence.ts';
import { useSignIn } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import { Forgotten } from './forgotten.tsx';
import { Gate } from './gate.tsx';
import { PasswordForm } from './password-form.tsx';
import { SecondStep } from './second-step.tsx';
import styles from './sign-in.module.css';

/** Why single sign-on led back here without a session: it stands behind the #. */
const outcomeOfSso = (): string | undefined => /^#dang-nhap=(\w+)$/.exec(window.location.hash)?.[1];

export function SignIn({ session }: { session: Session }) {
  const { words, language } = useWording();
  const own = words.signIn;
  const signIn = useSignIn();
  const [forgotten, setForgotten] = useState(false);
  const [outcome] = useState(outcomeOfSso);
  const step = signIn.data?.step;
  useTitle(own.title);
  const wrong = signIn.error instanceof CallError && signIn.error.code === 'invalidInput';
  const error = signIn.error
    ? wrong
      ? own.wrong
      : sentenceOf(signIn.error, words, language)
    : outcome && refusalSentence('notSignedIn', { reason: outcome }, language);

  if (forgotten)
    return (
      <Gate>
        <Forgotten onBack={() => setForgotten(false)} />
      </Gate>
    );
  if (step)
    return (
      <Gate>
        <SecondStep step={step} onBack={signIn.reset} />
      </Gate>
    );
  return (
    <Gate>
      {error && (
        <Alert color="red" variant="light" role="alert">
          {error}
        </Alert>
      )}
      {session.demoAccounts.length > 0 && (
        <DemoAccounts accounts={session.demoAccounts} pending={signIn.isPending} onChoose={signIn.mutate} />
      )}
      {session.providers.map(({ id, name }) => (
        <Button
          key={id}
          component="a"
          href={`/api/sso/${id}`}
          variant="default"
          leftSection={<IconBuildingBank size={18} aria-hidden />}
        >
          {own.through(name)}
        </Button>
      ))}
      <PasswordForm demo={session.demoAccounts.length > 0} pending={signIn.isPending} onSubmit={signIn.mutate} />
      {session.passwordLinks && (
        <Button variant="subtle" onClick={() => setForgotten(true)}>
          {own.forgotten}
        </Button>
      )}
    </Gate>
  );
}

type DemoProps = {
  accounts: Session['demoAccounts'];
  pending: boolean;
  onChoose: (account: { email: string; password: string }) => void;
};

function DemoAccounts({ accounts, pending, onChoose }: DemoProps) {
  const { words } = useWording();
  return (
    <section className={styles.demo} aria-labelledby="demo">
      <h2 id="demo">{words.signIn.demo}</h2>
      <p>{words.signIn.demoHint}</p>
      {accounts.map((account) => (
        <button
          key={account.email}
          type="button"
          className={styles.account}
          disabled={pending}
          onClick={() => onChoose({ email: account.email, password: account.password })}
        >
          <IconUser size={20} stroke={1.7} aria-hidden />
          <span>
            <strong>{account.name}</strong>
            <span>
              {words.people.roles[account.role]}, {account.agencyName} · {account.email}
            </span>
          </span>
        </button>
      ))}
    </section>
  );
}
