import { Alert } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { CallError } from '../../../src/api/client.ts';
import type { Session } from '../../../src/api/session.ts';
import { useTitle } from '../../parts/page.tsx';
import { sentenceOf } from '../../parts/sentence.ts';
import { useSignIn } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import { DisplayMenu, LanguageMenu } from '../frame/top-bar.tsx';
import { PasswordForm } from './password-form.tsx';
import { SecondStep } from './second-step.tsx';
import styles from './sign-in.module.css';

export function SignIn({ demoAccounts }: { demoAccounts: Session['demoAccounts'] }) {
  const { words, language } = useWording();
  const signIn = useSignIn();
  const step = signIn.data?.step;
  useTitle(words.signIn.title);
  const wrong = signIn.error instanceof CallError && signIn.error.code === 'invalidInput';

  return (
    <main className={styles.screen}>
      <div className={styles.tools}>
        <LanguageMenu />
        <DisplayMenu />
      </div>
      <div className={styles.card}>
        <div className={styles.brand}>
          <img src="/icon.svg" alt="" width={40} height={40} />
          <div>
            <h1>{words.product}</h1>
            <p>{words.tagline}</p>
          </div>
        </div>
        {signIn.error && (
          <Alert color="red" variant="light" role="alert">
            {wrong ? words.signIn.wrong : sentenceOf(signIn.error, words, language)}
          </Alert>
        )}
        {demoAccounts.length > 0 && !step && (
          <section className={styles.demo} aria-labelledby="demo">
            <h2 id="demo">{words.signIn.demo}</h2>
            <p>{words.signIn.demoHint}</p>
            {demoAccounts.map((account) => (
              <button
                key={account.email}
                type="button"
                className={styles.account}
                disabled={signIn.isPending}
                onClick={() => signIn.mutate({ email: account.email, password: account.password })}
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
        )}
        {step ? (
          <SecondStep step={step} onBack={signIn.reset} />
        ) : (
          <PasswordForm demo={demoAccounts.length > 0} pending={signIn.isPending} onSubmit={signIn.mutate} />
        )}
      </div>
    </main>
  );
}
