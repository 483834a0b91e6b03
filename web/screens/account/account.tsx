import { Alert, Button, Skeleton, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Account, changeName } from '../../../src/api/account.ts';
import { call } from '../../../src/api/client.ts';
import { Failure } from '../../parts/fault.tsx';
import { Page } from '../../parts/page.tsx';
import { sentenceOf } from '../../parts/sentence.ts';
import { useSession } from '../../parts/session.ts';
import { useWording, useWords } from '../../words/words.ts';
import styles from './account.module.css';
import { KeysSection } from './keys-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { SecondFactorSection } from './second-factor-section.tsx';
import { SessionsSection } from './sessions-section.tsx';
import { SignInsSection } from './sign-ins-section.tsx';
import { useAccount, useAccountChange } from './use-account.ts';

/** One's own account. While something must be done first, only that is offered. */
export function AccountScreen() {
  const own = useWords().account;
  const session = useSession();
  const account = useAccount();
  const must = session.data?.must ?? null;
  if (account.isLoadingError) return <Failure error={account.error} onRetry={() => void account.refetch()} />;
  if (!account.data)
    return (
      <Page title={own.title}>
        <Skeleton height={320} aria-busy="true" />
      </Page>
    );
  return (
    <Page title={own.title}>
      <div className={styles.sections}>
        {must && (
          <Alert color="orange" variant="light" role="alert">
            {own.must[must]}
          </Alert>
        )}
        {!must && <NameSection account={account.data} />}
        {must !== 'addSecondFactor' && <PasswordSection account={account.data} />}
        {must !== 'changePassword' && <SecondFactorSection account={account.data} />}
        {!must && <SessionsSection sessions={account.data.sessions} />}
        {!must && <SignInsSection />}
        {!must && <KeysSection />}
      </div>
    </Page>
  );
}

function NameSection({ account }: { account: Account }) {
  const { words, language } = useWording();
  const own = words.account;
  const [name, setName] = useState(account.name);
  const change = useAccountChange(() => call(changeName, { body: { name } }));
  return (
    <section className={styles.section} aria-label={own.name}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate(undefined);
        }}
      >
        <TextInput
          label={own.name}
          required
          minLength={2}
          withAsterisk={false}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput label={own.email} readOnly value={account.email} />
        {change.error && <Alert color="red">{sentenceOf(change.error, words, language)}</Alert>}
        {change.isSuccess && <p role="status">{own.saved}</p>}
        <div className={styles.buttons}>
          <Button type="submit" variant="default" disabled={name.trim() === account.name} loading={change.isPending}>
            {own.save}
          </Button>
        </div>
      </form>
    </section>
  );
}
